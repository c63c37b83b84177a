using System.Collections.Immutable;
using System.Diagnostics;

namespace PcnMedOpt.Core.Model.RuleLists;

/// <summary>
/// Turns formulas into rules. Correct by induction on the rules: a slot keeps "whoever gets past it has its formula still undecided by it";
/// the tail returns its formula itself. Whoever is past the or-slots satisfies none of them; past the and-slots, all of them; a swap of the two
/// actions uses that not (not x) is x.
/// </summary>
internal sealed class ListBuilder(ListPool pool, ListSource from)
{
    /// <summary>"and" is distributed over "or" only while that gives no more rules than this; else the inner part becomes a list.</summary>
    private const int MostAlternatives = 4;

    private readonly List<Rule> rules = [];

    public ImmutableArray<Rule> Rules => [.. rules];

    /// <summary>True: take the action; false: ask the next rule.</summary>
    public void OrSlot(Formula formula, ImmutableArray<string> labels, RuleAction action) =>
        Slot(Alternatives(formula, RuleJoin.Any), labels, RuleJoin.All, action, RuleAction.Next);

    /// <summary>False: reject; true: ask the next rule.</summary>
    public void AndSlot(Formula formula, ImmutableArray<string> labels) =>
        Slot(Alternatives(formula, RuleJoin.All), labels, RuleJoin.Any, RuleAction.Next, RuleAction.Reject);

    /// <summary>The last rules: true selects, false rejects.</summary>
    public void Tail(Formula formula, ImmutableArray<string> labels)
    {
        if (formula is Literal literal) Single(literal, labels, RuleAction.Select, RuleAction.Reject);
        else if (formula is Group { IsFlat: true } flat) Add(labels, flat.Join, flat.Parts.Cast<Literal>(), RuleAction.Select, RuleAction.Reject);
        else Spine((Group)formula, labels);
    }

    /// <summary>When nothing follows the exclusions, whoever is past the last of them is selected.</summary>
    public void SelectTheRest()
    {
        if (rules.Count == 0) return;
        var last = rules[^1];
        rules[^1] = last with
        {
            IfTrue = last.IfTrue == RuleAction.Next ? RuleAction.Select : last.IfTrue,
            IfFalse = last.IfFalse == RuleAction.Next ? RuleAction.Select : last.IfFalse,
        };
    }

    /// <summary>Literals together in one rule, other parts as slots, the deepest part last as tail.</summary>
    private void Spine(Group group, ImmutableArray<string> labels)
    {
        var literals = group.Parts.OfType<Literal>().ToList();
        var others = group.Parts.Where(p => p is not Literal).OrderBy(p => p.Depth).ToList();
        var isAny = group.Join == RuleJoin.Any;
        if (literals.Count == 1)
            Single(literals[0], labels, isAny ? RuleAction.Select : RuleAction.Next, isAny ? RuleAction.Next : RuleAction.Reject);
        else if (literals.Count > 1)
            Add(labels, group.Join, literals, isAny ? RuleAction.Select : RuleAction.Next, isAny ? RuleAction.Next : RuleAction.Reject);
        foreach (var part in others.SkipLast(1))
            if (isAny) OrSlot(part, labels, RuleAction.Select);
            else AndSlot(part, labels);
        Tail(others[^1], labels);
    }

    /// <summary>Single literals share a rule, each longer row is a rule of its own.</summary>
    private void Slot(List<ImmutableArray<Literal>> rows, ImmutableArray<string> labels, RuleJoin join, RuleAction whenTrue, RuleAction whenFalse)
    {
        var singles = rows.Where(r => r.Length == 1).Select(r => r[0]).ToList();
        if (singles.Count == 1) Single(singles[0], labels, whenTrue, whenFalse);
        else if (singles.Count > 1) Add(labels, join == RuleJoin.All ? RuleJoin.Any : RuleJoin.All, singles, whenTrue, whenFalse);
        foreach (var row in rows.Where(r => r.Length > 1)) Add(labels, join, row, whenTrue, whenFalse);
    }

    /// <summary>A literal alone that may not be negated is asked positively, with the two actions swapped.</summary>
    private void Single(Literal literal, ImmutableArray<string> labels, RuleAction whenTrue, RuleAction whenFalse)
    {
        if (literal.Direct is { } member) rules.Add(new Rule(labels, RuleJoin.All, [member], whenTrue, whenFalse));
        else rules.Add(new Rule(labels, RuleJoin.All, [literal.Positive], whenFalse, whenTrue));
    }

    private void Add(ImmutableArray<string> labels, RuleJoin join, IEnumerable<Literal> literals, RuleAction whenTrue, RuleAction whenFalse) =>
        rules.Add(new Rule(labels, join, [.. literals.Select(Member)], whenTrue, whenFalse));

    /// <summary>In a group, what may not be negated becomes a list of those who do not have it, shared by all who need it.</summary>
    private Member Member(Literal literal) => literal.Direct ?? pool.Complement(literal, from);

    /// <summary>
    /// The formula as rows of literals: for <see cref="RuleJoin.Any"/> any row of which all hold, for All all rows of which any holds. A part
    /// that would give too many rows becomes a list of its own.
    /// </summary>
    private List<ImmutableArray<Literal>> Alternatives(Formula formula, RuleJoin outer) =>
        Rows(formula, outer) is { } rows && (rows.Count <= MostAlternatives || IsFlatEnough(formula, outer)) ? rows
        : Rows(Shortened(formula, outer), outer) ?? throw new UnreachableException("A shortened formula has few rows.");

    /// <summary>No distribution was needed: rows of rows as they are written.</summary>
    private static bool IsFlatEnough(Formula formula, RuleJoin outer) =>
        formula is Literal || (formula is Group group && (group.Join == outer ? group.Parts.All(p => p is Literal or Group { IsFlat: true }) : group.IsFlat));

    private Formula Shortened(Formula formula, RuleJoin outer)
    {
        if (formula is not Group group) return formula;
        if (group.Join != outer) return new Group(group.Join, [.. group.Parts.Select(p => p is Literal ? p : pool.Part(p, from))]);
        return new Group(outer, [.. group.Parts.Select(p => p is Group { IsFlat: false } inner ? Shortened(inner, outer) : p)]);
    }

    /// <summary>Null when there are far too many to write down.</summary>
    private static List<ImmutableArray<Literal>>? Rows(Formula formula, RuleJoin outer)
    {
        if (formula is Literal literal) return [[literal]];
        var group = (Group)formula;
        if (group.Join == outer)
        {
            var rows = new List<ImmutableArray<Literal>>();
            foreach (var part in group.Parts)
            {
                if (Rows(part, outer) is not { } inner) return null;
                rows.AddRange(inner);
            }
            return rows;
        }
        List<ImmutableArray<Literal>> product = [[]];
        foreach (var part in group.Parts)
        {
            if (Rows(part, outer) is not { } inner || (long)product.Count * inner.Count > 64) return null;
            product = [.. product.SelectMany(row => inner.Select(other => row.AddRange(other)))];
        }
        return [.. product.Select(row => row.DistinctBy(l => l.Key).ToImmutableArray())];
    }
}
