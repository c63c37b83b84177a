using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>A code set nobody refers to is usually what is left after a criterion was renamed.</summary>
public sealed class UnusedCodeSet : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO2003", "unused-code-set", Severity.Warning, "Code set is never used");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from codeSet in project.Names.OfKind(DeclarationKind.Codes)
        where !project.IsUsed(codeSet.Facts.Name!)
        select new ProjectFinding(
            codeSet, Kind.At(codeSet.Facts.NameSpan, $"Nothing refers to the code set '{codeSet.Facts.Name}'.", "Refer to it from a criterion, or remove it."));
}
