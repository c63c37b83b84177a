using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Databases;

/// <summary>On generated cohorts and patients, the SQL finds whom the evaluator finds. Run by the suite <c>database</c>: <c>npm test -- --suite database</c>.</summary>
public sealed class SqlAgreementTests(PostgresServer server) : IClassFixture<PostgresServer>
{
    private static readonly int Runs = TestSize.Of(usual: 300, full: 3_000);

    private static readonly SqlOptions Options = new(SqlDialect.Postgres);

    [Fact(Explicit = true)]
    public async Task The_SQL_finds_whom_the_cohort_finds_and_by_the_same_criteria()
    {
        var sets = TestProject.Of(Generated.CodeSets).Project;
        await using var loaded = await LoadedPatients.Of(server, Numbered(600, choices => new Generated(choices).Patient(6)));
        Prop.ForAll<byte[]>(forCohorts =>
        {
            var (cohorts, project) = new Generated(new Choices(forCohorts)).TwoCohorts(sets);
            foreach (var cohort in cohorts)
            {
                var found = loaded.Outcomes(CohortSql.Outcomes(project, cohort, Generated.Reference, Options), cohort);
                var evaluator = new Evaluator(project, Generated.Reference);
                foreach (var patient in loaded.Patients)
                    Assert.True(Shown(evaluator.Outcome(cohort, patient.Record)) == found[patient.Patient], $"{Text(cohort)}\nfinds {found[patient.Patient]}, not {Shown(evaluator.Outcome(cohort, patient.Record))}, of\n{patient.Record}");
                Assert.Equal(
                    loaded.Patients.Where(p => evaluator.Outcome(cohort, p.Record).IsIn).Select(p => p.Patient),
                    loaded.Members(CohortSql.Members(project, cohort, Generated.Reference, Options with { Inline = true })));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261130, 1));
    }

    [Fact(Explicit = true)]
    public async Task So_it_does_for_every_form_of_test_at_the_ends_of_months()
    {
        var project = TestProject.Of(SqlForms.CodeSets).Project;
        await using var loaded = await LoadedPatients.Of(server, Numbered(600, choices => new SqlForms(choices).Patient()));
        Prop.ForAll<byte[]>(forTest =>
        {
            var choices = new Choices(forTest);
            var reference = choices.Of(SqlForms.References);
            var condition = new SqlForms(choices).Condition(1, false);
            var cohort = new Cohort("only", "only", null, new Everyone(), new Inclusion(Quantifier.Any, 0, [new Criterion("label", condition, [], default, default)]), [], null, [], []);
            var found = loaded.Members(CohortSql.Members(project, cohort, reference, Options)).ToHashSet();
            var evaluator = new Evaluator(project, reference);
            foreach (var patient in loaded.Patients)
                Assert.True(evaluator.Outcome(cohort, patient.Record).IsIn == found.Contains(patient.Patient), $"{ConditionText.Of(condition)}\non {reference:yyyy-MM-dd} {(found.Contains(patient.Patient) ? "finds" : "does not find")}\n{Shown(patient.Record)}");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs * 4).WithStartSize(20).WithEndSize(200).WithReplay(20261131, 1));
    }

    [Fact(Explicit = true)]
    public async Task Measures_over_patients_and_over_records_count_the_same()
    {
        var project = TestProject.Of(SqlForms.CodeSets).Project;
        await using var loaded = await LoadedPatients.Of(server, Numbered(600, choices => new SqlForms(choices).Patient()));
        Prop.ForAll<byte[]>(forTest =>
        {
            var choices = new Choices(forTest);
            var reference = choices.Of(SqlForms.References);
            var forms = new SqlForms(choices);
            Population population = choices.Maybe() ? new Everyone() : new Registered();
            Denominator of = choices.Next(4) == 3 ? new PatientsOf(population) : forms.Records(population);
            var measure = new Measure("only", "only", null, of, choices.Next(5) == 4 ? null : forms.Condition(1, of is RecordsOf), default, null, [], [], [], []);
            var found = loaded.Rows(MeasureSql.Rows(project, measure, reference, Options), r => (Patient: r.GetInt64(0), It: r.IsDBNull(1) ? null : (DateOnly?)r.GetFieldValue<DateOnly>(1), Counts: r.GetBoolean(2)));
            Assert.Equal(loaded.Patients.SelectMany(p => MeasuredRows.Of(project, measure, reference, p.Record).Select(r => (p.Patient, r.It, r.Counts))), found);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs * 2).WithStartSize(20).WithEndSize(200).WithReplay(20261132, 1));
    }

    /// <summary>Patients from numbers that are the same every time.</summary>
    internal static ImmutableArray<NumberedPatient> Numbered(int count, Func<Choices, PatientRecord> make)
    {
        var random = new Random(20261120);
        return [.. Enumerable.Range(1, count).Select(i =>
        {
            var numbers = new byte[80];
            random.NextBytes(numbers);
            return new NumberedPatient(i, i % 3 == 0 ? "Abbey Surgery" : "Bridge Surgery", make(new Choices(numbers)));
        })];
    }

    private static string Shown(CohortOutcome outcome) =>
        string.Concat(new[] { outcome.IsInPopulation }.Concat(outcome.Include.Concat(outcome.Exclude).Select(c => c.Holds)).Append(outcome.IsIn).Select(b => b ? '1' : '0'));

    private static string Text(Cohort cohort) => $"{cohort.Name} from {cohort.From} {cohort.Include?.Quantifier} {string.Join('\n', cohort.Criteria.Select(c => $"{c.Label}: {ConditionText.Of(c.Condition)}"))}";

    internal static string Shown(PatientRecord patient) =>
        $"{patient}\n{string.Join('\n', patient.Registrations)}\n{string.Join('\n', patient.Events)}\n{string.Join('\n', patient.Issues)}\n{string.Join('\n', patient.Repeats)}";
}
