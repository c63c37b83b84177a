using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Data.Columns;
using PcnMedOpt.Data.Counting;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Data;

/// <summary>The numbers of a count are those of the patients, one by one.</summary>
public sealed class CounterTests
{
    private static readonly int Runs = TestSize.Of(usual: 300, full: 3_000);

    private static readonly ProjectModel Sets = TestProject.Of(Generated.CodeSets).Project;

    private static readonly Dimension[] Partitions = [Dimension.Practice, Dimension.AgeBand, Dimension.Sex];

    [Fact]
    public void A_cohort_counts_whom_the_evaluator_finds() => Prop.ForAll<byte[], byte[]>((forCohorts, forPatients) =>
    {
        var (cohorts, project) = new Generated(new Choices(forCohorts)).TwoCohorts(Sets);
        var patients = Patients(forPatients);
        var evaluator = new Evaluator(project, Generated.Reference);
        var counts = Counter.Count(RecordColumns.Of(patients, Generated.Reference), project, cohorts, [], Generated.Reference);
        foreach (var count in counts.Cohorts)
        {
            var outcomes = patients.Select(p => (p.Practice, p.Record, Outcome: evaluator.Outcome(count.Cohort, p.Record))).Where(p => p.Outcome.IsInPopulation).ToList();
            bool Included(CohortOutcome o) => count.Cohort.Include is null || o.Include.Count(c => c.Holds) >= count.Cohort.Include.Needed;
            var included = outcomes.Where(o => Included(o.Outcome)).ToList();
            Assert.Equal((outcomes.Count, included.Count, outcomes.Count(o => o.Outcome.IsIn)), ((int)count.Population, (int)count.Included, (int)count.In));
            foreach (var (i, criterion) in count.Include.Index())
            {
                Assert.Equal(outcomes.Count(o => o.Outcome.Include[i].Holds), criterion.Holds);
                Assert.Equal(outcomes.Count(o => o.Outcome.IsIn && o.Outcome.Include[i].Holds), count.Parts.Single(p => p.Dimension == Dimension.Reason && p.Value == criterion.Label).Numerator);
            }
            foreach (var (i, criterion) in count.Exclude.Index())
            {
                Assert.Equal(included.Count(o => o.Outcome.Exclude[i].Holds), criterion.Holds);
                Assert.Equal(included.Count(o => o.Outcome.Exclude[i].Holds && o.Outcome.Exclude.Count(e => e.Holds) == 1), criterion.Alone);
                Assert.Equal(included.Count(o => !o.Outcome.Exclude.Take(i + 1).Any(e => e.Holds)), criterion.Left);
            }
            if (count.Include.Length > 0) Assert.Equal(count.Included, count.Include[^1].Left);
            Assert.All(count.Include, c => Assert.Equal(Alone(c.Label), c.Alone));
            foreach (var dimension in Partitions) Assert.Equal(count.In, count.Parts.Where(p => p.Dimension == dimension).Sum(p => p.Numerator));
            foreach (var practice in count.Parts.Where(p => p.Dimension == Dimension.Practice))
                Assert.Equal((outcomes.Count(o => o.Practice == practice.Value && o.Outcome.IsIn), outcomes.Count(o => o.Practice == practice.Value)), ((int)practice.Numerator, (int)(practice.Denominator ?? -1)));

            long Alone(string label) => outcomes.Count(o =>
            {
                var own = o.Outcome.Include.Single(c => c.Criterion.Label == label).Holds;
                var others = o.Outcome.Include.Count(c => c.Holds && c.Criterion.Label != label);
                return count.Cohort.Include is { Quantifier: Quantifier.All } ? !own && others == o.Outcome.Include.Length - 1 : own && Included(o.Outcome) && others < count.Cohort.Include?.Needed;
            });
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithEndSize(300).WithReplay(20261128, 1));

    [Fact]
    public void A_measure_counts_patients_or_records() => Prop.ForAll<byte[], byte[]>((forMeasure, forPatients) =>
    {
        var choices = new Choices(forMeasure);
        Denominator of = choices.Maybe()
            ? new PatientsOf(choices.Of<Population>(new Registered(), new Everyone()))
            : new RecordsOf(choices.Of("a", "b"), Happened.Recorded, [new WindowFilter(new InLast(new Duration(6, DurationUnit.Months)))], new Registered());
        Condition numerator = new AllOf(
        [
            new HappenedTest(["b", "c"], Happened.Recorded, of is RecordsOf ? [new WindowFilter(new WithinOfAnchor(new Duration(28, DurationUnit.Days), Around.Of, new ItAnchor()))] : [], null),
            new Not(new Generated(choices).Test(null)),
        ]);
        var measure = new Measure("measure", "Measure", null, of, choices.Next(4) == 3 ? null : numerator, default, null, [.. Partitions], [], [], []);
        var patients = Patients(forPatients);
        var count = Counter.Count(RecordColumns.Of(patients, Generated.Reference), Sets, [], [measure], Generated.Reference).Measures.Single();
        var evaluator = new Evaluator(Sets, Generated.Reference);
        var subjects = patients.Where(p => evaluator.IsIn(of.Population, p.Record)).SelectMany(p => of is not RecordsOf records ? [(p.Practice, p.Record, It: (DateOnly?)null)]
            : new Records(Sets, p.Record, Generated.Reference, null).Of([records.Set], records.How, records.Filters).Select(r => r.Date).Distinct().Select(d => (p.Practice, p.Record, It: (DateOnly?)d))).ToList();
        bool Counted(PatientRecord record, DateOnly? it) => measure.Numerator is null || evaluator.Holds(measure.Numerator, record, it);
        Assert.Equal(subjects.Count(s => Counted(s.Record, s.It)), count.Numerator);
        Assert.Equal(measure.Numerator is null ? null : (long?)subjects.Count, count.Denominator);
        foreach (var part in count.Parts.Where(p => p.Dimension == Dimension.Practice))
            Assert.Equal(subjects.Count(s => s.Practice == part.Value && Counted(s.Record, s.It)), part.Numerator);
        foreach (var dimension in Partitions) Assert.Equal(count.Numerator, count.Parts.Where(p => p.Dimension == dimension).Sum(p => p.Numerator));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(40).WithEndSize(300).WithReplay(20261129, 1));

    [Theory]
    [InlineData(0, "0–4")]
    [InlineData(4, "0–4")]
    [InlineData(75, "75–79")]
    [InlineData(94, "90–94")]
    [InlineData(95, "95+")]
    [InlineData(112, "95+")]
    public void An_age_is_in_a_band(int years, string band) => Assert.Equal(band, AgeBands.Name(AgeBands.Of(years)));

    private static ImmutableArray<(string Practice, PatientRecord Record)> Patients(byte[] numbers)
    {
        var choices = new Choices(numbers);
        var patients = new Generated(choices);
        return [.. Enumerable.Range(0, 12).Select(_ => (choices.Of("east", "west"), patients.Patient()))];
    }
}
