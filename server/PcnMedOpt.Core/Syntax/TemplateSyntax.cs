using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary><c>template smr_consultation "Structured medication review" { … }</c></summary>
public sealed class TemplateSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>for smr_eligible</c></summary>
public sealed class ForCohortSyntax(Token keyword, RefSyntax cohort) : ClauseSyntax
{
    public Token Keyword => keyword;

    public RefSyntax Cohort => cohort;

    protected internal override void AddChildren(NodeList to) => to.Add(cohort);
}

/// <summary><c>duration 30 minutes</c></summary>
public sealed class LastingSyntax(Token keyword, TimeSpanSyntax time) : ClauseSyntax
{
    public Token Keyword => keyword;

    public TimeSpanSyntax Time => time;

    protected internal override void AddChildren(NodeList to) => to.Add(time);
}

/// <summary><c>framework "Seven steps" steps 7</c></summary>
public sealed class FrameworkSyntax(Token keyword, Token title, Token steps) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Title => title;

    public Token Steps => steps;
}

/// <summary><c>step 1 "Aim" { … }</c></summary>
public sealed class TemplateStepSyntax(Token keyword, Token number, Token title, Body body) : ClauseSyntax, IBlockSyntax
{
    public Token Keyword => keyword;

    public Token Number => number;

    public Token Title => title;

    public Token Open => body.Open;

    /// <summary>Fields, guides, and what could not be read.</summary>
    public ImmutableArray<ClauseSyntax> Fields => body.Clauses;

    public Token? Close => body.Close;

    protected internal override void AddChildren(NodeList to) => to.All(Fields);
}

/// <summary><c>show latest full_blood_count, renal_function in last 12 months</c></summary>
public sealed class ShowSyntax(Token keyword, ImmutableArray<Token> sets, WindowSyntax? window) : ClauseSyntax
{
    public Token Keyword => keyword;

    public ImmutableArray<Token> Sets => sets;

    public WindowSyntax? Window => window;

    protected internal override void AddChildren(NodeList to) => to.Add(window);
}

/// <summary><c>recall in 12 months</c></summary>
public sealed class RecallInSyntax(Token keyword, DurationSyntax duration) : ClauseSyntax
{
    public Token Keyword => keyword;

    public DurationSyntax Duration => duration;

    protected internal override void AddChildren(NodeList to) => to.Add(duration);
}
