using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>
/// What practices act on has somebody who answers for it, a second pair of eyes, an approval, a day of review, and sources of which one knows
/// how old they are (language §2).
/// </summary>
public sealed class ActiveIncomplete : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO5002", "active-incomplete", Severity.Error, "An active protocol does not say all that it must");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (OwnProtocol.Of(declaration) is not { Status: ProtocolStatus.Active } protocol) yield break;
        string?[] parts =
        [
            string.IsNullOrWhiteSpace(protocol.Version) ? "no version" : null,
            string.IsNullOrWhiteSpace(protocol.Owner) ? "no owner" : null,
            string.IsNullOrWhiteSpace(protocol.Author) ? "no author" : null,
            string.IsNullOrWhiteSpace(protocol.Reviewer) ? "no reviewer" : null,
            protocol.Approved is null || string.IsNullOrWhiteSpace(protocol.ApprovedBy) ? "no approval (approved … by …)" : null,
            protocol.ReviewBy is null ? "no review date (review by …)" : null,
            .. protocol.Evidence.Where(e => e.Dated is null && e.Read is null).Select(e => $"no date for the evidence '{e.Id}' (dated … or read …)"),
        ];
        if (Listing.And(parts.OfType<string>()) is { Length: > 0 } missing)
            yield return Kind.At(
                protocol.StatusSpan ?? declaration.Facts.NameSpan,
                $"The protocol '{protocol.Name}' is active, but has {missing}.",
                "Write what is missing, or set it to draft until it is known.");
    }
}
