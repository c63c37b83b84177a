using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>A citation that leads nowhere looks like a source, and is none. Sources are listed in the protocol of the file.</summary>
public sealed class UnknownEvidence : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO5004", "unknown-evidence", Severity.Error, "Evidence is cited that the protocol does not list");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        file.Declarations.Any(d => d.Facts is { Kind: DeclarationKind.Protocol or DeclarationKind.None, IsDamaged: true }) ? [] :
        from declaration in file.Declarations
        let protocol = file.Protocol
        from citation in declaration.Facts.Citations
        where protocol is null || protocol.Evidence.All(e => e.Id != citation.Evidence)
        select new ProjectFinding(declaration, protocol is null ? WithoutProtocol(citation) : NotListed(citation, protocol));

    private Diagnostic WithoutProtocol(Citation citation) => Kind.At(
        citation.Span,
        $"The evidence '{citation.Evidence}' is listed nowhere: this file has no protocol.",
        $"Begin the file with a protocol that lists it: evidence {citation.Evidence} \"…\" read 2026-11-20.");

    private Diagnostic NotListed(Citation citation, ProtocolHeader protocol)
    {
        var near = CloseWords.Near(citation.Evidence, protocol.Evidence.Select(e => e.Id)).ToList();
        return Kind.At(
            citation.Span,
            $"The protocol '{protocol.Name}' lists no evidence '{citation.Evidence}'.",
            near.Count > 0
                ? $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?"
                : $"List it there: evidence {citation.Evidence} \"…\" read 2026-11-20.",
            [.. near.Select(n => Fix.Keeps($"Write {n}", new TextEdit(citation.Span, n)))]);
    }
}
