using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// What a patient has is recorded with SNOMED CT codes, what is issued with dm+d entries: a set of both would be looked for in the wrong place.
/// </summary>
public sealed class SystemMixed : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO2118", "system-mixed", Severity.Error, "A code set takes in one of the other code system");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        where declaration.Facts.Codes is not null
        from finding in OfSet(project, declaration.Facts.Codes)
        select new ProjectFinding(declaration, finding);

    private IEnumerable<Diagnostic> OfSet(ProjectIndex project, CodeSetDefinition? set) =>
        set is null ? [] :
        from name in set.Included.Concat(set.ExceptedSets).Concat(set.Expression?.Sets ?? [])
        let other = project.Names.Find(name.Name)?.Facts.Codes
        where other is not null && other.System != set.System
        select Kind.At(
            name.Span,
            $"'{name.Name}' is a {Shown(other.System)} set, but '{set.Name}' is a {Shown(set.System)} set.",
            "Keep them apart, and name both in the criterion: a recorded or b issued are two conditions.");

    private static string Shown(CodeSystem system) => system == CodeSystem.Dmd ? "dm+d" : "SNOMED CT";
}
