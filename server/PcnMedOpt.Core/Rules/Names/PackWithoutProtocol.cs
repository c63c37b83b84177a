using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>What a practice downloads says who answers for it, and in which version; both come from the protocol of its file.</summary>
public sealed class PackWithoutProtocol : IFileRule
{
    public DiagnosticKind Kind { get; } = new("MO2017", "pack-without-protocol", Severity.Warning, "A pack belongs to no protocol");

    public IEnumerable<ProjectFinding> Check(SourceFile file, ProjectIndex project) =>
        file.Declarations.Any(d => d.Facts is { Kind: DeclarationKind.Protocol } or { Kind: DeclarationKind.None, IsDamaged: true }) ? [] :
        from pack in file.Declarations
        where pack.Facts.Kind == DeclarationKind.Pack
        select new ProjectFinding(
            pack,
            Kind.At(
                pack.Facts.NameSpan,
                $"Nobody answers for the pack '{pack.Facts.Name}': its file has no protocol, so that its outputs carry no version and no owner.",
                "Begin the file with a protocol: protocol … \"…\" { version … owner \"…\" }."));
}
