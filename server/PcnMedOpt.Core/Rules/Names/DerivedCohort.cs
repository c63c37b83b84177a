using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>
/// A procedure declares cohorts, such as <c>methotrexate_monitoring.overdue</c> (language §7). Procedures are read as text for now, so
/// that nobody can be found in them; a silent empty cohort would look like good news.
/// </summary>
public sealed class DerivedCohort : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO2009", "derived-cohort", Severity.Error, "A cohort of a procedure is used, which is not worked out yet");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        from use in declaration.Facts.Uses
        where project.Names.Find(use.Name) is { } named && Names(use, named.Facts.Kind)
        select new ProjectFinding(
            declaration,
            Kind.At(
                use.Span,
                $"'{use.Name}.{use.Part}' comes from the procedure '{use.Name}', and the cohorts of procedures are not worked out yet.",
                "Write the cohort out: who takes the medicine, and which test is missing."));

    internal static bool Names(NameUse use, DeclarationKind kind) => use.Part is not null && kind == DeclarationKind.Sop;
}
