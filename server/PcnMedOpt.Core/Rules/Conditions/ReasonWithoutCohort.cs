using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Rules.Conditions;

/// <summary>Reasons are the labels of a cohort's include criteria. Over everyone who is registered there are none to break down by.</summary>
public sealed class ReasonWithoutCohort : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO3123", "reason-without-cohort", Severity.Error, "There are no reasons to break down by");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        where declaration.Facts.Kind == DeclarationKind.Measure
        let measure = project.Model(declaration) as Measure
        where measure?.By.Contains(Dimension.Reason) == true
        let population = measure.Of.Population
        where HasNoReasons(project, population)
        select new ProjectFinding(
            declaration,
            Kind.At(
                Word(declaration)?.Span ?? declaration.Facts.NameSpan,
                population is OfCohort cohort
                    ? $"'{cohort.FullName}' has no include criteria, so that there is no reason to count by."
                    : "Reasons are the include criteria of a cohort, and this measure is not of one.",
                "Count over a cohort with include criteria, or leave out reason."));

    /// <summary>A name that is no cohort has an error of its own, or a procedure's cohorts behind it.</summary>
    private static bool HasNoReasons(ProjectIndex project, Population? population) => population switch
    {
        OfCohort of => project.Names.Find(of.Cohort) is { Facts.IsDamaged: false }
            && project.Cohort(of.FullName) is { Include: null or { Criteria.IsEmpty: true } },
        _ => true,
    };

    private static Token? Word(PlacedDeclaration measure) =>
        measure.Declared.Slice.Parsed.Declaration?.Children.OfType<BySyntax>().SelectMany(b => b.Dimensions)
            .FirstOrDefault(d => d.Kind == TokenKind.ReasonWord);
}
