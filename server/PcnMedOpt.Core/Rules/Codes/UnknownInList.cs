using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>Codes of a published list that the release does not have: the list or the release may be the newer one.</summary>
public sealed class UnknownInList : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2131", "unknown-in-list", Severity.Warning, "A code list has codes that are not in the terminology release");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from unknown in NamedCodes.Listed(declaration, c => c.Status == CodeStatus.Unknown)
        select Kind.At(
            unknown.List.PathSpan,
            $"The terminology release has no {NamedCodes.Some(unknown.Codes)} of this list, and it holds other codes of {(unknown.Codes.Count == 1 ? "its namespace" : "their namespaces")}.",
            "Make sure that the list is whole and its identifiers are undamaged; codes that are newer than the release need a newer release.");
}
