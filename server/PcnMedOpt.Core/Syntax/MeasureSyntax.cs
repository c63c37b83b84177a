using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

public sealed class MeasureSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>of smr_eligible</c></summary>
public sealed class OfPopulationSyntax(Token keyword, PopulationSyntax population) : ClauseSyntax
{
    public Token Keyword => keyword;

    public PopulationSyntax Population => population;

    protected internal override void AddChildren(NodeList to) => to.Add(population);
}

/// <summary><c>of each smr_done recorded in this quarter for registered</c></summary>
public sealed class OfEachSyntax(Token keyword, Token set, HappenedSyntax happened, ImmutableArray<FilterSyntax> filters, PopulationSyntax population) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Set => set;

    public HappenedSyntax Happened => happened;

    public ImmutableArray<FilterSyntax> Filters => filters;

    public PopulationSyntax Population => population;

    protected internal override void AddChildren(NodeList to) => to.Add(happened).All(filters).Add(population);
}

/// <summary><c>count when smr_done recorded in this quarter</c></summary>
public sealed class CountWhenSyntax(Token keyword, ConditionSyntax condition) : ClauseSyntax
{
    public Token Keyword => keyword;

    public ConditionSyntax Condition => condition;

    protected internal override void AddChildren(NodeList to) => to.Add(condition);
}

/// <summary><c>target >= 60 %</c> or <c>target 60 % to 70 %</c></summary>
public sealed class TargetSyntax(Token keyword, Token? comparison, Token low, Token? high) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token? Comparison => comparison;

    public Token Low => low;

    public Token? High => high;
}

/// <summary><c>by practice, age band, sex, reason</c></summary>
public sealed class BySyntax(Token keyword, ImmutableArray<Token> dimensions) : ClauseSyntax
{
    public Token Keyword => keyword;

    /// <summary>The first word of each: <c>age</c> stands for <c>age band</c>.</summary>
    public ImmutableArray<Token> Dimensions => dimensions;
}

/// <summary><c>reported quarterly</c></summary>
public sealed class ReportedSyntax(Token keyword, ImmutableArray<Token> periods) : ClauseSyntax
{
    public Token Keyword => keyword;

    public ImmutableArray<Token> Periods => periods;
}
