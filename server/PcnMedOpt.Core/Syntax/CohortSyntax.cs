using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

public sealed class CohortSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>from registered</c></summary>
public sealed class FromSyntax(Token keyword, PopulationSyntax population) : ClauseSyntax
{
    public Token Keyword => keyword;

    public PopulationSyntax Population => population;

    protected internal override void AddChildren(NodeList to) => to.Add(population);
}

/// <summary><c>include any { … }</c>, <c>include at least 2 { … }</c>, <c>exclude any { … }</c></summary>
public sealed class CriteriaSyntax(Token keyword, QuantifierSyntax quantifier, Token open, ImmutableArray<ClauseSyntax> criteria, Token? close)
    : ClauseSyntax, IBlockSyntax
{
    public Token Keyword => keyword;

    public QuantifierSyntax Quantifier => quantifier;

    public Token Open => open;

    /// <summary>Criteria, and what could not be read.</summary>
    public ImmutableArray<ClauseSyntax> Criteria => criteria;

    public Token? Close => close;

    protected internal override void AddChildren(NodeList to) => to.Add(quantifier).All(criteria);
}

/// <summary><c>any</c>, <c>all</c>, <c>at least 2</c></summary>
public sealed class QuantifierSyntax(Token keyword, Token? number) : SyntaxNode
{
    public Token Keyword => keyword;

    public Token? Number => number;
}

/// <summary><c>"75 or over": age >= 75 years</c></summary>
public sealed class CriterionSyntax(Token label, ConditionSyntax condition) : ClauseSyntax
{
    public Token Label => label;

    public ConditionSyntax Condition => condition;

    protected internal override void AddChildren(NodeList to) => to.Add(condition);
}

/// <summary><c>run every 6 months</c></summary>
public sealed class RunSyntax(DurationSyntax every) : ClauseSyntax
{
    public DurationSyntax Every => every;

    protected internal override void AddChildren(NodeList to) => to.Add(every);
}
