using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.RuleLists;
using PcnMedOpt.Emit.Searches;

namespace PcnMedOpt.Emit.Systmone;

/// <summary>
/// Folds rules into joins of "in" and "not in" alone. Within whoever reaches a rule, H, the rest of the rules selects some and leaves the others; the
/// one is H without the other, and each rule asks for the one that costs no join: after "select, else next" the left are those whom the rest leaves of H
/// without the rule's; after "reject, else next" the selected are those whom the rest selects of H without the rule's, and so on. "A or B" is H without
/// (H without A without B). Equal joins are one join.
/// </summary>
internal sealed class JoinFold(Plan plan)
{
    private readonly List<AtomicReport> reports = [];
    private readonly List<ReportJoin> joins = [];
    private readonly List<SheetResult> results = [];
    private readonly Dictionary<string, string> byContent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> byList = new(StringComparer.Ordinal);

    public BuildSheet Sheet => new([.. reports], [.. joins], [.. results]);

    /// <summary>Adds a list; those that it depends on were added before it.</summary>
    public void Add(RuleList list)
    {
        var from = list.From is FromList other ? byList[other.Id] : Source(list.From);
        byList[list.Id] = list.Rules.IsEmpty ? from : Selected(from, list.Rules);
        results.Add(new SheetResult(list, byList[list.Id]));
    }

    /// <summary>Those of H whom the rules select.</summary>
    private string Selected(string h, ImmutableArray<Rule> rules)
    {
        var (rule, rest) = (rules[0], rules.RemoveAt(0));
        return (rule.IfTrue, rule.IfFalse) switch
        {
            (RuleAction.Select, RuleAction.Reject) => With(h, rule),
            (RuleAction.Reject, RuleAction.Select) => Without(h, rule),
            (RuleAction.Reject, RuleAction.Next) => Selected(Without(h, rule), rest),
            (RuleAction.Next, RuleAction.Reject) => Selected(With(h, rule), rest),
            (RuleAction.Select, RuleAction.Select) => h,
            (RuleAction.Reject, RuleAction.Reject) => Join(h, false, h, rule.Labels),
            _ => Join(h, false, Left(h, rules), rule.Labels),
        };
    }

    /// <summary>Those of H whom the rules leave.</summary>
    private string Left(string h, ImmutableArray<Rule> rules)
    {
        var (rule, rest) = (rules[0], rules.RemoveAt(0));
        return (rule.IfTrue, rule.IfFalse) switch
        {
            (RuleAction.Select, RuleAction.Reject) => Without(h, rule),
            (RuleAction.Reject, RuleAction.Select) => With(h, rule),
            (RuleAction.Select, RuleAction.Next) => Left(Without(h, rule), rest),
            (RuleAction.Next, RuleAction.Select) => Left(With(h, rule), rest),
            (RuleAction.Select, RuleAction.Select) => Join(h, false, h, rule.Labels),
            (RuleAction.Reject, RuleAction.Reject) => h,
            _ => Join(h, false, Selected(h, rules), rule.Labels),
        };
    }

    /// <summary>Those of H of whom the rule is true.</summary>
    private string With(string h, Rule rule) =>
        rule.Join == RuleJoin.All || rule.Members.Length == 1
            ? rule.Members.Aggregate(h, (from, m) => Join(from, !IsNegated(m), Report(m), rule.Labels))
            : Join(h, false, Without(h, rule), rule.Labels);

    /// <summary>Those of H of whom the rule is not true.</summary>
    private string Without(string h, Rule rule) =>
        rule.Join == RuleJoin.Any || rule.Members.Length == 1
            ? rule.Members.Aggregate(h, (from, m) => Join(from, IsNegated(m), Report(m), rule.Labels))
            : Join(h, false, With(h, rule), rule.Labels);

    private static bool IsNegated(Member member) => member is Records { Negated: true };

    private string Report(Member member) => member switch
    {
        Records records => Test(MemberTests.Of(records)),
        InList list when plan.Find(list.Id) is { Hand: { } test } => Test(test),
        InList list => byList[list.Id],
        _ => throw new System.Diagnostics.UnreachableException($"No report for {member}"),
    };

    private string Test(Condition test) => Atomic($"test {ConditionText.Of(test)}", number => new AtomicReport(number, null, test));

    private string Source(ListSource source) => Atomic($"source {source}", number => new AtomicReport(number, source, null));

    private string Atomic(string content, Func<string, AtomicReport> make)
    {
        if (byContent.TryGetValue(content, out var known)) return known;
        var number = byContent[content] = string.Create(CultureInfo.InvariantCulture, $"R{reports.Count + 1}");
        reports.Add(make(number));
        return number;
    }

    private string Join(string from, bool isIn, string other, ImmutableArray<string> labels)
    {
        var content = $"{from} {isIn} {other}";
        if (byContent.TryGetValue(content, out var known)) return known;
        var number = byContent[content] = string.Create(CultureInfo.InvariantCulture, $"J{joins.Count + 1}");
        joins.Add(new ReportJoin(number, from, isIn, other, labels));
        return number;
    }
}
