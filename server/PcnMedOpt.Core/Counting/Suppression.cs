using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Counting;

/// <summary>
/// Small numbers are not shown, nor others from which they could be worked out by adding and taking away (docs/counting.md says by which rule, and against which reader).
/// </summary>
public static class Suppression
{
    /// <summary>Numbers from 1 to less than this are small, where nothing else is said.</summary>
    public const int Usual = 6;

    /// <param name="counts">The counts.</param>
    /// <param name="below">Numbers from 1 to less than this are suppressed; null for none.</param>
    public static PublishedCounts Apply(Counts counts, int? below = Usual)
    {
        if (below is not { } limit) return Publish(counts, null, (_, value) => Figure.Exact(value));
        var ledger = new Ledger(limit);
        var everyone = ledger.Shown(CountNames.Everyone, counts.Data.Patients);
        foreach (var cohort in counts.Cohorts) CohortRelations.Add(ledger, cohort);
        foreach (var measure in counts.Measures) MeasureRelations.Add(ledger, measure);
        foreach (var registered in ListSizes(counts).Distinct()) ledger.AtMost([ledger.Shown(CountNames.Of(new Registered()), registered)], [everyone]);
        Protection.Protect(ledger);
        return Publish(counts with { Data = WithoutExamples(counts.Data) }, limit, ledger.FigureOf);
    }

    /// <summary>How many are registered, wherever it is told.</summary>
    private static IEnumerable<long> ListSizes(Counts counts) =>
        counts.Cohorts.Where(c => c.Cohort.From is Registered).Select(c => c.Population)
            .Concat(counts.Measures.Where(m => m.Measure.Of is PatientsOf { Population: Registered }).Select(m => m.Denominator ?? m.Numerator));

    private static CountedData WithoutExamples(CountedData data) => data with { Faults = [.. data.Faults.Select(f => f with { Examples = [] })] };

    private static PublishedCounts Publish(Counts counts, int? below, Func<string, long, Figure> figure) => new(
        counts.Reference,
        below,
        counts.Data,
        figure(CountNames.Everyone, counts.Data.Patients),
        [.. counts.Cohorts.Select(c => Publish(c, figure))],
        [.. counts.Measures.Select(m => Publish(m, figure))]);

    private static PublishedCohort Publish(CohortCount count, Func<string, long, Figure> figure)
    {
        var name = count.Cohort.Name;
        ImmutableArray<PublishedCriterion> Criteria(ImmutableArray<CriterionCount> criteria, bool isExclude) =>
        [
            .. criteria.Select((c, i) =>
            {
                Figure Of(string what, long value) => figure(CountNames.Criterion(name, what, isExclude, i), value);
                return new PublishedCriterion(c.Label, Of("holds", c.Holds), Of("alone", c.Alone), Of("left", c.Left));
            }),
        ];
        return new PublishedCohort(
            count.Cohort,
            figure(CountNames.Of(count.Cohort.From), count.Population),
            Criteria(count.Include, false),
            figure(CountNames.Included(name), count.Included),
            Criteria(count.Exclude, true),
            figure(CountNames.In(name), count.In),
            Publish(count.Parts, CountNames.In(name), CountNames.Of(count.Cohort.From), figure),
            count.Caveats);
    }

    private static PublishedMeasure Publish(MeasureCount count, Func<string, long, Figure> figure)
    {
        var (over, counted) = (CountNames.Denominator(count.Measure), CountNames.Numerator(count.Measure));
        return new PublishedMeasure(
            count.Measure,
            figure(counted, count.Numerator),
            count.Denominator is { } denominator ? figure(over, denominator) : null,
            Publish(count.Parts, counted, over, figure),
            count.Caveats);
    }

    private static ImmutableArray<PublishedPart> Publish(ImmutableArray<PartCount> parts, string counted, string over, Func<string, long, Figure> figure) =>
    [
        .. parts.Select(p => new PublishedPart(
            p.Dimension,
            p.Value,
            figure(CountNames.Part(counted, p.Dimension, p.Value), p.Numerator),
            p.Denominator is { } of ? figure(CountNames.Part(over, p.Dimension, p.Value), of) : null)),
    ];
}
