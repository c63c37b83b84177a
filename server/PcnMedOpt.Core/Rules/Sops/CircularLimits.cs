using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Names;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>Limits that are taken over from one another are nowhere.</summary>
public sealed class CircularLimits : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8119", "circular-limits", Severity.Error, "Procedures take their limits from each other in a circle");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) => Circles.Find(project, project.Names.OfKind(DeclarationKind.Sop), NameRole.Procedure, (first, way) => Kind.At(
        first.Facts.NameSpan,
        $"The procedure '{first.Facts.Name}' takes its limits from itself: {way}.",
        "Take one of them out of the circle: put the shared limits into a procedure of their own."));
}
