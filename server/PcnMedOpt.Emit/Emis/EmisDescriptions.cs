using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Emit.Emis;

/// <summary>The description of a search, for whoever opens it in EMIS: what is missing from it, how it differs, how to build what is to be built.</summary>
public static class EmisDescriptions
{
    public static string Of(Search search, EmisTarget target, ProjectModel project)
    {
        var lines = new List<string>();
        if (search.List is { Origin: ListOrigin.Hand, Hand: { } test }) lines.AddRange(Steps(test, target, project).Select((s, i) => $"{i + 1}. {s}"));
        else
        {
            if (!search.IsComplete)
                lines.Add($"NOT COMPLETE: until {string.Join("; ", search.ByHand.Select(id => $"\"TO BUILD BY HAND: {id["hand/".Length..]}\""))} {(search.ByHand.Length == 1 ? "is" : "are")} built, this search {search.Gap.Words()}.");
            lines.AddRange(Differences(search.List, target, project));
        }
        if (lines.Count == 0) lines.Add(search.List.Name);
        return string.Join(" ", lines);
    }

    /// <summary>What a person does to build a test in EMIS, step by step.</summary>
    public static IEnumerable<string> Steps(Condition test, EmisTarget target, ProjectModel project)
    {
        yield return $"Find patients with: {ConditionText.Of(test)}.";
        yield return $"It is built by hand because {target.Of(test, project).How}.";
        foreach (var set in test.SetsUsed().Select(s => s.Set).Distinct())
            yield return $"For '{set}' take the codes listed under this name in the code appendix of the specification, and check their number.";
        yield return "Open this search, remove the criterion that finds nobody, and add the criterion above.";
        yield return "Run it on the test patients of the installation page, then remove the words TO BUILD BY HAND from its name, and INCOMPLETE from the searches that use it.";
    }

    private static IEnumerable<string> Differences(RuleList list, EmisTarget target, ProjectModel project) =>
        from member in list.Rules.SelectMany(r => r.Members).OfType<Records>()
        let fit = target.Of(member.Test, project)
        where fit.Grade == FitGrade.Approximate
        group member by $"Approximate: {ConditionText.Of(member.Test)}: {fit.How}." into difference
        select difference.Key;
}
