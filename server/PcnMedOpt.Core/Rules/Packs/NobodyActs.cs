using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Packs;

/// <summary>A list of patients that nothing follows from is work for whoever runs it, and help for nobody. A project that only searches is not asked.</summary>
public sealed class NobodyActs : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8502", "nobody-acts", Severity.Info, "Patients are found, and no step acts on them");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        project.Graph.Keep("acted upon", () => Acted(project)) is not { } acted ? [] :
            from pack in project.Names.OfKind(DeclarationKind.Pack)
            from use in pack.Facts.Uses
            where use.Role == NameRole.PackMember && !acted.Contains(use.Name) && project.Names.Find(use.Name)?.Facts.Kind == DeclarationKind.Cohort
            select new ProjectFinding(
                pack,
                Kind.At(
                    use.Span,
                    $"No template, letter, procedure, workflow, measure or checklist is about the patients of '{use.Name}'.",
                    "Say in a document what is done for them, or count them in a measure."));

    /// <summary>The cohorts that something other than a pack or an example uses, and those that such a cohort is made of; null where nothing acts.</summary>
    private static HashSet<string>? Acted(ProjectIndex project)
    {
        var acting = project.Names.Declarations.Where(d => d.Facts.Kind == DeclarationKind.Measure || d.Facts.Kind.IsDocument()).ToList();
        if (acting.Count == 0) return null;
        var acted = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<PlacedDeclaration>(acting);
        while (open.TryPop(out var at))
            foreach (var use in at.Facts.Uses)
                if (use.Role is NameRole.Cohort or NameRole.Evidence && acted.Add(use.Name) && project.Names.Find(use.Name) is { } found) open.Push(found);
        return acted;
    }
}
