using System.Net.Sockets;
using Npgsql;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Databases;

/// <summary>Work with a database: Ctrl+C ends it on the server too, and what goes wrong there is one message without a password.</summary>
public static class DatabaseWork
{
    /// <summary>The server ended the statement, because it was asked to or because it took too long.</summary>
    private const string Ended = PostgresErrorCodes.QueryCanceled;

    /// <exception cref="UsageException">The database cannot be reached, refuses, or was told to stop.</exception>
    public static T Run<T>(DatabaseAddress address, Func<CancellationToken, Task<T>> work)
    {
        using var source = new CancellationTokenSource();
        void Stop(object? sender, ConsoleCancelEventArgs pressed)
        {
            pressed.Cancel = true;
            source.Cancel();
        }
        Console.CancelKeyPress += Stop;
        try
        {
            return work(source.Token).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            throw new UsageException("Cancelled. Nothing of it is kept.");
        }
        catch (NpgsqlException error)
        {
            throw new UsageException(Said(address, error));
        }
        finally
        {
            Console.CancelKeyPress -= Stop;
        }
    }

    private static string Said(DatabaseAddress address, NpgsqlException error) => error switch
    {
        PostgresException { SqlState: Ended } => $"{address}: the statement took longer than --timeout allows.",
        PostgresException { SqlState: PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedColumn } missing =>
            $"{address}: {missing.MessageText}. medopt load makes the tables; medopt sql --schema shows them.",
        PostgresException { SqlState: PostgresErrorCodes.DuplicateTable } there => $"{address}: {there.MessageText}. Load into a database, or a schema (?schema=…), that has none of the tables.",
        PostgresException refused => $"{address}: {refused.MessageText} ({refused.SqlState}).",
        { InnerException: SocketException socket } => $"{address} cannot be reached: {socket.Message}.",
        _ => $"{address}: {error.Message}",
    };
}
