using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>Something that is true or false of a patient on the reference date (language §4.1).</summary>
public abstract class ConditionSyntax : SyntaxNode;

/// <summary>Conditions joined by <c>and</c> or by <c>or</c>. Both words in one row is an error that names the two readings.</summary>
public sealed class JoinedSyntax(ImmutableArray<ConditionSyntax> operands, ImmutableArray<Token> operators) : ConditionSyntax
{
    public ImmutableArray<ConditionSyntax> Operands => operands;

    public ImmutableArray<Token> Operators => operators;

    public bool IsMixed => operators.Any(o => o.Kind != operators[0].Kind);

    protected internal override void AddChildren(NodeList to) => to.All(operands);
}

public sealed class NotSyntax(Token keyword, ConditionSyntax operand) : ConditionSyntax
{
    public Token Keyword => keyword;

    /// <summary>A <see cref="BracketSyntax"/>; anything else is the error "not needs brackets".</summary>
    public ConditionSyntax Operand => operand;

    protected internal override void AddChildren(NodeList to) => to.Add(operand);
}

public sealed class BracketSyntax(Token open, ConditionSyntax inner, Token close) : ConditionSyntax
{
    public Token Open => open;

    public ConditionSyntax Inner => inner;

    public Token Close => close;

    protected internal override void AddChildren(NodeList to) => to.Add(inner);
}

/// <summary><c>age >= 75 years</c></summary>
public sealed class AgeSyntax(AgeRangeSyntax range) : ConditionSyntax
{
    public AgeRangeSyntax Range => range;

    protected internal override void AddChildren(NodeList to) => to.Add(range);
}

/// <summary><c>age between 18 and 64 years</c></summary>
public sealed class AgeBetweenSyntax(Token from, Token to, Token unit) : ConditionSyntax
{
    public Token From => from;

    public Token To => to;

    public Token Unit => unit;
}

/// <summary><c>>= 75 years</c>; another comparison than <c>>=</c> and <c>&lt;</c> is an error with fixes.</summary>
public sealed class AgeRangeSyntax(Token comparison, DurationSyntax duration) : SyntaxNode
{
    public Token Comparison => comparison;

    /// <summary>Compared with <c>>=</c> or <c>&lt;</c>.</summary>
    public bool IsClear => comparison.Kind is TokenKind.GreaterOrEqual or TokenKind.Less;

    public DurationSyntax Duration => duration;

    protected internal override void AddChildren(NodeList to) => to.Add(duration);
}

/// <summary><c>born before 1950-01-01</c>, <c>born between 1950-01-01 and 1959-12-31</c></summary>
public sealed class BornSyntax(Token word, Token date, Token? until) : ConditionSyntax
{
    public Token Word => word;

    public Token Date => date;

    public Token? Until => until;
}

public sealed class SexSyntax(Token value) : ConditionSyntax
{
    public Token Value => value;
}

/// <summary><c>registered for >= 6 months</c></summary>
public sealed class RegisteredForSyntax(AgeRangeSyntax range) : ConditionSyntax
{
    public AgeRangeSyntax Range => range;

    protected internal override void AddChildren(NodeList to) => to.Add(range);
}

/// <summary><c>registered at age >= 65 years</c></summary>
public sealed class RegisteredAtAgeSyntax(AgeRangeSyntax range) : ConditionSyntax
{
    public AgeRangeSyntax Range => range;

    protected internal override void AddChildren(NodeList to) => to.Add(range);
}

/// <summary><c>in smr_eligible</c></summary>
public sealed class InCohortSyntax(Token keyword, RefSyntax cohort) : ConditionSyntax
{
    public Token Keyword => keyword;

    public RefSyntax Cohort => cohort;

    protected internal override void AddChildren(NodeList to) => to.Add(cohort);
}

/// <summary><c>smr_done recorded in last 12 months</c>, <c>no lithium issued …</c>, <c>… at least 2 times 7 days apart</c></summary>
public sealed class HappenedTestSyntax(
    Token? no, SetsSyntax sets, HappenedSyntax happened, ImmutableArray<FilterSyntax> filters, AtLeastSyntax? atLeast) : ConditionSyntax
{
    public Token? No => no;

    public SetsSyntax Sets => sets;

    public HappenedSyntax Happened => happened;

    public ImmutableArray<FilterSyntax> Filters => filters;

    public AtLeastSyntax? AtLeast => atLeast;

    protected internal override void AddChildren(NodeList to) => to.Add(sets).Add(happened).All(filters).Add(atLeast);
}

