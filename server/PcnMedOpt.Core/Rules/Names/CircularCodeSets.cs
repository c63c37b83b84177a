using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>Which codes are in a code set cannot depend on which are in it.</summary>
public sealed class CircularCodeSets : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO2007", "circular-code-sets", Severity.Error, "Code sets depend on each other in a circle");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) => Circles.Find(project, project.Names.OfKind(DeclarationKind.Codes), NameRole.CodeSet, (first, way) => Kind.At(
        first.Facts.NameSpan,
        $"The code set '{first.Facts.Name}' depends on itself: {way}.",
        "Take one of them out of the circle: put the shared codes into a set of their own."));
}
