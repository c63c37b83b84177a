using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Data;

/// <summary>On generated cohorts and patients, evaluating columns finds whom the reference evaluator finds.</summary>
public sealed class ColumnAgreementTests
{
    private static readonly int Runs = TestSize.Of(usual: 1_000, full: 10_000);

    private static readonly ProjectModel Sets = TestProject.Of(Generated.CodeSets).Project;

    [Fact]
    public void Columns_find_whom_the_cohort_finds() => Prop.ForAll<byte[], byte[]>((forCohorts, forPatients) =>
    {
        var (_, project) = new Generated(new Choices(forCohorts)).TwoCohorts(Sets);
        Agree(project, forPatients, 4, "first", "second");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261124, 1));

    /// <summary>Single tests on patients with many records, so that each form of test is met with each anchor.</summary>
    [Fact]
    public void So_they_do_for_single_tests() => Prop.ForAll<byte[], byte[]>((forTest, forPatients) =>
        Agree(Only(new Generated(new Choices(forTest)).Test(null)), forPatients, 9, "only"))
        .Check(Config.QuickThrowOnFailure.WithMaxTest(Runs * 3).WithStartSize(40).WithEndSize(300).WithReplay(20261125, 1));

    [Fact]
    public void So_they_do_for_the_record_that_a_measure_is_at() => Prop.ForAll<byte[], byte[]>((forTest, forPatients) =>
    {
        var choices = new Choices(forTest);
        var it = new ItAnchor();
        Window window = choices.Maybe()
            ? new RelativeToAnchor(choices.Of(Enum.GetValues<Preposition>()), it)
            : new WithinOfAnchor(choices.Of(new Duration(1, DurationUnit.Months), new Duration(28, DurationUnit.Days)), choices.Of(Enum.GetValues<Around>()), it);
        Condition test = choices.Next(3) switch
        {
            0 => new NoSuchTest("b", Happened.Recorded, [new WindowFilter(window)]),
            1 => new ValueTest(Pick.Latest, "v", new ValueCompared(Comparison.AtLeast, new Quantity(100, Core.Units.Unit.None, true)), [new WindowFilter(window)]),
            _ => new HappenedTest(["a", "b"], Happened.Recorded, [new WindowFilter(window)], null),
        };
        Condition condition = new AllOf([test, new Not(new Generated(choices).Test(null))]);
        var patients = Patients(forPatients, 6);
        var index = RecordColumns.Of(patients.Select(p => ("practice", p)), Generated.Reference);
        var block = new BlockEvaluator(index, 0, Sets, Generated.Reference);
        var evaluator = new Evaluator(Sets, Generated.Reference);
        foreach (var (place, patient) in patients.Index())
            foreach (var day in patient.Events.Select(e => e.Date).OfType<DateOnly>().Distinct())
                Assert.True(
                    evaluator.Holds(condition, patient, day) == block.Holds(condition, place, day.DayNumber - new DateOnly(1900, 1, 1).DayNumber), $"{ConditionText.Of(condition)}\n{day}\n{patient}");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(40).WithEndSize(300).WithReplay(20261126, 1));

    [Fact]
    public void A_patient_comes_out_of_the_columns_as_it_went_in() => Prop.ForAll<byte[]>(forPatients =>
    {
        var patients = Patients(forPatients, 6);
        var index = RecordColumns.Of(patients.Select(p => ("practice", p)), Generated.Reference);
        foreach (var (place, patient) in patients.Index()) Assert.Equal(Text(patient), Text(index.Record(0, place)));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs / 5).WithEndSize(300).WithReplay(20261127, 1));

    private static ProjectModel Only(Condition test)
    {
        var cohort = new Cohort("only", "only", null, new Everyone(), new Inclusion(Quantifier.Any, 0, [new Criterion("label", test, [], default, default)]), [], null, [], []);
        return Sets with { Cohort = name => name == "only" ? cohort : null };
    }

    private static void Agree(ProjectModel project, byte[] forPatients, int records, params IEnumerable<string> cohorts)
    {
        var patients = Patients(forPatients, records);
        var index = RecordColumns.Of(patients.Select(p => ("practice", p)), Generated.Reference);
        var block = new BlockEvaluator(index, 0, project, Generated.Reference);
        var evaluator = new Evaluator(project, Generated.Reference);
        foreach (var name in cohorts)
            foreach (var (place, patient) in patients.Index())
                Assert.True(evaluator.IsIn(name, patient) == block.Cohort(name)[place], $"{name}: {project.Cohort(name)}\n{patient}\n{Text(patient)}");
    }

    private static ImmutableArray<PatientRecord> Patients(byte[] numbers, int records)
    {
        var patients = new Generated(new Choices(numbers));
        return [.. Enumerable.Range(0, 8).Select(_ => patients.Patient(records))];
    }

    /// <summary>What counts of a patient, in an order of its own.</summary>
    private static string Text(PatientRecord patient) => string.Join('\n',
    [
        $"{patient.Born} {patient.Died} {patient.Sex} {patient.RegistrationOn(Generated.Reference)}",
        .. patient.Events.Select(e => $"{e}").Order(StringComparer.Ordinal),
        .. patient.Issues.Select(e => $"{e}").Order(StringComparer.Ordinal),
        .. patient.Repeats.Select(e => $"{e}").Order(StringComparer.Ordinal),
    ]);
}
