using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Emit.Searches;

/// <summary>What a list to be built by hand does to a search as long as it selects nobody.</summary>
[Flags]
public enum Gap
{
    None = 0,

    /// <summary>Patients who should be found are not: the search hides patients.</summary>
    HidesPatients = 1,

    /// <summary>Patients who should be left out are found.</summary>
    FindsTooMany = 2,
}

/// <summary>A search of a pack: its list of rules, and what is missing from it until the lists built by hand are built.</summary>
/// <param name="List">The rules.</param>
/// <param name="Gap">What it does wrong until then; None for a complete search.</param>
/// <param name="ByHand">The lists to be built by hand that it depends on, directly or through others.</param>
public sealed record Search(RuleList List, Gap Gap, ImmutableArray<string> ByHand)
{
    public bool IsComplete => Gap == Gap.None;
}

/// <summary>The searches that a target builds for some cohorts and measures, each after those that it depends on.</summary>
public sealed record SearchPlan(ITarget Target, Plan Plan, ImmutableArray<Search> Searches)
{
    public static SearchPlan Of(ITarget target, ProjectModel project, IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures)
    {
        var plan = Lowering.Lower(cohorts, measures, project.Cohort, test => target.Of(test, project).Grade == FitGrade.ByHand);
        var gaps = new Dictionary<string, Search>(StringComparer.Ordinal);
        foreach (var list in plan.Lists) gaps[list.Id] = Gaps(list, gaps);
        return new SearchPlan(target, plan, [.. plan.Lists.Select(l => gaps[l.Id])]);
    }

    private readonly Lazy<Dictionary<string, Search>> byId = new(() => Searches.ToDictionary(s => s.List.Id, StringComparer.Ordinal));

    public Search Find(string id) => byId.Value[id];

    /// <summary>
    /// A list built by hand selects nobody until it is built. Where being in it leads towards selection, patients are hidden; where it leads away,
    /// too many are found; through other lists the two multiply.
    /// </summary>
    private static Search Gaps(RuleList list, Dictionary<string, Search> earlier)
    {
        if (list.Origin == ListOrigin.Hand) return new Search(list, Gap.HidesPatients, [list.Id]);
        var gap = Gap.None;
        var byHand = new SortedSet<string>(StringComparer.Ordinal);
        if (list.From is FromList from) Take(earlier[from.Id], true);
        foreach (var rule in list.Rules)
            foreach (var member in rule.Members.OfType<InList>())
                Take(earlier[member.Id], Rank(rule.IfTrue) > Rank(rule.IfFalse));
        return new Search(list, gap, [.. byHand]);

        void Take(Search other, bool towards)
        {
            gap |= towards ? other.Gap : Turned(other.Gap);
            byHand.UnionWith(other.ByHand);
        }
    }

    private static Gap Turned(Gap gap) =>
        (gap.HasFlag(Gap.HidesPatients) ? Gap.FindsTooMany : Gap.None) | (gap.HasFlag(Gap.FindsTooMany) ? Gap.HidesPatients : Gap.None);

    private static int Rank(RuleAction action) => action switch { RuleAction.Reject => 0, RuleAction.Next => 1, _ => 2 };
}

public static class Gaps
{
    /// <summary>"hides patients", "finds too many", both, or nothing.</summary>
    public static string Words(this Gap gap) => gap switch
    {
        Gap.None => "",
        Gap.HidesPatients => "hides patients",
        Gap.FindsTooMany => "finds too many",
        _ => "hides patients and finds too many",
    };

    /// <summary>The tests of a condition's text for a name: the condition in the language's words.</summary>
    public static string HandTitle(RuleList list) => list.Hand is { } test ? ConditionText.Of(test) : list.Name;
}
