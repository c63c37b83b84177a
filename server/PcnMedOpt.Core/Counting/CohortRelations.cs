using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Counting;

/// <summary>What a reader can work out from the numbers of one cohort, as equations.</summary>
internal static class CohortRelations
{
    public static void Add(Ledger ledger, CohortCount count)
    {
        var cohort = count.Cohort;
        var population = ledger.Shown(CountNames.Of(cohort.From), count.Population);
        var isIn = count.In == count.Included && count.Exclude.IsEmpty ? Included(ledger, count, population, CountNames.In(cohort.Name)) : ledger.Shown(CountNames.In(cohort.Name), count.In);
        var included = count.Exclude.IsEmpty
            ? ledger.Alias(CountNames.Included(cohort.Name), count.Included, isIn)
            : Included(ledger, count, population, CountNames.Included(cohort.Name));
        ledger.Equal([population], [included, ledger.Implied(Math.Max(0, count.Population - count.Included))]);
        Include(ledger, count, population, included);
        Exclude(ledger, count, included, isIn);
        var excluded = ledger.Implied(Math.Max(0, count.Included - count.In));
        if (!count.Exclude.IsEmpty) ledger.Equal([included], [isIn, excluded]);
        PartRelations.Add(ledger, count.Parts, CountNames.In(cohort.Name), isIn, CountNames.Of(cohort.From), population);
        Reasons(ledger, count, isIn, excluded);
    }

    /// <summary>A cohort without an inclusion includes its whole population.</summary>
    private static int Included(Ledger ledger, CohortCount count, int population, string name) =>
        count.Cohort.Include is null ? ledger.Alias(name, count.Included, population) : ledger.Shown(name, count.Included);

    private static void Include(Ledger ledger, CohortCount count, int population, int included)
    {
        if (count.Cohort.Include is not { } inclusion || count.Include.IsEmpty) return;
        var holds = Numbers(ledger, count, false, "holds", c => c.Holds);
        var alone = Numbers(ledger, count, false, "alone", c => c.Alone);
        var left = Numbers(ledger, count, false, "left", c => c.Left);
        var before = inclusion.Quantifier == Quantifier.All ? count.Population : 0;
        var byEach = ImmutableArray.CreateBuilder<int>();
        foreach (var criterion in count.Include)
        {
            byEach.Add(ledger.Implied(Math.Abs(criterion.Left - before)));
            before = criterion.Left;
        }
        var taken = byEach.DrainToImmutable();
        if (inclusion.Quantifier == Quantifier.All)
        {
            // Whoever is left after one fails none so far: those who fail are taken away in turn.
            var failing = holds.Select(h => ledger.Implied(Math.Max(0, count.Population - ledger.ValueOf(h)))).ToImmutableArray();
            for (var i = 0; i < left.Length; i++)
            {
                ledger.Equal([population], [holds[i], failing[i]]);
                ledger.Equal([i == 0 ? population : left[i - 1]], [left[i], taken[i]]);
            }
            ledger.Equal([failing[0]], [taken[0]]);
            UnionRelations.Add(ledger, failing, alone, taken);
        }
        else if (inclusion.Needed == 1)
        {
            for (var i = 0; i < left.Length; i++) ledger.Equal([left[i]], i == 0 ? [taken[0]] : [left[i - 1], taken[i]]);
            ledger.Equal([holds[0]], [taken[0]]);
            UnionRelations.Add(ledger, holds, alone, taken);
        }
        else
        {
            foreach (var some in holds) ledger.Equal([population], [some, ledger.Implied(Math.Max(0, count.Population - ledger.ValueOf(some)))]);
            ledger.AllOrNone([.. holds, .. alone, .. left], population, included);
            return;
        }
        ledger.Equal([left[^1]], [included]);
    }

    private static void Exclude(Ledger ledger, CohortCount count, int included, int isIn)
    {
        if (count.Exclude.IsEmpty) return;
        var holds = Numbers(ledger, count, true, "holds", c => c.Holds);
        var alone = Numbers(ledger, count, true, "alone", c => c.Alone);
        var left = Numbers(ledger, count, true, "left", c => c.Left);
        var before = count.Included;
        var dropped = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < left.Length; i++)
        {
            dropped.Add(i == 0 ? holds[0] : ledger.Implied(Math.Max(0, before - count.Exclude[i].Left)));
            ledger.Equal([i == 0 ? included : left[i - 1]], [left[i], dropped[i]]);
            before = count.Exclude[i].Left;
        }
        ledger.Equal([left[^1]], [isIn]);
        UnionRelations.Add(ledger, holds, alone, dropped.DrainToImmutable());
    }

    /// <summary>A reason is the label of an include criterion that holds of some who are in.</summary>
    private static void Reasons(Ledger ledger, CohortCount count, int isIn, int excluded)
    {
        var name = CountNames.In(count.Cohort.Name);
        var reasons = count.Parts.Where(p => p.Dimension == Dimension.Reason).Select(p => (p.Value, Number: ledger.Shown(CountNames.Part(name, p.Dimension, p.Value), p.Numerator))).ToList();
        if (reasons.Count == 0) return;
        var isAll = count.Cohort.Include is { Quantifier: Quantifier.All };
        var isUnion = !isAll && count.Cohort.Include is { Needed: 1 };
        foreach (var (label, reason) in reasons)
        {
            if (isAll) ledger.Equal([isIn], [reason]);
            if (count.Include.FirstOrDefault(c => c.Label == label) is not { } criterion || !isUnion) continue;
            var holds = ledger.Shown(CountNames.Criterion(count.Cohort.Name, "holds", false, count.Include.IndexOf(criterion)), criterion.Holds);
            var gone = ledger.Slack(Math.Max(0, criterion.Holds - ledger.ValueOf(reason)));
            if (count.Exclude.IsEmpty) ledger.Equal([holds], [reason]);
            else
            {
                ledger.Equal([holds], [reason, gone]);
                ledger.AtMost([gone], [excluded]);
            }
        }
        if (isUnion) ledger.AtMost([isIn], [.. reasons.Select(r => r.Number)]);
    }

    private static ImmutableArray<int> Numbers(Ledger ledger, CohortCount count, bool isExclude, string what, Func<CriterionCount, long> number) =>
        [.. (isExclude ? count.Exclude : count.Include).Select((c, i) => ledger.Shown(CountNames.Criterion(count.Cohort.Name, what, isExclude, i), number(c)))];
}
