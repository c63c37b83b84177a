using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>A code set that says itself that it is not finished.</summary>
public sealed class AwaitingCodes : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO2114", "awaiting-codes", Severity.Warning, "A code set is not finished");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Header?.Status != ProtocolStatus.Active && declaration.Facts.Codes is { Awaiting: { } what, AwaitingSpan: { } span } set)
            yield return Kind.At(
                span,
                $"The code set '{set.Name}' is not finished. It awaits: {what}",
                "Add the codes when they are known, and remove this line.");
    }
}
