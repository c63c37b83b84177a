using System.Diagnostics;
using Npgsql;
using PcnMedOpt.Tool.Databases;

namespace PcnMedOpt.Tests.Databases;

/// <summary>
/// A PostgreSQL of its own in a temporary folder, reached by a socket in that folder alone. The suite <c>database</c> says where the programs are; PostgreSQL refuses
/// to run as root, so that root runs it as the user <c>postgres</c>.
/// </summary>
public sealed class PostgresServer : IDisposable
{
    private const string Port = "5432";

    private static readonly string Programs = Environment.GetEnvironmentVariable("MEDOPT_POSTGRES") ?? "/usr/lib/postgresql/15/bin";

    private readonly string folder = Directory.CreateTempSubdirectory("medopt-postgres").FullName;
    private int databases;

    public PostgresServer()
    {
        if (Environment.IsPrivilegedProcess) Run("chown", ["postgres", folder]);
        Postgres("initdb", "--pgdata", Data, "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--no-locale", "--no-sync");
        Postgres("pg_ctl", "start", "--wait", "--pgdata", Data, "--log", Path.Combine(folder, "log"), "--options", $"-k {folder} -p {Port} -c listen_addresses= -c fsync=off -c max_wal_size=4GB");
    }

    private string Data => Path.Combine(folder, "data");

    /// <summary>The folder of the socket.</summary>
    public string Host => folder;

    public static string AddressOf(string host, string database, string? password = null) => $"postgres://postgres{(password is null ? "" : $":{password}")}@/{database}?host={Uri.EscapeDataString(host)}";

    /// <summary>A new database, empty.</summary>
    public async Task<DatabaseAddress> NewDatabase() => DatabaseAddress.Read(await NewAddress());

    /// <summary>As it is written: for the program.</summary>
    public async Task<string> NewAddress()
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await using var connection = await Open(DatabaseAddress.Read(AddressOf(Host, "postgres")));
        await Execute(connection, $"create database {name}");
        return AddressOf(Host, name);
    }

    public static async Task<NpgsqlConnection> Open(DatabaseAddress address)
    {
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        return connection;
    }

    public static async Task Execute(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        Postgres("pg_ctl", "stop", "--wait", "--mode", "immediate", "--pgdata", Data);
        Directory.Delete(folder, recursive: true);
    }

    private void Postgres(string program, params string[] arguments)
    {
        string[] command = [Path.Combine(Programs, program), .. arguments];
        if (Environment.IsPrivilegedProcess) Run("setpriv", ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", .. command]);
        else Run(command[0], command[1..]);
    }

    /// <summary>What the server itself writes goes to its log, so that nothing stays open when the program that starts it ends.</summary>
    private void Run(string program, string[] arguments)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardError = true, RedirectStandardOutput = true };
        start.Environment["LC_ALL"] = "C";
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {(process.ExitCode == 0 ? "" : process.StandardError.ReadToEnd())}");
    }
}
