using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Data.Counting;

/// <summary>The numbers of a cohort in some blocks.</summary>
/// <param name="Population">Whom it starts from.</param>
/// <param name="Included">Who satisfies the inclusion.</param>
/// <param name="In">Who is in.</param>
/// <param name="Holds">For whom each criterion holds, the include criteria first.</param>
/// <param name="Alone">Who is included, or kept out, by a criterion alone.</param>
/// <param name="Left">Who is left after each criterion.</param>
/// <param name="Reasons">Of those who are in, for whom each include criterion holds.</param>
/// <param name="Groups">Those who are in, in groups.</param>
/// <param name="PopulationGroups">The population in groups.</param>
internal sealed record CohortTally(
    long Population, long Included, long In, long[] Holds, long[] Alone, long[] Left, long[] Reasons, GroupTally Groups, GroupTally PopulationGroups)
{
    public static CohortTally Of(CohortSets sets, Groups groups)
    {
        var criteria = sets.Include.Length + sets.Exclude.Length;
        var (holds, alone, left) = (new long[criteria], new long[criteria], new long[criteria]);
        var nobody = sets.Population.Except(sets.Population);
        for (var i = 0; i < sets.Include.Length; i++)
        {
            var needed = sets.Cohort.Include?.Needed ?? 0;
            var isAll = sets.Cohort.Include is { Quantifier: Quantifier.All };
            var others = CohortSets.AtLeast(sets.Include.RemoveAt(i), isAll ? needed - 1 : needed, nobody);
            holds[i] = sets.Population.And(sets.Include[i]).Count;
            alone[i] = isAll ? sets.Population.And(others).Except(sets.Include[i]).Count : sets.Included.Except(others).Count;
            left[i] = sets.Population.And(CohortSets.AtLeast(sets.Include[..(i + 1)], isAll ? i + 1 : needed, nobody)).Count;
        }
        var after = sets.Included;
        for (var i = 0; i < sets.Exclude.Length; i++)
        {
            var at = sets.Include.Length + i;
            after = after.Except(sets.Exclude[i]);
            holds[at] = sets.Included.And(sets.Exclude[i]).Count;
            alone[at] = sets.Included.And(sets.Exclude[i]).Except(sets.Exclude.RemoveAt(i).Aggregate(nobody, (a, b) => a.Or(b))).Count;
            left[at] = after.Count;
        }
        return new CohortTally(
            sets.Population.Count, sets.Included.Count, sets.In.Count, holds, alone, left, [.. sets.Include.Select(c => (long)sets.In.And(c).Count)], groups.Of(sets.In), groups.Of(sets.Population));
    }

    public static CohortTally Sum(Cohort cohort, IEnumerable<CohortTally> parts, int practices)
    {
        var criteria = cohort.Criteria.Count();
        var all = parts.ToList();
        return new CohortTally(
            all.Sum(p => p.Population), all.Sum(p => p.Included), all.Sum(p => p.In),
            Sum(criteria, all, p => p.Holds), Sum(criteria, all, p => p.Alone), Sum(criteria, all, p => p.Left), Sum(cohort.Include?.Criteria.Length ?? 0, all, p => p.Reasons),
            GroupTally.Sum(all.Select(p => p.Groups), practices), GroupTally.Sum(all.Select(p => p.PopulationGroups), practices));
    }

    public CohortCount Counted(Cohort cohort, ImmutableArray<string> practices, Caveats caveats)
    {
        var labels = cohort.Criteria.Select((c, i) => new CriterionCount(c.Label, Holds[i], Alone[i], Left[i])).ToImmutableArray();
        var includes = cohort.Include?.Criteria.Length ?? 0;
        return new CohortCount(
            cohort, Population, labels[..includes], Included, labels[includes..], In,
            [.. GroupParts.Of(Groups, PopulationGroups, true, practices, [Dimension.Practice, Dimension.AgeBand, Dimension.Sex]), .. ReasonParts(cohort)], caveats);
    }

    private IEnumerable<PartCount> ReasonParts(Cohort cohort) => (cohort.Include?.Criteria ?? []).Select((c, i) => new PartCount(Dimension.Reason, c.Label, Reasons[i], null));

    private static long[] Sum(int length, List<CohortTally> parts, Func<CohortTally, long[]> of)
    {
        var sum = new long[length];
        foreach (var part in parts) GroupTally.Add(sum, of(part));
        return sum;
    }
}
