using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary><c>sop methotrexate_monitoring "Methotrexate (adults)" { … }</c></summary>
public sealed class SopSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>drug methotrexate taking when issued in last 6 months</c></summary>
public sealed class DrugSyntax(Token keyword, Token set, WindowSyntax window) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Set => set;

    public WindowSyntax Window => window;

    protected internal override void AddChildren(NodeList to) => to.Add(window);
}

/// <summary><c>setting "GP practice under a shared care agreement"</c></summary>
public sealed class SettingSyntax(Token keyword, Token text) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Text => text;
}

/// <summary><c>baseline full_blood_count, liver_function within 4 weeks before start</c></summary>
public sealed class BaselineSyntax(Token keyword, ImmutableArray<Token> sets, DurationSyntax within) : ClauseSyntax
{
    public Token Keyword => keyword;

    public ImmutableArray<Token> Sets => sets;

    public DurationSyntax Within => within;

    protected internal override void AddChildren(NodeList to) => to.Add(within);
}

/// <summary><c>interval renal_function is latest creatinine_clearance in mL/min / 10 months when …</c></summary>
public sealed class IntervalSyntax(Token keyword, Token test, Token value, Token? unit, Token divisor, Token timeUnit, ConditionSyntax when) : ClauseSyntax
{
    public Token Keyword => keyword;

    /// <summary>The test whose interval is shortened.</summary>
    public Token Test => test;

    /// <summary>The code set whose latest result is divided.</summary>
    public Token Value => value;

    public Token? Unit => unit;

    public Token Divisor => divisor;

    /// <summary>weeks or months</summary>
    public Token TimeUnit => timeUnit;

    public ConditionSyntax When => when;

    protected internal override void AddChildren(NodeList to) => to.Add(when);
}

/// <summary><c>limits as dmard_limits except albumin</c></summary>
public sealed class LimitsAsSyntax(Token keyword, Token sop, ImmutableArray<Token> except) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Sop => sop;

    public ImmutableArray<Token> Except => except;
}

/// <summary><c>step overdue_search "Run the overdue search" by technician every 1 week</c></summary>
public sealed class SopStepSyntax(Token keyword, Token name, Token title, Token role, DurationSyntax? every) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Name => name;

    public Token Title => title;

    public Token Role => role;

    public DurationSyntax? Every => every;

    protected internal override void AddChildren(NodeList to) => to.Add(every);
}

/// <summary><c>recall first after 0 days, escalate after 4 weeks to prescriber "Do not issue without review."</c></summary>
public sealed class RecallsSyntax(Token keyword, ImmutableArray<RecallSyntax> recalls) : ClauseSyntax
{
    public Token Keyword => keyword;

    public ImmutableArray<RecallSyntax> Recalls => recalls;

    protected internal override void AddChildren(NodeList to) => to.All(recalls);
}

/// <summary><c>second after 2 weeks</c></summary>
public sealed class RecallSyntax(Token which, DurationSyntax after, Token? role, Token? text) : SyntaxNode
{
    public Token Which => which;

    public DurationSyntax Delay => after;

    public Token? Role => role;

    public Token? Text => text;

    protected internal override void AddChildren(NodeList to) => to.Add(after);
}

/// <summary><c>section limits_of_practice "What is outside the scope" """…"""</c></summary>
public sealed class SectionSyntax(Token keyword, Token name, Token title, Token text) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Name => name;

    public Token Title => title;

    public Token Text => text;
}
