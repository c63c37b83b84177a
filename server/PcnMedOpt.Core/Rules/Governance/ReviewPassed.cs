using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>Evidence, codes and contracts change: a protocol is looked at again by the day that its governance group set.</summary>
public sealed class ReviewPassed : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO5001", "review-passed", Severity.Warning, "The review of a protocol is overdue");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (OwnProtocol.Of(declaration) is { ReviewBy: { } day, ReviewBySpan: { } span, Status: not ProtocolStatus.Withdrawn } protocol && day < declaration.Today)
            yield return Kind.At(
                span,
                $"The protocol '{protocol.Name}' was to be reviewed by {Numbers.Shown(day)}.",
                "Review it and give a new day, or withdraw it: status withdrawn.");
    }
}
