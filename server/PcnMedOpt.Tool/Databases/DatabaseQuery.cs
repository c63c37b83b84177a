using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using PcnMedOpt.Emit.Sql;

namespace PcnMedOpt.Tool.Databases;

/// <summary>
/// Asks statements within one transaction that cannot change anything and sees the data as it was when it began, so that the counts of a run belong together.
/// </summary>
public sealed class DatabaseQuery : IAsyncDisposable
{
    /// <summary>
    /// Every join of a statement is between whole sets, of which the server cannot know how large they are: hashing them is right whatever their size, one row after the other is not. Compiling a
    /// statement that is asked once takes longer than running it.
    /// </summary>
    private const string Planning = "set local enable_nestloop = off; set local jit = off";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlTransaction transaction;

    private DatabaseQuery(NpgsqlConnection connection, NpgsqlTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <param name="address">The database.</param>
    /// <param name="longest">How long the server may work on one statement; null for as long as it takes.</param>
    /// <param name="cancel">Ends a statement on the server too.</param>
    public static async Task<DatabaseQuery> Begin(DatabaseAddress address, TimeSpan? longest, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        try
        {
            await connection.OpenAsync(cancel);
            var transaction = await connection.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancel);
            var timeout = string.Create(CultureInfo.InvariantCulture, $"{(long)(longest ?? TimeSpan.Zero).TotalMilliseconds}");
            await using var command = new NpgsqlCommand($"set transaction read only; set local statement_timeout = {timeout}; {Planning}", connection);
            await command.ExecuteNonQueryAsync(cancel);
            return new DatabaseQuery(connection, transaction);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The rows of a statement as <paramref name="read"/> reads them.</summary>
    public async Task<List<T>> Rows<T>(SqlStatement statement, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(statement.Text, connection, transaction);
        foreach (var value in statement.Parameters) command.Parameters.Add(Parameter(value));
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(read(reader));
        return rows;
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }

    private static NpgsqlParameter Parameter(SqlValue value) => value switch
    {
        DayValue day => new NpgsqlParameter { Value = day.Day, NpgsqlDbType = NpgsqlDbType.Date },
        CodesValue codes => new NpgsqlParameter { Value = codes.Codes.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint },
        NumberValue number => new NpgsqlParameter { Value = number.Text, NpgsqlDbType = NpgsqlDbType.Text },
        TextValue text => new NpgsqlParameter { Value = text.Text, NpgsqlDbType = NpgsqlDbType.Text },
        _ => throw new System.Diagnostics.UnreachableException($"No parameter for {value}"),
    };
}
