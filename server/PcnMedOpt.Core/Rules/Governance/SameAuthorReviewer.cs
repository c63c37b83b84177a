using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>Whoever wrote a protocol does not see its mistakes: an active one was read by another person.</summary>
public sealed class SameAuthorReviewer : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO5003", "same-author-reviewer", Severity.Error, "An active protocol was reviewed by its author");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (OwnProtocol.Of(declaration) is { Status: ProtocolStatus.Active } protocol && IsOnePerson(protocol))
            yield return Kind.At(
                protocol.ReviewerSpan ?? declaration.Facts.NameSpan,
                $"{protocol.Reviewer} is the author of '{protocol.Name}' and its reviewer.",
                "Have it reviewed by another person, or set it to draft until then.");
    }

    internal static bool IsOnePerson(ProtocolHeader protocol) =>
        protocol is { Author: { } author, Reviewer: { } reviewer }
        && !string.IsNullOrWhiteSpace(reviewer)
        && string.Equals(Folded(author), Folded(reviewer), StringComparison.OrdinalIgnoreCase);

    private static string Folded(string name) => string.Join(' ', name.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
