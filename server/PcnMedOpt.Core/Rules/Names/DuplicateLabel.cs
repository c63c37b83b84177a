using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>A label is the rule's name in every specification, and what "because" and the counts by reason name: two alike cannot be told apart.</summary>
public sealed class DuplicateLabel : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2010", "duplicate-label", Severity.Error, "Two criteria of a cohort have one label");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Syntax is not CohortSyntax cohort) return [];
        var labels = cohort.Clauses.OfType<CriteriaSyntax>().SelectMany(c => c.Criteria).OfType<CriterionSyntax>().Select(c => c.Label);
        return
            from same in labels.GroupBy(l => Strings.Value(l).Trim(), StringComparer.Ordinal)
            from again in same.Skip(1)
            select Kind.At(
                again.Span,
                $"Another criterion of '{declaration.Facts.Name}' is already called \"{same.Key}\".",
                "Give each criterion a label of its own.") with
            {
                Related = new Related(declaration.Facts.Name ?? "", same.First().Span, "first used here"),
            };
    }
}