/// <summary><c>recorded</c>, <c>issued</c>, <c>recorded or issued</c></summary>
public sealed class HappenedSyntax(Token word, Token? or) : SyntaxNode
{
    public Token Word => word;

    public bool Either => or is not null;
}

/// <summary><c>at least 2 times 7 days apart</c></summary>
public sealed class AtLeastSyntax(Token number, DurationSyntax? apart) : SyntaxNode
{
    public Token Number => number;

    public DurationSyntax? Apart => apart;

    protected internal override void AddChildren(NodeList to) => to.Add(apart);
}

/// <summary><c>lithium on repeat</c>, <c>no lithium on repeat</c></summary>
public sealed class OnRepeatSyntax(Token? no, SetsSyntax sets) : ConditionSyntax
{
    public Token? No => no;

    public SetsSyntax Sets => sets;

    protected internal override void AddChildren(NodeList to) => to.Add(sets);
}

/// <summary><c>a and b issued within 28 days of each other in last 3 months</c>; without "within" it is an error with fixes.</summary>
public sealed class PairSyntax(SetsSyntax first, SetsSyntax second, HappenedSyntax happened, DurationSyntax? within, ImmutableArray<FilterSyntax> filters)
    : ConditionSyntax
{
    public SetsSyntax FirstSets => first;

    public SetsSyntax SecondSets => second;

    public HappenedSyntax Happened => happened;

    /// <summary>Null when "within … of each other" is missing.</summary>
    public DurationSyntax? Within => within;

    /// <summary>The window, when there is a "within"; else whatever follows.</summary>
    public ImmutableArray<FilterSyntax> Filters => filters;

    protected internal override void AddChildren(NodeList to) => to.Add(first).Add(second).Add(happened).Add(within).All(filters);
}

/// <summary><c>latest egfr value &lt; 45 mL/min/{1.73_m2} in last 12 months</c></summary>
public sealed class ValueTestSyntax(Token order, Token set, Token? not, RangeSyntax range, ImmutableArray<FilterSyntax> filters) : ConditionSyntax
{
    public Token Order => order;

    public Token Set => set;

    public Token? Not => not;

    public RangeSyntax Range => range;

    public ImmutableArray<FilterSyntax> Filters => filters;

    protected internal override void AddChildren(NodeList to) => to.Add(range).All(filters);
}

/// <summary><c>latest creatinine value rose by more than 30 % in last 12 months</c></summary>
public sealed class ChangeTestSyntax(Token set, Token direction, Token? more, QuantitySyntax amount, WindowSyntax window) : ConditionSyntax
{
    public Token Set => set;

    public Token Direction => direction;

    public Token? More => more;

    public QuantitySyntax Amount => amount;

    public WindowSyntax Window => window;

    protected internal override void AddChildren(NodeList to) => to.Add(amount).Add(window);
}

/// <summary><c>latest of asthma, asthma_resolved is asthma</c></summary>
public sealed class StatusTestSyntax(
    Token order, ImmutableArray<Token> sets, HappenedSyntax? happened, ImmutableArray<FilterSyntax> choose, Token? kept, ImmutableArray<FilterSyntax> keep)
    : ConditionSyntax
{
    public Token Order => order;

    public ImmutableArray<Token> Sets => sets;

    public HappenedSyntax? Happened => happened;

    public ImmutableArray<FilterSyntax> Choose => choose;

    public Token? Kept => kept;

    public ImmutableArray<FilterSyntax> Keep => keep;

    protected internal override void AddChildren(NodeList to) => to.Add(happened).All(choose).All(keep);
}

/// <summary><c>count of distinct medicines except appliances by substance issued in last 6 months >= 10</c></summary>
public sealed class CountTestSyntax(
    Token keyword, Token what, SetsSyntax? except, Token by, Token? onRepeat, WindowSyntax? window, Token comparison, Token number) : ConditionSyntax
{
    public Token Keyword => keyword;

    /// <summary><c>medicines</c>, or the name of a set.</summary>
    public Token What => what;

    public SetsSyntax? Except => except;

    /// <summary><c>substance</c> or <c>product</c></summary>
    public Token By => by;

    public Token? OnRepeat => onRepeat;

    public WindowSyntax? Window => window;

    public Token Comparison => comparison;

    public Token Number => number;

    protected internal override void AddChildren(NodeList to) => to.Add(except).Add(window);
}
