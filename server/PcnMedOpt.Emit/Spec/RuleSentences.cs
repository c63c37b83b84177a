using PcnMedOpt.Core.Model.RuleLists;

namespace PcnMedOpt.Emit.Spec;

/// <summary>A rule in the formulaic sentences of the NHS business rules; the criteria stand between the two halves.</summary>
internal static class RuleSentences
{
    public static (string Before, string After) Of(Rule rule, bool isFirst)
    {
        var whom = isFirst ? "patients from the specified population" : "patients passed to this rule";
        var meeting = rule.Members.Length switch
        {
            1 => "who meet the criterion below:",
            2 when rule.Join == RuleJoin.All => "who meet both of the criteria below:",
            _ when rule.Join == RuleJoin.All => "who meet all of the criteria below:",
            _ => "who meet at least one of the criteria below:",
        };
        var before = rule.IfTrue switch
        {
            RuleAction.Select => $"Select {whom} {meeting}",
            RuleAction.Reject => $"Reject {whom} {meeting}",
            _ => $"Pass to the next rule all {whom} {meeting}",
        };
        var after = rule.IfFalse switch
        {
            RuleAction.Select => "Select the remaining patients.",
            RuleAction.Reject => "Reject the remaining patients.",
            _ => "Pass all remaining patients to the next rule.",
        };
        return (before, after);
    }

    public static string Word(RuleAction action) => action switch { RuleAction.Select => "Select", RuleAction.Reject => "Reject", _ => "Next rule" };
}
