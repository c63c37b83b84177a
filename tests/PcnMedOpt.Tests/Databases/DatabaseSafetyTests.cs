using System.Diagnostics;
using Newtonsoft.Json.Linq;
using Npgsql;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tests.Tool;
using PcnMedOpt.Tool.Databases;

namespace PcnMedOpt.Tests.Databases;

/// <summary>What is counted is not changed, what is cancelled ends on the server too, what is not usable is said. Run by the suite <c>database</c>.</summary>
public sealed class DatabaseSafetyTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly NumberedPatient Patient = new(1, "Abbey Surgery", new PatientRecord(
        new DateOnly(1944, 3, 2), null, Sex.Female, [new Registration(new DateOnly(2010, 5, 1), null)],
        [
            new ClinicalEvent(195967001, null),
            new ClinicalEvent(1000731000000107, new DateOnly(2026, 1, 2), new ResultValue(null, 100, "umol/L")),
            new ClinicalEvent(1000731000000107, new DateOnly(2026, 1, 3), new ResultValue(null, null, null)),
            new ClinicalEvent(1000731000000107, new DateOnly(2026, 1, 4), new ResultValue(Comparison.LessThan, 5, "furlongs")),
        ],
        [new MedicineIssue(326874007, null)], []));

    [Theory(Explicit = true)]
    [InlineData("insert into patients (patient, practice, born, sex) values (2, 'x', '2000-01-01', 'female') returning patient")]
    [InlineData("with gone as (delete from events returning patient) select count(*) from gone")]
    [InlineData("create table other (a int)")]
    [InlineData("set transaction read write")]
    public async Task Nothing_can_be_changed(string text)
    {
        await using var loaded = await LoadedPatients.Of(server, [Patient]);
        await using var query = await DatabaseQuery.Begin(loaded.Address, null, TestContext.Current.CancellationToken);
        await query.Rows(new SqlStatement("select 1", [], Caveats.None), r => r.GetInt32(0), TestContext.Current.CancellationToken);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => query.Rows(new SqlStatement(text, [], Caveats.None), r => r.GetValue(0), TestContext.Current.CancellationToken));
        Assert.Contains(refused.SqlState, new[] { PostgresErrorCodes.ReadOnlySqlTransaction, PostgresErrorCodes.ActiveSqlTransaction });
    }

    [Fact(Explicit = true)]
    public async Task What_is_not_usable_is_counted()
    {
        await using var loaded = await LoadedPatients.Of(server, [Patient]);
        Assert.Equal(new LoadedCounts(1, 3, 0, 0, 2, 1, 1), loaded.Counts);
    }

    [Fact(Explicit = true)]
    public async Task A_statement_that_is_cancelled_ends_on_the_server()
    {
        var (address, locked) = await Locked();
        await using (locked)
        {
            using var cancel = new CancellationTokenSource();
            await using var query = await DatabaseQuery.Begin(DatabaseAddress.Read(address), null, CancellationToken.None);
            var rows = query.Rows(new SqlStatement("select patient from patients", [], Caveats.None), r => r.GetInt64(0), cancel.Token);
            await Until(locked, 1);
            await cancel.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rows);
            await Until(locked, 0);
        }
    }

    [Fact(Explicit = true)]
    public async Task A_statement_that_takes_too_long_ends_on_the_server()
    {
        var (address, locked) = await Locked();
        await using (locked)
        {
            await using var query = await DatabaseQuery.Begin(DatabaseAddress.Read(address), TimeSpan.FromMilliseconds(50), TestContext.Current.CancellationToken);
            var ended = await Assert.ThrowsAsync<PostgresException>(() => query.Rows(new SqlStatement("select patient from patients", [], Caveats.None), r => r.GetInt64(0), TestContext.Current.CancellationToken));
            Assert.Equal(PostgresErrorCodes.QueryCanceled, ended.SqlState);
            await Until(locked, 0);
        }
    }

    /// <summary>Loaded once more it is refused, and nothing of it is there; wherever it goes wrong no password is told.</summary>
    [Fact(Explicit = true)]
    public async Task The_program_loads_all_or_nothing_and_tells_no_password()
    {
        var address = (await server.NewAddress()).Replace("postgres@", "postgres:secret-word@", StringComparison.Ordinal);
        using var medopt = new Medopt();
        medopt.Write("extract/patients.csv", "patient_id,nhs_number,practice,born,died,sex,registered_since,registered_until\n1,,Abbey Surgery,1944-03-02,,female,2010-05-01,\n");
        medopt.Write("extract/events.csv", "patient_id,date,code,value,unit,episode\n1,2026-01-02,1000731000000107,<5,umol/L,\n1,2026-13-02,1000731000000107,5,umol/L,\n1,2026-01-03,1000731000000107,high,,\n");
        medopt.Write("extract/medications.csv", "patient_id,kind,date,until,code,episode\n1,issue,2026-01-02,,326874007,\n1,repeat,2026-01-02,,326874007,\n");
        var first = medopt.Run("load", "extract", "--to", address);
        Assert.Equal(0, first.ExitCode);
        Assert.Contains("events.csv: a date that is no day", first.Talk, StringComparison.Ordinal);
        Assert.Contains("Loaded 1 patients, 2 events, 1 issues and 1 repeats.", first.Talk, StringComparison.Ordinal);
        Assert.Contains("1 results that are no number, 0 results with an unknown unit", first.Talk, StringComparison.Ordinal);

        var again = medopt.Run("load", "extract", "--to", address);
        var nowhere = medopt.Run("load", "extract", "--to", address.Replace("@/test", "@/none", StringComparison.Ordinal));
        Assert.Equal((2, 2), (again.ExitCode, nowhere.ExitCode));
        Assert.Contains("already exists", again.Talk, StringComparison.Ordinal);
        Assert.Contains("does not exist", nowhere.Talk, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-word", first.Talk + again.Talk + nowhere.Talk + first.Data + again.Data + nowhere.Data, StringComparison.Ordinal);
        await using var connection = await PostgresServer.Open(DatabaseAddress.Read(address));
        await using var command = new NpgsqlCommand("select count(*) from events", connection);
        Assert.Equal(2L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    [Fact(Explicit = true)]
    public async Task The_program_counts_and_stops_when_it_is_interrupted_or_takes_too_long()
    {
        using var medopt = new Medopt();
        medopt.Write("medopt.json", "{}");
        medopt.Write("a.medopt", "codes asthma \"Asthma\" snomed { 195967001 |Asthma| }\ncohort women \"Women\" { include any { \"Female\": sex is female } exclude any { \"Asthma\": asthma recorded ever } }\n");
        var (address, locked) = await Locked();
        await using (locked)
        {
            var late = medopt.Run("count", ".", "--data", address, "--on", "2026-11-20", "--timeout", "1");
            Assert.Equal(2, late.ExitCode);
            Assert.Contains("--timeout", late.Talk, StringComparison.Ordinal);

            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "medopt.dll"), "count", medopt.Folder, "--data", address, "--on", "2026-11-20"]) { RedirectStandardError = true, RedirectStandardOutput = true };
            using var counting = Process.Start(start) ?? throw new InvalidOperationException("The program does not start.");
            await Until(locked, 1);
            using (var interrupt = Process.Start("kill", ["-INT", counting.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)])) await interrupt.WaitForExitAsync(TestContext.Current.CancellationToken);
            await Until(locked, 0);
            await counting.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(2, counting.ExitCode);
            await PostgresServer.Execute(locked, "rollback");
        }
        var run = medopt.Run("count", ".", "--data", address, "--on", "2026-11-20", "--format", "json", "--no-suppression");
        Assert.Equal(0, run.ExitCode);
        var women = JObject.Parse(run.Data).SelectToken("$.cohorts[0]");
        Assert.Equal(("women", 1L), ((string?)women?["name"], (long?)women?["in"]));
    }

    /// <summary>A loaded database, and a connection that holds its table of patients, so that whoever asks for it waits.</summary>
    private async Task<(string Address, NpgsqlConnection Locked)> Locked()
    {
        var text = await server.NewAddress();
        var locked = await PostgresServer.Open(DatabaseAddress.Read(text));
        await DatabaseLoader.Load(locked, new RecordRows([Patient]), TestContext.Current.CancellationToken);
        await PostgresServer.Execute(locked, "begin; lock table patients in access exclusive mode");
        return (text, locked);
    }

    /// <summary>Asks the server until so many statements of others are at work in this database.</summary>
    private static async Task Until(NpgsqlConnection connection, long wanted)
    {
        const int most = 200_000;
        const string atWork = "select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and state = 'active'";
        for (var i = 0; i < most; i++)
        {
            await PostgresServer.Execute(connection, "select pg_stat_clear_snapshot()");
            await using var command = new NpgsqlCommand(atWork, connection);
            if (await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) is long found && found == wanted) return;
        }
        Assert.Fail($"There were never {wanted} statements at work.");
    }
}
