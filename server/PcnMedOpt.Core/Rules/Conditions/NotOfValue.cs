using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>"Not low" is also true of everyone who was never tested. The opposite comparison asks for a result.</summary>
public sealed class NotOfValue : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3106", "not-of-value", Severity.Error, "'not' stands before a value");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from not in declaration.All<NotSyntax>()
        where AsksForValue(not) && !not.Operand.DescendantsAndSelf().OfType<NotSyntax>().Any(AsksForValue)
        select Kind.At(
            not.Span,
            "'not' before a value also finds everyone who was never tested.",
            "Write the opposite comparison; if those without a result are meant too, add them with or no … recorded.",
            [.. Opposite(not)]);

    internal static bool AsksForValue(NotSyntax not) => not.Operand.DescendantsAndSelf().Any(n => n is ValueTestSyntax or ChangeTestSyntax or WithValueSyntax);

    private static IEnumerable<Fix> Opposite(NotSyntax not)
    {
        var operand = not.Operand;
        while (operand is BracketSyntax bracket) operand = bracket.Inner;
        if (operand is not ValueTestSyntax test || Opposite(test) is not { } range) return [];
        var text = $"{test.Order.Text} {test.Set.Text} value {range}{Rewriting.Trailing(test.Filters)}";
        return [Fix.Changes(text, not.Instead(text))];
    }

    private static string? Opposite(ValueTestSyntax test) => test.Range.Word.Kind switch
    {
        TokenKind.BetweenWord => (test.Not is null ? "not " : "") + test.Range.OneLine,
        TokenKind.Less => $">= {test.Range.Low.OneLine}",
        TokenKind.LessOrEqual => $"> {test.Range.Low.OneLine}",
        TokenKind.Greater => $"<= {test.Range.Low.OneLine}",
        TokenKind.GreaterOrEqual => $"< {test.Range.Low.OneLine}",
        _ => null,
    };
}
