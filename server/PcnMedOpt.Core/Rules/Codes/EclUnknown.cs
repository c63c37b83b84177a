using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>
/// A concept that the release does not hold finds nothing, so that the set is too small and nobody sees it. Of a namespace that the release does not
/// hold at all nothing is said.
/// </summary>
public sealed class EclUnknown : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2126", "ecl-unknown", Severity.Error, "An ECL expression names a concept that is not in the terminology release");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from named in EclNamed.In(declaration)
        where declaration.Pinned?.Find(named.Reference.Concept.Id) is { Status: CodeStatus.Unknown }
        select Kind.At(
            named.Span,
            $"The terminology release has no {named.Id}, and it holds other codes of its namespace.",
            "Copy the identifier from its source again; a concept that is newer than the release needs a newer release.");
}
