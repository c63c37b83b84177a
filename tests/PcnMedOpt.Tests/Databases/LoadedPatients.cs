using System.Collections.Immutable;
using Npgsql;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tool.Databases;

namespace PcnMedOpt.Tests.Databases;

/// <summary>Patients in a database of their own, and what statements find among them.</summary>
public sealed class LoadedPatients : IAsyncDisposable
{
    private readonly DatabaseQuery query;

    private LoadedPatients(DatabaseAddress address, ImmutableArray<NumberedPatient> patients, LoadedCounts counts, DatabaseQuery query) => (Address, Patients, Counts, this.query) = (address, patients, counts, query);

    public DatabaseAddress Address { get; }

    public ImmutableArray<NumberedPatient> Patients { get; }

    public LoadedCounts Counts { get; }

    public static async Task<LoadedPatients> Of(PostgresServer server, ImmutableArray<NumberedPatient> patients)
    {
        var address = await server.NewDatabase();
        LoadedCounts counts;
        await using (var connection = await PostgresServer.Open(address))
            counts = await DatabaseLoader.Load(connection, new RecordRows(patients), TestContext.Current.CancellationToken);
        return new LoadedPatients(address, patients, counts, await DatabaseQuery.Begin(address, null, TestContext.Current.CancellationToken));
    }

    public IReadOnlyList<long> Members(SqlStatement statement) => Rows(statement, r => r.GetInt64(0));

    /// <summary>For each patient a row of 0 and 1: looked at, each criterion, in.</summary>
    public Dictionary<long, string> Outcomes(SqlStatement statement, Cohort cohort) =>
        Rows(statement, r => (Patient: r.GetInt64(0), Outcome: string.Concat(Enumerable.Range(1, cohort.Criteria.Count() + 2).Select(i => r.GetBoolean(i) ? '1' : '0')))).ToDictionary(r => r.Patient, r => r.Outcome);

    public List<T> Rows<T>(SqlStatement statement, Func<NpgsqlDataReader, T> read)
    {
        try
        {
            return query.Rows(statement, read, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        }
        catch (PostgresException error)
        {
            throw new InvalidOperationException($"{error.Message}\n{statement.Text}", error);
        }
    }

    public ValueTask DisposeAsync() => query.DisposeAsync();
}
