using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Databases;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Databases;

/// <summary>Counting in a database, on one node and sharded over three, comes to the numbers of counting an extract. Run by the suite <c>database</c>.</summary>
public sealed class CountingTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly int Runs = TestSize.Of(usual: 100, full: 1_000);

    private static readonly Compilation Shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    [Fact(Explicit = true)]
    public async Task Generated_cohorts_and_measures_have_the_same_numbers()
    {
        var sets = TestProject.Of(Generated.CodeSets).Project;
        await using var loaded = await LoadedPatients.Of(server, SqlAgreementTests.Numbered(600, choices => new Generated(choices).Patient(6)));
        var index = IndexOf(loaded.Patients, Generated.Reference);
        await using var query = await DatabaseQuery.Begin(loaded.Address, null, TestContext.Current.CancellationToken);
        Prop.ForAll<byte[]>(forCohorts =>
        {
            var choices = new Choices(forCohorts);
            var (cohorts, project) = new Generated(choices).TwoCohorts(sets);
            Measure[] measures =
            [
                new("over_patients", "P", null, new PatientsOf(new OfCohort("second", null)), new Generated(choices).Test("first"), default, null, [Dimension.Reason, Dimension.Sex, Dimension.AgeBand], [], [], []),
                new("over_records", "R", null, new RecordsOf("a", Core.Model.Conditions.Happened.Recorded, [], new OfCohort("first", null)), null, default, null, [Dimension.Practice, Dimension.Reason], [], [], []),
            ];
            var expected = Counter.Count(index, project, cohorts, measures, Generated.Reference, TestContext.Current.CancellationToken);
            Assert.Equal(CountTexts.Of(expected), CountTexts.Of(InDatabase(query, project, cohorts, measures, Generated.Reference)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261133, 1));
    }

    [Fact(Explicit = true)]
    public async Task Shipped_protocols_have_the_same_numbers_on_one_node_and_on_three()
    {
        var patients = RelevantPatients.Of(Shipped, 1500).Select((p, i) => new NumberedPatient(i + 1, i % 4 == 0 ? "O'Neill's \\ Surgery" : "Bridge Surgery", Known(p))).ToImmutableArray();
        var (cohorts, measures) = (Shipped.AllCohorts.OfType<Cohort>().ToList(), Shipped.Models<Measure>().ToList());
        var expected = CountTexts.Of(Counter.Count(IndexOf(patients, TestProject.Today), Shipped.Project, cohorts, measures, TestProject.Today, TestContext.Current.CancellationToken));

        await using var loaded = await LoadedPatients.Of(server, patients);
        await using (var query = await DatabaseQuery.Begin(loaded.Address, null, TestContext.Current.CancellationToken))
            Assert.Equal(expected, CountTexts.Of(InDatabase(query, Shipped.Project, cohorts, measures, TestProject.Today)));

        using var second = new PostgresServer();
        using var third = new PostgresServer();
        var coordinator = await Shards.Make(server, [server, second, third], patients);
        await using var sharded = await DatabaseQuery.Begin(coordinator, null, TestContext.Current.CancellationToken);
        Assert.Equal(expected, CountTexts.Of(InDatabase(sharded, Shipped.Project, cohorts, measures, TestProject.Today)));
    }

    /// <summary>What is handed over as text runs as it is, and gives what is counted.</summary>
    [Fact(Explicit = true)]
    public async Task Text_that_is_handed_over_gives_the_same_numbers()
    {
        await using var loaded = await LoadedPatients.Of(server, [.. RelevantPatients.Of(Shipped, 300).Select((p, i) => new NumberedPatient(i + 1, "Bridge Surgery", Known(p)))]);
        static string Row(Npgsql.NpgsqlDataReader r) => $"{r.GetString(0)} {r.GetInt32(1)} {r.GetString(2)} {r.GetInt64(3)} {(r.IsDBNull(4) ? "" : r.GetInt64(4).ToString(System.Globalization.CultureInfo.InvariantCulture))}";
        foreach (var cohort in Shipped.AllCohorts.OfType<Cohort>())
        {
            var text = SqlHandover.Of(Shipped.Project, cohort, TestProject.Today, SqlDialect.Postgres, SqlForm.Counts);
            Assert.Equal(loaded.Rows(CohortSql.Counts(Shipped.Project, cohort, TestProject.Today, new SqlOptions(SqlDialect.Postgres)), Row), loaded.Rows(new SqlStatement(text, [], Caveats.None), Row));
        }
    }

    private static Counts InDatabase(DatabaseQuery query, ProjectModel project, IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures, DateOnly reference) =>
        DatabaseCounting.Count(query, "a database", project, cohorts, measures, reference, _ => { }, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    private static PatientIndex IndexOf(IEnumerable<NumberedPatient> patients, DateOnly reference) => RecordColumns.Of(patients.Select(p => (p.Practice, p.Record)), reference);

    /// <summary>Without the stand-ins of examples, which no data holds.</summary>
    private static Core.Evaluation.PatientRecord Known(Core.Evaluation.PatientRecord patient) => patient with
    {
        Events = [.. patient.Events.Where(e => e.Code > 0)],
        Issues = [.. patient.Issues.Where(i => i.Code > 0)],
        Repeats = [.. patient.Repeats.Where(r => r.Code > 0)],
    };
}
