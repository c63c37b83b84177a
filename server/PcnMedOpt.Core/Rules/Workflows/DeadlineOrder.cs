using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Rules.Workflows;

/// <summary>A deadline runs from what has happened already: start, or a step that comes before.</summary>
public sealed class DeadlineOrder : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8206", "deadline-order", Severity.Error, "A deadline runs from what has not happened");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.Model is Workflow { Start: null } without
            && without.Nodes.OfType<WorkflowStep>().FirstOrDefault(s => s.Deadline is { Of: null }) is { Deadline: { } fromStart })
            yield return Kind.At(
                fromStart.OfSpan,
                $"The workflow '{without.Name}' does not say when it starts, and this deadline runs from there.",
                "Write start when and a condition, or let the deadline run from a step: within 7 days of triage.");
        if (Ways.Sound(declaration) is not { } workflow) yield break;
        var reached = Ways.From(workflow, workflow.Nodes[0]).Append(workflow.Nodes[0].Name).ToHashSet(StringComparer.Ordinal);
        foreach (var step in workflow.Nodes.OfType<WorkflowStep>().Where(s => reached.Contains(s.Name)))
            if (step.Deadline is { Of: { } of } deadline && workflow.Find(of) is { } before && !(before != step && Ways.From(workflow, before).Contains(step.Name)))
                yield return Kind.At(
                    deadline.OfSpan,
                    before == step ? $"The deadline of '{step.Name}' runs from '{step.Name}' itself." : $"The deadline of '{step.Name}' runs from '{of}', which does not come before it.",
                    "Let it run from start, or from a step that comes before.");
    }
}
