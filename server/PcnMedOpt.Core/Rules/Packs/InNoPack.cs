using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Packs;

/// <summary>What no pack takes with it is written, checked, and reaches no practice. A project without packs is not asked.</summary>
public sealed class InNoPack : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8501", "in-no-pack", Severity.Warning, "A document reaches no practice");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        Needed.Of(project) is not { } needed ? [] :
        from placed in project.Names.Declarations
        where placed.Facts.Kind.IsDocument() && !needed.Contains(placed.Facts.Name ?? "") && !IsMisspelt(project, placed) && !IsTakenOver(project, placed)
        select new ProjectFinding(
            placed,
            Kind.At(
                placed.Facts.NameSpan,
                $"No pack contains the {placed.Facts.Kind.Noun()} '{placed.Facts.Name}': no practice gets it.",
                $"Write it into a pack: contains {placed.Facts.Name}."));

    /// <summary>A pack names something that is not there, and is nearly called so: that is the mistake.</summary>
    private static bool IsMisspelt(ProjectIndex project, PlacedDeclaration placed) => project.IsUsed(placed.Facts.Name ?? "") && project.Names.OfKind(DeclarationKind.Pack)
        .SelectMany(p => p.Facts.Uses).Any(u => project.Names.Find(u.Name) is null && Text.CloseWords.Near(u.Name, [placed.Facts.Name ?? ""]).Any());

    /// <summary>A procedure that only holds limits which others take over is printed with them.</summary>
    private static bool IsTakenOver(ProjectIndex project, PlacedDeclaration placed) =>
        placed.Facts.Kind == DeclarationKind.Sop && project.Model(placed) is Sop { Drug: null, Limits.IsEmpty: false }
        && project.Names.OfKind(DeclarationKind.Sop).Any(s => s.Facts.Uses.Any(u => u.Role == NameRole.Procedure && u.Name == placed.Facts.Name));
}
