using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>Nobody may be missed because a code was still to be found when the protocol went into use (language §3).</summary>
public sealed class AwaitingInActive : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2115", "awaiting-in-active", Severity.Error, "A code set of an active protocol is not finished");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Header is { Status: ProtocolStatus.Active } protocol && declaration.Facts.Codes is { Awaiting: { } what, AwaitingSpan: { } span } set)
            yield return Kind.At(
                span,
                $"The protocol '{protocol.Name}' is active, but its code set '{set.Name}' is not finished. It awaits: {what}",
                "Add the codes, or set the protocol to draft until they are known.");
    }
}
