using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Counting;

/// <summary>A patient as a count sees one.</summary>
public sealed record CountedPatient(string Practice, string Age, string Sex, bool IsRegistered, ImmutableArray<bool> Include, ImmutableArray<bool> Exclude, bool IsCounted);

/// <summary>Counts of two cohorts, one within the other, and of measures over them, made from patients.</summary>
public sealed class GeneratedCounts(Choices choices, int most)
{
    private readonly Quantifier quantifier = choices.Of(Quantifier.Any, Quantifier.Any, Quantifier.All, Quantifier.AtLeast);
    private readonly int includes = 1 + choices.Next(3);
    private readonly int excludes = choices.Next(4);
    private readonly bool isWithin = choices.Maybe();
    private readonly Dimension[] dimensions = [.. new[] { Dimension.Practice, Dimension.AgeBand, Dimension.Sex, Dimension.Reason }.Where(_ => choices.Maybe())];

    public Counts Make()
    {
        var size = choices.Next(most + 1);
        var likely = 1 + choices.Next(6);
        bool Rarely() => choices.Next(8) < likely;
        List<CountedPatient> patients =
        [
            .. Enumerable.Range(0, size).Select(_ => new CountedPatient(
                choices.Of("North", "South", "West"),
                choices.Of("60–64", "65–69"),
                choices.Of("female", "male"),
                choices.Next(8) > 0,
                [.. Enumerable.Range(0, includes).Select(_ => Rarely())],
                [.. Enumerable.Range(0, excludes).Select(_ => choices.Next(5) == 1)],
                Rarely())),
        ];
        var registered = patients.Where(p => p.IsRegistered).ToList();
        var (first, inFirst) = Cohort("first", new Registered(), registered);
        var (second, inSecond) = Cohort("second", isWithin ? new OfCohort("first", null) : new Registered(), isWithin ? inFirst : registered);
        return new Counts(
            TestProject.Today,
            new CountedData("made up", size, 0, 0, []),
            [first, second],
            [
                Measure("share", new OfCohort("first", null), inFirst, true),
                Measure("other_share", new OfCohort("second", null), inSecond, true),
                Measure("of_list", new Registered(), registered, true),
                Measure("count", new OfCohort("first", null), inFirst, false),
            ]);
    }

    private (CohortCount Count, List<CountedPatient> In) Cohort(string name, Population from, List<CountedPatient> population)
    {
        // The second turns the criteria round, so that it is another cohort.
        var flip = name == "second";
        bool Includes(CountedPatient patient, int i) => patient.Include[flip ? includes - 1 - i : i];
        bool Excludes(CountedPatient patient, int i) => patient.Exclude[flip ? excludes - 1 - i : i];
        var inclusion = new Inclusion(quantifier, Math.Max(1, includes - 1), [.. Enumerable.Range(0, includes).Select(i => Named($"include {i}"))]);
        bool IsIncluded(CountedPatient patient, int but = -1) => Enumerable.Range(0, includes).Count(i => i != but && Includes(patient, i)) >= inclusion.Needed;
        var included = population.Where(p => IsIncluded(p)).ToList();
        var isIn = included.Where(p => !Enumerable.Range(0, excludes).Any(i => Excludes(p, i))).ToList();
        var isAll = quantifier == Quantifier.All;
        bool Alone(CountedPatient patient, int i) => isAll
            ? Enumerable.Range(0, includes).All(k => (k == i) != Includes(patient, k))
            : IsIncluded(patient) && !IsIncluded(patient, i);
        var include = Enumerable.Range(0, includes).Select(i => new CriterionCount(
            $"include {i}",
            population.Count(p => Includes(p, i)),
            population.Count(p => Alone(p, i)),
            population.Count(p => Enumerable.Range(0, i + 1).Count(k => Includes(p, k)) >= (isAll ? i + 1 : inclusion.Needed))));
        var exclude = Enumerable.Range(0, excludes).Select(i => new CriterionCount(
            $"exclude {i}",
            included.Count(p => Excludes(p, i)),
            included.Count(p => Excludes(p, i) && !Enumerable.Range(0, excludes).Any(k => k != i && Excludes(p, k))),
            included.Count(p => !Enumerable.Range(0, i + 1).Any(k => Excludes(p, k)))));
        var cohort = new Cohort(name, name, null, from, inclusion, [.. Enumerable.Range(0, excludes).Select(i => Named($"exclude {i}"))], null, [], []);
        return (new CohortCount(cohort, population.Count, [.. include], included.Count, [.. exclude], isIn.Count, [.. Parts(isIn, population, flip).Select(p => p.Dimension == Dimension.Reason ? p with { Denominator = null } : p)], Caveats.None), isIn);
    }

    private MeasureCount Measure(string name, Population over, List<CountedPatient> patients, bool isShare)
    {
        var measure = new Measure(name, name, null, new PatientsOf(over), isShare ? new SexTest(Sex.Female) : null, default, null, [.. dimensions], [], [], []);
        var counted = isShare ? patients.Where(p => p.IsCounted).ToList() : patients;
        var byReason = over is OfCohort;
        return new MeasureCount(
            measure, counted.Count, isShare ? patients.Count : null, [.. Parts(counted, isShare ? patients : null, over is OfCohort { Cohort: "second" }).Where(p => byReason || p.Dimension != Dimension.Reason)], Caveats.None);
    }

    private IEnumerable<PartCount> Parts(List<CountedPatient> patients, List<CountedPatient>? all, bool flip)
    {
        IEnumerable<PartCount> By(Dimension dimension, IEnumerable<string> values, Func<CountedPatient, string, bool> isOf) =>
            values.Select(v => new PartCount(dimension, v, patients.Count(p => isOf(p, v)), all?.Count(p => isOf(p, v))));
        foreach (var dimension in dimensions)
            foreach (var part in dimension switch
            {
                Dimension.Practice => By(dimension, ["North", "South", "West"], (p, v) => p.Practice == v),
                Dimension.AgeBand => By(dimension, ["60–64", "65–69"], (p, v) => p.Age == v),
                Dimension.Sex => By(dimension, ["female", "male"], (p, v) => p.Sex == v),
                _ => By(dimension, Enumerable.Range(0, includes).Select(i => $"include {i}"), (p, v) => p.Include[flip ? includes - 1 - (v[^1] - '0') : v[^1] - '0']),
            }) yield return part;
    }

    private static Criterion Named(string label) => new(label, new SexTest(Sex.Female), [], default, default);
}
