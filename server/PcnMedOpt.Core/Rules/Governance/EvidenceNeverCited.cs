using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>A source that is listed and cited nowhere: the reader cannot tell what rests on it.</summary>
public sealed class EvidenceNeverCited : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO5005", "evidence-never-cited", Severity.Warning, "Evidence is listed and never cited");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        from declaration in file.Declarations
        where declaration.Facts.Protocol is not null && ReferenceEquals(declaration.Facts.Protocol, file.Protocol)
        let cited = Cited(file)
        from evidence in (file.Protocol?.Evidence ?? []).DistinctBy(e => e.Id, StringComparer.Ordinal)
        where !cited.Contains(evidence.Id)
        select new ProjectFinding(
            declaration,
            Kind.At(
                evidence.IdSpan,
                $"The evidence '{evidence.Id}' is never cited.",
                $"Cite it at the end of what rests on it, [evidence {evidence.Id}], or remove it."));

    /// <summary>What is cited, and what is mentioned in declarations that are read as text.</summary>
    private static HashSet<string> Cited(SourceFile file) =>
    [
        .. file.Declarations.SelectMany(d => d.Facts.Citations).Select(c => c.Evidence),
        .. file.Declarations.SelectMany(d => d.Facts.Uses).Where(u => u.Role == NameRole.Mentioned).Select(u => u.Name),
    ];
}
