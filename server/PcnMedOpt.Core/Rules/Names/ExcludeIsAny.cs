using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>
/// Each exclusion stands for itself, in the protocol and in every clinical system (language §4): a reader who sees a reason among the
/// exclusions takes it that the reason excludes.
/// </summary>
public sealed class ExcludeIsAny : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2014", "exclude-is-any", Severity.Error, "An exclusion is always any");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from exclusion in declaration.Syntax.Children.OfType<CriteriaSyntax>()
        where exclusion.Keyword.Kind == TokenKind.ExcludeWord && exclusion.Quantifier.Keyword.Kind != TokenKind.AnyWord
        let edit = new TextEdit(exclusion.Quantifier.Span, "any")
        select Kind.At(
            exclusion.Quantifier.Span,
            "Each exclusion stands for itself: 'exclude' is written with 'any'.",
            "Where conditions must hold together, join them with 'and' in one criterion.",
            exclusion.Criteria.Length == 1 ? Fix.Keeps("Write any", edit) : Fix.Changes("Write any", edit));
}
