using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>A name stands where another kind of thing is needed: a cohort where records are looked for, a code set where patients are.</summary>
public sealed class WrongKind : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO2004", "wrong-kind", Severity.Error, "A name is of another kind than is needed");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        from use in declaration.Facts.Uses
        where use.Role.IsNeeded()
        let kind = project.Names.Find(use.Name)?.Facts.Kind
        where kind is not null && !DerivedCohort.Names(use, kind.Value)
        where use.Part is not null || !(use.Role.Fits(kind.Value) || IsDeclaredAgain(project, use))
        select new ProjectFinding(declaration, use.Part is null ? NotWhatIsNeeded(use, kind.Value) : HasNoParts(use, kind.Value));

    private Diagnostic HasNoParts(NameUse use, DeclarationKind kind) =>
        Kind.At(use.Span, $"'{use.Name}' is {kind.WithArticle()} and has no parts.", use.Role.Fits(kind) ? $"Write {use.Name}." : "Name a cohort.");

    private Diagnostic NotWhatIsNeeded(NameUse use, DeclarationKind kind) => (use.Role, kind) switch
    {
        (NameRole.CodeSet, DeclarationKind.Cohort) =>
            Needed(use, kind, "a code set", $"Name a code set. Whether a patient is in a cohort is written: in {use.Name}."),
        (NameRole.Cohort, DeclarationKind.Sop) =>
            Needed(use, kind, "a cohort", $"Name one of its cohorts, such as {use.Name}.taking or {use.Name}.overdue."),
        (NameRole.CodeSet, _) => Needed(use, kind, "a code set", "Name a code set."),
        (NameRole.Cohort, DeclarationKind.Codes) =>
            Needed(use, kind, "a cohort", $"Name a cohort. Whether a patient has a record is written: {use.Name} recorded, or {use.Name} issued."),
        (NameRole.Cohort, _) => Needed(use, kind, "a cohort", "Name a cohort."),
        (NameRole.Parameter, _) => Needed(use, kind, "a value or a parameter", "Write the value, or name a parameter."),
        (NameRole.Procedure, _) => Needed(use, kind, "a procedure", "Name a procedure, or write the limits out."),
        (NameRole.Evidence, _) => Needed(use, kind, "something that shows it is done", "Name a measure, a cohort, a register or another document."),
        (_, DeclarationKind.Codes) =>
            Kind.At(
                use.Span,
                $"'{use.Name}' is a code set, and a pack does not list code sets.",
                "Remove it: a pack takes the code sets that its members use."),
        _ => Kind.At(
            use.Span,
            $"'{use.Name}' is {kind.WithArticle()} and cannot be in a pack.",
            "A pack contains cohorts, measures, templates, procedures, letters, workflows, registers and checklists."),
    };

    private Diagnostic Needed(NameUse use, DeclarationKind kind, string needed, string hint) =>
        Kind.At(use.Span, $"'{use.Name}' is {kind.WithArticle()}, but {needed} is needed here.", hint);

    /// <summary>The name is declared twice, once as what is needed here: that is the mistake, and it is reported there.</summary>
    private static bool IsDeclaredAgain(ProjectIndex project, NameUse use) =>
        project.Names.Duplicates.Any(d => d.Second.Facts.Name == use.Name && use.Role.Fits(d.Second.Facts.Kind));
}
