using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>A draft may still wait for its reviewer; it is told before it becomes active, when it is an error.</summary>
public sealed class SameAuthorReviewerDraft : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO5013", "same-author-reviewer-draft", Severity.Warning, "The reviewer of a draft is its author");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (OwnProtocol.Of(declaration) is { Status: ProtocolStatus.Draft } protocol && SameAuthorReviewer.IsOnePerson(protocol))
            yield return Kind.At(
                protocol.ReviewerSpan ?? declaration.Facts.NameSpan,
                $"{protocol.Reviewer} is the author of '{protocol.Name}' and its reviewer.",
                "Name another person before the protocol becomes active.");
    }
}
