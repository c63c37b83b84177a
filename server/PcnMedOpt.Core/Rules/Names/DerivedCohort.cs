using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>
/// A procedure declares cohorts, such as <c>methotrexate_monitoring.overdue</c> (language §7). A name that is none of them finds nobody, and a
/// silent empty cohort would look like good news.
/// </summary>
public sealed class DerivedCohort : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO2009", "derived-cohort", Severity.Error, "A procedure declares no cohort of that name");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        from use in declaration.Facts.Uses
        where project.Names.Find(use.Name) is { Facts: { IsDamaged: false, Kind: DeclarationKind.Sop } } && Names(use, DeclarationKind.Sop)
        let cohorts = project.CohortsOf(use.Name)
        where cohorts?.Parts.Contains(use.Part ?? "") != true
        select new ProjectFinding(declaration, cohorts is null ? HasNone(use) : IsNone(use, cohorts));

    /// <summary>A part of a procedure is named, where it can be.</summary>
    internal static bool Names(NameUse use, DeclarationKind kind) =>
        use.Part is not null && kind == DeclarationKind.Sop && use.Role is NameRole.Cohort or NameRole.PackMember or NameRole.Evidence;

    private Diagnostic HasNone(NameUse use) => Kind.At(
        use.Span,
        $"The procedure '{use.Name}' declares no cohorts: it has no drug that is taken when issued in a last time.",
        "Give it one: drug … taking when issued in last 6 months. A procedure without a drug is a document.");

    private Diagnostic IsNone(NameUse use, DerivedCohorts cohorts)
    {
        var part = use.Part ?? "";
        var message = $"The procedure '{use.Name}' declares no cohort '{part}'.";
        if (CloseWords.Nearest(part, cohorts.Parts) is { } near)
            return Kind.At(use.Span, message, $"Did you mean '{near}'?", Fix.Changes($"Write {use.Name}.{near}", new TextEdit(use.Span, $"{use.Name}.{near}")));
        return Kind.At(use.Span, message, $"Its cohorts are {string.Join(", ", cohorts.Main)}; due and overdue also of one test, outside_limits of one limit.");
    }
}
