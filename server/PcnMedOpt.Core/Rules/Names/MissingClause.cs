using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>Where silence would choose, the language asks: whom a measure is of, what a pack contains, to whom a letter goes.</summary>
public sealed class MissingClause : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2012", "missing-clause", Severity.Error, "A clause is missing that must be there");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) => declaration.Syntax switch
    {
        CohortSyntax cohort => cohort.Clauses.OfType<CriteriaSyntax>().Where(c => c.Criteria.IsEmpty).Select(Empty),
        MeasureSyntax measure when !measure.Clauses.Any(c => c is OfPopulationSyntax or OfEachSyntax) =>
        [
            Kind.At(
                declaration.Facts.NameSpan,
                $"The measure '{declaration.Facts.Name}' does not say whom it is of.",
                "Write 'of registered', 'of' and a cohort, or 'of each' and the records that it counts."),
        ],
        PackSyntax pack when !pack.Clauses.Any(c => c is ContainsSyntax) =>
        [
            Kind.At(
                declaration.Facts.NameSpan,
                $"The pack '{declaration.Facts.Name}' contains nothing.",
                "Write 'contains' and the names of what a practice downloads."),
        ],
        _ => MissingParts.Of(declaration).Select(m => Kind.At(m.Span, m.Message, m.Hint)),
    };

    private Diagnostic Empty(CriteriaSyntax criteria) => Kind.At(
        criteria.Keyword.Span,
        $"There is no criterion between the braces of this '{criteria.Keyword.Text}'.",
        $"Write one, such as \"75 or over\": age >= 75 years, or remove the {criteria.Keyword.Text}.");
}
