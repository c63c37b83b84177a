using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>When the last call is not answered somebody must decide whether the medicine is still issued.</summary>
public sealed class RecallWithoutEscalation : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8111", "recall-without-escalation", Severity.Warning, "After the last call of a recall nobody decides");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Model is not Sop { Recalls: { IsEmpty: false } recalls }) yield break;
        if (recalls.FirstOrDefault(r => r.Stage == RecallStage.Escalate) is not { } escalation)
            yield return Kind.At(
                recalls[^1].Span,
                $"After '{recalls[^1].Stage.ToString().ToLowerInvariant()}' nobody is told that the patient did not come.",
                "Add who decides about further supply, such as escalate after 4 weeks to prescriber \"Do not issue without review.\"");
        else if (escalation.Role is null)
            yield return Kind.At(escalation.Span, "The recall is escalated to nobody.", "Say to whom, such as to prescriber.");
    }
}
