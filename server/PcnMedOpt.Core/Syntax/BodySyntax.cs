using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>A declaration whose body is clauses between braces.</summary>
public abstract class BodySyntax(Token keyword, Token name, Token? title, Body body) : DeclarationSyntax(keyword, name, title), IBlockSyntax
{
    public Token Open => body.Open;

    /// <summary>Clauses, and what could not be read.</summary>
    public ImmutableArray<ClauseSyntax> Clauses => body.Clauses;

    public Token? Close => body.Close;

    protected internal override void AddChildren(NodeList to) => to.All(Clauses);
}

/// <summary>Clauses between braces; a missing closing brace is null.</summary>
public readonly record struct Body(Token Open, ImmutableArray<ClauseSyntax> Clauses, Token? Close);
