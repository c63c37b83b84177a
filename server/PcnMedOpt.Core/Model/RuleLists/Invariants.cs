using System.Diagnostics;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>What is true of every plan, checked when it is made and again before it is written.</summary>
public static class Invariants
{
    public static void Check(Plan plan)
    {
        var earlier = new HashSet<string>(StringComparer.Ordinal);
        foreach (var list in plan.Lists)
        {
            Require(list.DependsOn().All(earlier.Contains), list, "it depends on a list that does not come before it");
            Require(earlier.Add(list.Id), list, "its id is taken");
            Check(list);
        }
        foreach (var root in plan.Roots.Values) Require(earlier.Contains(root), plan.Lists[0], $"the root '{root}' is no list");
    }

    private static void Check(RuleList list)
    {
        for (var i = 0; i < list.Rules.Length; i++)
        {
            var rule = list.Rules[i];
            var isLast = i == list.Rules.Length - 1;
            Require(!isLast || (rule.IfTrue != RuleAction.Next && rule.IfFalse != RuleAction.Next), list, "its last rule passes on");
            Require(isLast || rule.IfTrue != rule.IfFalse, list, "a rule does the same whatever it finds");
            Require(rule.Members.Length > 0, list, "a rule asks nothing");
            foreach (var member in rule.Members.OfType<Records>())
                Require(!member.Negated || member.Criterion.IsPlain, list, "a criterion with an order or a link is negated");
        }
        Require((list.Origin == ListOrigin.Hand) == (list.Hand is not null), list, "it is to be built by hand and does not say how");
    }

    private static void Require(bool holds, RuleList list, string otherwise)
    {
        if (!holds) throw new UnreachableException($"The rule list '{list.Id}' is not sound: {otherwise}.");
    }
}
