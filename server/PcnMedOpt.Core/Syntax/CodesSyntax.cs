using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>A code set: a body of entries, an expression over other sets, or an ECL expression.</summary>
public sealed class CodesSyntax(Token keyword, Token name, Token? title, Token system, CodesBodySyntax body) : DeclarationSyntax(keyword, name, title)
{
    /// <summary><c>snomed</c> or <c>dmd</c></summary>
    public Token System => system;

    public CodesBodySyntax Body => body;

    public ImmutableArray<CiteSyntax> Cites { get; internal set; } = [];

    protected internal override void AddChildren(NodeList to) => to.Add(body).All(Cites);
}

public abstract class CodesBodySyntax : SyntaxNode;

public sealed class CodesBlockSyntax(Token open, ImmutableArray<ClauseSyntax> clauses, Token? close) : CodesBodySyntax, IBlockSyntax
{
    public Token Open => open;

    public ImmutableArray<ClauseSyntax> Clauses => clauses;

    public Token? Close => close;

    protected internal override void AddChildren(NodeList to) => to.All(clauses);
}

/// <summary><c>= a or b or c</c>, <c>= a and b</c>, <c>= a except b</c></summary>
public sealed class CodesExpressionSyntax(ImmutableArray<Token> names, ImmutableArray<Token> operators) : CodesBodySyntax
{
    public ImmutableArray<Token> Names => names;

    public ImmutableArray<Token> Operators => operators;
}

/// <summary><c>ecl "&lt;&lt; 703673007"</c></summary>
public sealed class CodesEclSyntax(Token text) : CodesBodySyntax
{
    public Token Text => text;
}

/// <summary><c>&lt;&lt; 22298006 |Myocardial infarction|</c>: a code and what of it is meant.</summary>
public sealed class MarkedCodeSyntax(Token? mark, CodeSyntax code) : SyntaxNode
{
    /// <summary><c>&lt;&lt;</c>, <c>&lt;</c>, <c>^</c>, a dm+d level, or null.</summary>
    public Token? Mark => mark;

    public CodeSyntax Code => code;

    protected internal override void AddChildren(NodeList to) => to.Add(code);
}

public sealed class EntrySyntax(Token? only, MarkedCodeSyntax code, Token? cluster) : ClauseSyntax
{
    public Token? Only => only;

    public MarkedCodeSyntax Code => code;

    public Token? Cluster => cluster;

    protected internal override void AddChildren(NodeList to) => to.Add(code);
}

/// <summary><c>include neutrophils</c></summary>
public sealed class IncludeSetSyntax(Token name) : ClauseSyntax
{
    public Token Name => name;
}

/// <summary><c>except 1022581000000105 |Lymphocyte count|</c>, <c>except set_name</c></summary>
public sealed class ExceptSyntax(MarkedCodeSyntax? code, Token? name) : ClauseSyntax
{
    public MarkedCodeSyntax? Code => code;

    public Token? Name => name;

    protected internal override void AddChildren(NodeList to) => to.Add(code);
}

/// <summary><c>from "codelists/x.csv" column "code" term "term"</c></summary>
public sealed class FromFileSyntax(Token path, Token column, Token? term) : ClauseSyntax
{
    public Token Path => path;

    public Token Column => column;

    public Token? Term => term;
}

/// <summary><c>awaiting "…"</c></summary>
public sealed class AwaitingSyntax(Token keyword, Token text) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Text => text;
}

/// <summary><c>unit 10*9/L plausible 0 to 500</c>, <c>unit none</c></summary>
public sealed class UnitClauseSyntax(Token keyword, Token unit, PlausibleSyntax? plausible) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token Unit => unit;

    public PlausibleSyntax? Plausible => plausible;

    protected internal override void AddChildren(NodeList to) => to.Add(plausible);
}

/// <summary><c>plausible 0 to 500</c></summary>
public sealed class PlausibleSyntax(QuantitySyntax low, QuantitySyntax high) : SyntaxNode
{
    public QuantitySyntax Low => low;

    public QuantitySyntax High => high;

    protected internal override void AddChildren(NodeList to) => to.Add(low).Add(high);
}

/// <summary><c>with history minimum</c></summary>
public sealed class HistorySyntax(Token extent) : ClauseSyntax
{
    public Token Extent => extent;
}
