using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>A top-level declaration: <c>cohort smr_eligible "Eligible for an SMR" { … }</c>.</summary>
public abstract class DeclarationSyntax(Token keyword, Token? name, Token? title) : SyntaxNode
{
    public Token Keyword => keyword;

    /// <summary>Null for an example, which has only a title, and where it is missing.</summary>
    public Token? Name => name;

    public Token? Title => title;

    /// <summary>What stands after the declaration and starts none.</summary>
    public SkippedSyntax? Stray { get; internal set; }
}

/// <summary>A declaration whose head or body could not be read. It still declares its name.</summary>
public sealed class DamagedSyntax(Token keyword, Token? name, Token? title, SkippedSyntax? skipped) : DeclarationSyntax(keyword, name, title)
{
    /// <summary>Null when the text is too deeply nested to be read, which is a finding of its own.</summary>
    public SkippedSyntax? Skipped => skipped;

    protected internal override void AddChildren(NodeList to) => to.Add(skipped);
}

/// <summary><c>guide "Title" """…"""</c></summary>
public sealed class GuideSyntax(Token keyword, Token? title, Token text) : ClauseSyntax
{
    public Token Keyword => keyword;

    public Token? Title => title;

    public Token Text => text;
}

/// <summary><c>parameter review_interval "SMR review interval" = 12 months allow 6 months to 12 months</c></summary>
public sealed class ParameterSyntax(Token keyword, Token name, Token? title, AmountSyntax value, AmountSyntax low, AmountSyntax high)
    : DeclarationSyntax(keyword, name, title)
{
    public AmountSyntax Value => value;

    public AmountSyntax Low => low;

    public AmountSyntax High => high;

    public ImmutableArray<CiteSyntax> Cites { get; internal set; } = [];

    protected internal override void AddChildren(NodeList to) => to.Add(value).Add(low).Add(high).All(Cites);
}

/// <summary><c>pack smr "Structured medication reviews" { … }</c></summary>
public sealed class PackSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>contains smr_eligible, smr_delivery</c></summary>
public sealed class ContainsSyntax(ImmutableArray<RefSyntax> members) : ClauseSyntax
{
    public ImmutableArray<RefSyntax> Members => members;

    protected internal override void AddChildren(NodeList to) => to.All(members);
}

/// <summary><c>targets emis, systmone</c></summary>
public sealed class TargetsSyntax(ImmutableArray<Token> targets) : ClauseSyntax
{
    public ImmutableArray<Token> Targets => targets;
}

/// <summary><c>for practice "Install once; run every six months."</c></summary>
public sealed class ForPracticeSyntax(Token text) : ClauseSyntax
{
    public Token Text => text;
}
