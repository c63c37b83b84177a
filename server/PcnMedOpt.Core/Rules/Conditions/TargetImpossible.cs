using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>A target that no practice can meet, or that every practice meets, says nothing about care.</summary>
public sealed class TargetImpossible : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO3124", "target-impossible", Severity.Error, "A target can never be met, or never be missed");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        var isShare = declaration.All<CountWhenSyntax>().Any();
        foreach (var target in declaration.All<TargetSyntax>())
            if (!isShare)
                yield return Kind.At(
                    target.Span,
                    "A target in percent needs something that is counted, and this measure only counts patients.",
                    "Say what is counted: count when ….");
            else if (Reversed(target) is { } right)
                yield return Kind.At(
                    target.Span,
                    $"{target.Low.Text} % is more than {target.High?.Text} %: no share lies between them.",
                    $"Write {right}.",
                    Fix.Changes(right, [.. Swap(target)]));
            else if (WhyImpossible(target) is { } why)
                yield return Kind.At(target.Span, why, "Write a percentage from 0 to 100.");
    }

    private static string? Reversed(TargetSyntax target) =>
        target.High is { } high && Numbers.Of(target.Low) > Numbers.Of(high) ? $"target {high.Text} % to {target.Low.Text} %" : null;

    private static IEnumerable<TextEdit> Swap(TargetSyntax target) =>
        target.High is { } high ? [new TextEdit(target.Low.Span, high.Text), new TextEdit(high.Span, target.Low.Text)] : [];

    private static string? WhyImpossible(TargetSyntax target)
    {
        var over = new[] { target.Low, target.High }.FirstOrDefault(n => Numbers.Of(n) > 100);
        if (over is not null) return $"{over.Text} % is more than all: a share is at most 100 %.";
        return (target.Comparison?.Kind, Numbers.Of(target.Low)) switch
        {
            (TokenKind.Greater, 100) => "No share is more than 100 %.",
            (TokenKind.Less, 0) => "No share is less than 0 %.",
            (TokenKind.GreaterOrEqual, 0) => "Every share is 0 % or more, so that this target is always met.",
            (TokenKind.LessOrEqual, 100) => "Every share is 100 % or less, so that this target is always met.",
            _ => null,
        };
    }
}
