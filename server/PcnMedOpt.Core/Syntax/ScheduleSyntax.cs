using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>A clause that holds schedules between braces.</summary>
public abstract class ScheduledSyntax(Token keyword, Body body) : ClauseSyntax, IBlockSyntax
{
    public Token Keyword => keyword;

    public Token Open => body.Open;

    /// <summary>Schedules, "no routine tests", and what could not be read.</summary>
    public ImmutableArray<ClauseSyntax> Schedules => body.Clauses;

    public Token? Close => body.Close;
}

/// <summary><c>phase starting "Starting" until stable for 6 weeks, taken as 12 weeks after start { … }</c>, <c>phase settling "…" for 3 months { … }</c></summary>
public sealed class PhaseSyntax(Token keyword, Token name, Token title, PhaseEndSyntax? end, Body body) : ScheduledSyntax(keyword, body)
{
    public Token Name => name;

    public Token Title => title;

    /// <summary>Null for a phase that does not end.</summary>
    public PhaseEndSyntax? End => end;

    protected internal override void AddChildren(NodeList to) => to.Add(end).All(Schedules);
}

/// <summary>When a phase ends: after a time, or when the dose has been stable, which is taken as a time after start.</summary>
public sealed class PhaseEndSyntax(Token keyword, DurationSyntax time, DurationSyntax? takenAs) : SyntaxNode
{
    /// <summary>for, or until</summary>
    public Token Keyword => keyword;

    /// <summary>How long the phase lasts, or how long the dose must have been stable.</summary>
    public DurationSyntax Time => time;

    /// <summary>With until: the time after start that stands for a stable dose.</summary>
    public DurationSyntax? TakenAs => takenAs;

    protected internal override void AddChildren(NodeList to) => to.Add(time).Add(takenAs);
}

/// <summary><c>also taking leflunomide { … }</c>, <c>also when age >= 65 years "65 and over" { … }</c>, <c>also after stopping for 12 months { … }</c></summary>
public sealed class AlsoSyntax(Token keyword, Token? taking, ConditionSyntax? when, Token? title, DurationSyntax? afterStopping, Body body) : ScheduledSyntax(keyword, body)
{
    /// <summary>The other medicine.</summary>
    public Token? Taking => taking;

    public ConditionSyntax? When => when;

    /// <summary>What a condition is called.</summary>
    public Token? Title => title;

    public DurationSyntax? AfterStopping => afterStopping;

    protected internal override void AddChildren(NodeList to) => to.Add(when).Add(afterStopping).All(Schedules);
}

/// <summary><c>full_blood_count, liver_function every 2 weeks grace 1 week</c></summary>
public sealed class ScheduleSyntax(ImmutableArray<Token> sets, DurationSyntax every, DurationSyntax? grace) : ClauseSyntax
{
    public ImmutableArray<Token> Sets => sets;

    public DurationSyntax Every => every;

    public DurationSyntax? Grace => grace;

    protected internal override void AddChildren(NodeList to) => to.Add(every).Add(grace);
}

/// <summary><c>no routine tests "why"</c></summary>
public sealed class NoRoutineTestsSyntax(Token keyword, Token why) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Why => why;
}
