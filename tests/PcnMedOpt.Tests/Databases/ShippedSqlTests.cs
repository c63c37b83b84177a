using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Databases;

/// <summary>Every cohort and measure of the shipped protocols as SQL, on patients with records of their code sets. Run by the suite <c>database</c>.</summary>
public sealed class ShippedSqlTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly Compilation Shipped = LoadedProject.Load(new ProjectFolder(Repository.PathOf("protocols")), TestProject.Today).Compilation;

    /// <summary>With the members that stand for what only a release knows, as the evaluator has them: their numbers are negative, and no code's.</summary>
    private static readonly SqlOptions Options = new(SqlDialect.Postgres, CodesOf: set => set.Codes.Concat(set.Opaque.Select(o => o.StandIn).Where(set.ContainsInExample)));

    private static readonly Lazy<ImmutableArray<NumberedPatient>> Patients =
        new(() => [.. RelevantPatients.Of(Shipped, 1500).Select((p, i) => new NumberedPatient(i + 1, "Abbey Surgery", p))]);

    [Fact(Explicit = true)]
    public async Task Every_shipped_cohort_finds_the_same_patients()
    {
        await using var loaded = await LoadedPatients.Of(server, Patients.Value);
        var (cohorts, found) = (0, 0);
        foreach (var cohort in Shipped.AllCohorts.OfType<Core.Model.Cohorts.Cohort>())
        {
            var evaluator = new Evaluator(Shipped.Project, TestProject.Today);
            var expected = Patients.Value.Where(p => evaluator.IsIn(cohort.Name, p.Record)).Select(p => p.Patient).ToList();
            Assert.True(expected.SequenceEqual(loaded.Members(CohortSql.Members(Shipped.Project, cohort, TestProject.Today, Options))), cohort.Name);
            cohorts++;
            if (expected.Count > 0) found++;
        }
        Assert.True(found * 10 >= cohorts * 9, $"Only {found} of {cohorts} cohorts find somebody.");
    }

    [Fact(Explicit = true)]
    public async Task Every_shipped_measure_counts_the_same()
    {
        await using var loaded = await LoadedPatients.Of(server, Patients.Value);
        var (measures, counted) = (0, 0);
        foreach (var measure in Shipped.Models<Measure>())
        {
            var expected = Patients.Value.SelectMany(p => MeasuredRows.Of(Shipped.Project, measure, TestProject.Today, p.Record).Select(r => (p.Patient, r.It, r.Counts))).ToList();
            var rows = loaded.Rows(MeasureSql.Rows(Shipped.Project, measure, TestProject.Today, Options), r => (r.GetInt64(0), r.IsDBNull(1) ? null : (DateOnly?)r.GetFieldValue<DateOnly>(1), r.GetBoolean(2)));
            Assert.True(expected.SequenceEqual(rows), measure.Name);
            measures++;
            if (expected.Any(e => e.Counts)) counted++;
        }
        Assert.True(counted * 10 >= measures * 8, $"Only {counted} of {measures} measures count somebody.");
    }
}
