using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>What chooses among the records of a code set. All filters hold on the same record.</summary>
public abstract class FilterSyntax : SyntaxNode;

/// <summary>A filter that looks at the record's date.</summary>
public abstract class WindowSyntax : FilterSyntax;

/// <summary><c>ever</c></summary>
public sealed class EverSyntax(Token keyword) : WindowSyntax
{
    public Token Keyword => keyword;
}

/// <summary><c>in last 6 months</c></summary>
public sealed class InLastSyntax(DurationSyntax duration) : WindowSyntax
{
    public DurationSyntax Duration => duration;

    protected internal override void AddChildren(NodeList to) => to.Add(duration);
}

/// <summary><c>in this quarter</c>, <c>in previous financial year</c></summary>
public sealed class PeriodSyntax(Token which, Token period) : WindowSyntax
{
    /// <summary><c>this</c> or <c>previous</c></summary>
    public Token Which => which;

    /// <summary><c>month</c>, <c>quarter</c> or <c>financial</c></summary>
    public Token Period => period;
}

/// <summary><c>since 14 weeks ago</c></summary>
public sealed class SinceAgoSyntax(DurationSyntax duration) : WindowSyntax
{
    public DurationSyntax Duration => duration;

    protected internal override void AddChildren(NodeList to) => to.Add(duration);
}

/// <summary><c>more than 6 months ago</c></summary>
public sealed class MoreThanAgoSyntax(DurationSyntax duration) : WindowSyntax
{
    public DurationSyntax Duration => duration;

    protected internal override void AddChildren(NodeList to) => to.Add(duration);
}

/// <summary><c>between 3 months and 6 months ago</c></summary>
public sealed class BetweenAgoSyntax(DurationSyntax near, DurationSyntax far) : WindowSyntax
{
    public DurationSyntax Near => near;

    public DurationSyntax Far => far;

    protected internal override void AddChildren(NodeList to) => to.Add(near).Add(far);
}

/// <summary><c>between 2026-04-01 and 2027-03-31</c></summary>
public sealed class BetweenDatesSyntax(Token from, Token to) : WindowSyntax
{
    public Token From => from;

    public Token To => to;
}

/// <summary><c>since 2026-04-01</c>, <c>after latest dmards issued</c></summary>
public sealed class PointSyntax(Token word, Token? date, AnchorSyntax? anchor) : WindowSyntax
{
    /// <summary><c>since</c>, <c>until</c>, <c>before</c>, <c>after</c> or <c>on</c></summary>
    public Token Word => word;

    public Token? Date => date;

    public AnchorSyntax? Anchor => anchor;

    protected internal override void AddChildren(NodeList to) => to.Add(anchor);
}

/// <summary><c>within 28 days before latest asthma recorded</c></summary>
public sealed class WithinSyntax(DurationSyntax duration, Token word, AnchorSyntax anchor) : WindowSyntax
{
    public DurationSyntax Duration => duration;

    /// <summary><c>before</c>, <c>after</c> or <c>of</c></summary>
    public Token Word => word;

    public AnchorSyntax Anchor => anchor;

    protected internal override void AddChildren(NodeList to) => to.Add(duration).Add(anchor);
}

/// <summary>The day of another record: <c>registration</c>, <c>it</c>, <c>latest asthma recorded</c>.</summary>
public sealed class AnchorSyntax(Token word, SetsSyntax? sets, HappenedSyntax? happened, ImmutableArray<FilterSyntax> filters) : SyntaxNode
{
    /// <summary><c>registration</c>, <c>it</c>, <c>latest</c>, <c>earliest</c> or <c>any</c></summary>
    public Token Word => word;

    public SetsSyntax? Sets => sets;

    public HappenedSyntax? Happened => happened;

    public ImmutableArray<FilterSyntax> Filters => filters;

    protected internal override void AddChildren(NodeList to) => to.Add(sets).Add(happened).All(filters);
}

/// <summary><c>at age >= 18 years</c></summary>
public sealed class AtAgeSyntax(AgeRangeSyntax range) : FilterSyntax
{
    public AgeRangeSyntax Range => range;

    protected internal override void AddChildren(NodeList to) => to.Add(range);
}

/// <summary><c>with value >= 30 mL/min</c></summary>
public sealed class WithValueSyntax(RangeSyntax range) : FilterSyntax
{
    public RangeSyntax Range => range;

    protected internal override void AddChildren(NodeList to) => to.Add(range);
}

/// <summary><c>as first, new</c>, <c>not as ended</c></summary>
public sealed class EpisodeSyntax(Token? not, ImmutableArray<Token> kinds) : FilterSyntax
{
    public Token? Not => not;

    public ImmutableArray<Token> Kinds => kinds;
}

/// <summary><c>>= 30 mL/min</c> or <c>between 30 mL/min and 59 mL/min</c></summary>
public sealed class RangeSyntax(Token word, QuantitySyntax low, QuantitySyntax? high) : SyntaxNode
{
    /// <summary>The comparison, or <c>between</c>.</summary>
    public Token Word => word;

    public QuantitySyntax Low => low;

    public QuantitySyntax? High => high;

    protected internal override void AddChildren(NodeList to) => to.Add(low).Add(high);
}
