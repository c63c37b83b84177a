using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>Who is in a cohort cannot depend on who is in it.</summary>
public sealed class CircularCohorts : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO2006", "circular-cohorts", Severity.Error, "Cohorts depend on each other in a circle");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) => Circles.Find(project, Among(project), NameRole.Cohort, (first, way) => Kind.At(
        first.Facts.NameSpan,
        $"The {first.Facts.Kind.Noun()} '{first.Facts.Name}' depends on itself: {way}.",
        "Take one of them out of the circle: write its criteria where it is named."));

    /// <summary>A procedure is among them: its cohorts are of the patients that it starts from.</summary>
    private static IEnumerable<PlacedDeclaration> Among(ProjectIndex project) =>
        project.Names.OfKind(DeclarationKind.Cohort).Concat(project.Names.OfKind(DeclarationKind.Sop));
}
