using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>"a or b except c" has two readings, and they are different sets.</summary>
public sealed class MixedSetExpression : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2117", "mixed-set-expression", Severity.Error, "Code sets are joined by different words");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not CodesSyntax { Body: CodesExpressionSyntax { Operators: [var first, ..] } expression } codes) yield break;
        var part = $"{expression.Names[0].Text} {first.Text} {expression.Names[1].Text}";
        if (expression.Operators.FirstOrDefault(o => o.Kind != first.Kind) is { } other)
            yield return Kind.At(
                other.Span,
                $"'{first.Text}' and '{other.Text}' are mixed, and it matters which of them comes first.",
                $"Give one part a name, such as codes part \"…\" {codes.System.Text} = {part}.");
    }
}
