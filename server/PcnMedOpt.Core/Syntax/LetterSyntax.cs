namespace PcnMedOpt.Core.Syntax;

/// <summary><c>letter smr_invitation "Invitation to a structured medication review" { … }</c></summary>
public sealed class LetterSyntax(Token keyword, Token name, Token? title, Body body) : BodySyntax(keyword, name, title, body);

/// <summary><c>to smr_eligible</c></summary>
public sealed class LetterToSyntax(Token keyword, RefSyntax cohort) : ClauseSyntax
{
    public Token Keyword => keyword;

    public RefSyntax Cohort => cohort;

    protected internal override void AddChildren(NodeList to) => to.Add(cohort);
}

/// <summary><c>body sms "Please book a medicines review: {{practice.phone}}"</c></summary>
public sealed class LetterBodySyntax(Token keyword, Token medium, Token text) : ClauseSyntax
{
    public Token Keyword => keyword;

    /// <summary>letter, sms or email</summary>
    public Token Medium => medium;

    public Token Text => text;
}
