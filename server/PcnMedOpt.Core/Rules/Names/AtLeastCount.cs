using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>"At least" a number that always or never holds was meant otherwise.</summary>
public sealed class AtLeastCount : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2015", "at-least-count", Severity.Error, "'At least' counts what always or never holds");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) => declaration.ConditionNodes.SelectMany(OfNode);

    private IEnumerable<Diagnostic> OfNode(SyntaxNode node) => node switch
    {
        CriteriaSyntax { Keyword.Kind: TokenKind.IncludeWord, Criteria.IsEmpty: false } group => OfGroup(group),
        AtLeastSyntax times when Numbers.Whole(times.Number) == 0 =>
        [
            Kind.At(
                times.Number.Span,
                "'At least 0 times' always holds.",
                "Count from 1. That there is no such record is written with 'no' before the code set."),
        ],
        _ => [],
    };

    private IEnumerable<Diagnostic> OfGroup(CriteriaSyntax group)
    {
        if (group.Quantifier.Number is not { } number || Numbers.Whole(number) is not { } least) yield break;
        if (least == 0)
            yield return Kind.At(
                number.Span,
                "'At least 0' criteria always hold.",
                "Count from 1, or write 'any'.",
                Fix.Changes("Write any", new TextEdit(group.Quantifier.Span, "any")));
        else if (least > group.Criteria.Length)
            yield return Kind.At(
                number.Span,
                $"At least {least} criteria must hold, but there {(group.Criteria.Length == 1 ? "is only 1" : $"are only {group.Criteria.Length}")}.",
                "Lower the number, or add the criteria that are missing.",
                Fix.Changes("Write all", new TextEdit(group.Quantifier.Span, "all")));
    }
}
