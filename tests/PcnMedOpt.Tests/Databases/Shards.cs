using System.Collections.Immutable;
using Npgsql;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tool.Databases;

namespace PcnMedOpt.Tests.Databases;

/// <summary>The tables partitioned by patient over several servers, seen through <c>postgres_fdw</c> from one database.</summary>
internal static class Shards
{
    private static readonly string[] Tables = ["patients", "events", "issues", "repeats"];

    /// <summary>The database from which all are seen, filled.</summary>
    public static async Task<DatabaseAddress> Make(PostgresServer coordinator, IReadOnlyList<PostgresServer> servers, ImmutableArray<NumberedPatient> patients)
    {
        var address = await coordinator.NewDatabase();
        await using var whole = await PostgresServer.Open(address);
        var partitioned = Tables.Aggregate(SqlSchema.Postgres, (schema, table) =>
        {
            var end = schema.IndexOf(");\n", schema.IndexOf($"create table {table} ", StringComparison.Ordinal), StringComparison.Ordinal);
            return schema.Insert(end + 1, " partition by hash (patient)");
        });
        await PostgresServer.Execute(whole, $"create extension postgres_fdw; {partitioned}");
        foreach (var (i, server) in servers.Index())
        {
            var part = await server.NewDatabase();
            await using (var connection = await PostgresServer.Open(part)) await PostgresServer.Execute(connection, $"{SqlSchema.Postgres}{SqlSchema.PostgresIndexes}");
            var name = new NpgsqlConnectionStringBuilder(part.ConnectionString).Database;
            await PostgresServer.Execute(whole, $"create server shard{i} foreign data wrapper postgres_fdw options (host '{server.Host}', dbname '{name}', batch_size '1000', fetch_size '10000'); create user mapping for postgres server shard{i} options (user 'postgres')");
            foreach (var table in Tables)
                await PostgresServer.Execute(whole, $"create foreign table {table}_{i} partition of {table} for values with (modulus {servers.Count}, remainder {i}) server shard{i} options (table_name '{table}')");
        }
        await DatabaseLoader.Fill(whole, new RecordRows(patients), TestContext.Current.CancellationToken);
        return address;
    }
}
