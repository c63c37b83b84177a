using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>A rule: what it asks, what becomes of whom, and what is said of it.</summary>
internal sealed record ImportedRule(string Label, Condition Condition, EmisAction IfTrue, EmisAction IfFalse, ImmutableArray<string> Comments);

/// <summary>
/// From ordered rules to include and exclude. Before anybody is selected, a rule that rejects and else goes on is an exclusion, and one that goes on and
/// else rejects is asked of all; both commute. What follows is "this, or the rest" after a rule that selects, "not this, and the rest" after one that
/// rejects, and so on from the last rule backwards.
/// </summary>
internal sealed class RuleImport(Func<Condition, Condition> without)
{
    public (bool Any, ImmutableArray<ImportedCriterion> Include, ImmutableArray<ImportedCriterion> Exclude) Of(ImmutableArray<ImportedRule> rules)
    {
        var exclude = ImmutableArray.CreateBuilder<ImportedCriterion>();
        var required = ImmutableArray.CreateBuilder<ImportedCriterion>();
        var at = 0;
        for (; at < rules.Length; at++)
        {
            var rule = rules[at];
            if ((rule.IfTrue, rule.IfFalse) is (EmisAction.Reject, EmisAction.Next) or (EmisAction.Reject, EmisAction.Select) && !Continues(rule, at, rules)) exclude.Add(Criterion(rule, false));
            else if ((rule.IfTrue, rule.IfFalse) is (EmisAction.Next, EmisAction.Reject) or (EmisAction.Select, EmisAction.Reject) && !Continues(rule, at, rules)) required.Add(Criterion(rule, false));
            else break;
        }
        if (at == rules.Length) return (false, required.DrainToImmutable(), exclude.DrainToImmutable());
        var rest = rules.RemoveRange(0, at);
        if (required.Count == 0 && AreAlternatives(rest)) return (true, [.. rest.Select(r => Criterion(r, r.IfTrue is EmisAction.Reject or EmisAction.Next))], exclude.DrainToImmutable());
        var comments = rest.SelectMany(r => r.Comments).ToImmutableArray();
        required.Add(new ImportedCriterion(Shortened(string.Join("; ", rest.Select(r => r.Label))), Rest(rest), comments));
        return (false, required.DrainToImmutable(), exclude.DrainToImmutable());
    }

    /// <summary>A rule before the last that neither goes on nor ends: what follows it is never asked. The last may end.</summary>
    private static bool Continues(ImportedRule rule, int at, ImmutableArray<ImportedRule> rules) =>
        at < rules.Length - 1 && rule.IfTrue != EmisAction.Next && rule.IfFalse != EmisAction.Next;

    /// <summary>Each selects, or goes on to the next; the last selects or rejects.</summary>
    private static bool AreAlternatives(ImmutableArray<ImportedRule> rules) =>
        rules.SkipLast(1).All(r => (r.IfTrue, r.IfFalse) is (EmisAction.Select, EmisAction.Next) or (EmisAction.Next, EmisAction.Select))
        && (rules[^1].IfTrue, rules[^1].IfFalse) is (EmisAction.Select, EmisAction.Reject) or (EmisAction.Reject, EmisAction.Select);

    private Condition Rest(ImmutableArray<ImportedRule> rules)
    {
        var rule = rules[0];
        Condition Tail() => Rest(rules.RemoveAt(0));
        return (rule.IfTrue, rule.IfFalse) switch
        {
            (EmisAction.Select, EmisAction.Reject) => rule.Condition,
            (EmisAction.Reject, EmisAction.Select) => Opposite(rule.Condition),
            (EmisAction.Select, EmisAction.Next) => Any(rule.Condition, Tail()),
            (EmisAction.Next, EmisAction.Select) => Any(Opposite(rule.Condition), Tail()),
            (EmisAction.Reject, EmisAction.Next) => All(Opposite(rule.Condition), Tail()),
            (EmisAction.Next, EmisAction.Reject) => All(rule.Condition, Tail()),
            (EmisAction.Next, EmisAction.Next) => Tail(),
            _ => throw new NotSaid(new EmisPlace(1, 1), "a rule does the same whatever it finds"),
        };
    }

    private ImportedCriterion Criterion(ImportedRule rule, bool negated) =>
        new(negated ? Shortened($"Not: {rule.Label}") : rule.Label, negated ? Opposite(rule.Condition) : rule.Condition, rule.Comments);

    private Condition Opposite(Condition condition) => Negation.Of(condition, without);

    private static AnyOf Any(Condition one, Condition rest) => new([.. Parts(one), .. Parts(rest)]);

    private static AllOf All(Condition one, Condition rest) => new([.. AllParts(one), .. AllParts(rest)]);

    private static ImmutableArray<Condition> Parts(Condition condition) => condition is AnyOf any ? any.Operands : [condition];

    private static ImmutableArray<Condition> AllParts(Condition condition) => condition is AllOf all ? all.Operands : [condition];

    public static string Shortened(string label)
    {
        const int longest = 150;
        var words = ImportedCohort.Words(label);
        return words.Length <= longest ? words : words[..(longest - 1)].TrimEnd() + "…";
    }
}
