using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>A name with its parts: <c>methotrexate_monitoring.overdue</c>.</summary>
public sealed class RefSyntax(ImmutableArray<Token> parts) : SyntaxNode
{
    public ImmutableArray<Token> Parts => parts;
}

/// <summary><c>6 months</c>, or the name of a parameter.</summary>
public sealed class DurationSyntax(Token number, Token? unit) : SyntaxNode
{
    /// <summary>The number, or the parameter's name.</summary>
    public Token Number => number;

    /// <summary>Null for a parameter.</summary>
    public Token? Unit => unit;
}

/// <summary><c>30 minutes</c>, <c>1 working day</c>, <c>6 months</c>, or the name of a parameter: a time that is printed and never computed in a condition.</summary>
public sealed class TimeSpanSyntax(Token number, Token? working, Token? unit) : SyntaxNode
{
    /// <summary>The number, or the parameter's name.</summary>
    public Token Number => number;

    public Token? Working => working;

    /// <summary>Null for a parameter.</summary>
    public Token? Unit => unit;
}

/// <summary><c>-2.5 mmol/L</c>, <c>60 %</c>, or the name of a parameter.</summary>
public sealed class QuantitySyntax(Token? minus, Token number, Token? unit) : SyntaxNode
{
    public Token? Minus => minus;

    public Token Number => number;

    public Token? Unit => unit;
}

/// <summary>A duration, number or quantity in a parameter's declaration.</summary>
public sealed class AmountSyntax(Token? minus, Token number, Token? unit) : SyntaxNode
{
    public Token? Minus => minus;

    public Token Number => number;

    /// <summary>A word for days to years, or a unit.</summary>
    public Token? Unit => unit;
}

/// <summary><c>1239511000000100 |Structured medication review|</c></summary>
public sealed class CodeSyntax(Token id, Token? term) : SyntaxNode
{
    /// <summary>The identifier; of kind <see cref="TokenKind.Damaged"/> when a spreadsheet shows it with an exponent.</summary>
    public Token Id => id;

    public Token? Term => term;
}

/// <summary><c>methotrexate or azathioprine</c></summary>
public sealed class SetsSyntax(ImmutableArray<Token> names) : SyntaxNode
{
    public ImmutableArray<Token> Names => names;
}

/// <summary><c>registered</c>, <c>everyone</c> or a cohort.</summary>
public sealed class PopulationSyntax(Token? keyword, RefSyntax? cohort) : SyntaxNode
{
    public Token? Keyword => keyword;

    public RefSyntax? Cohort => cohort;

    protected internal override void AddChildren(NodeList to) => to.Add(cohort);
}
