using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Workflows;

/// <summary>A way on, or a deadline, that names no step of the workflow leads nowhere.</summary>
public sealed class StepUnknown : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8201", "step-unknown", Severity.Error, "A workflow names a step that it does not have");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        declaration.Model is not Workflow workflow ? [] :
        from named in Named(workflow)
        where workflow.Find(named.Name) is null
        let near = CloseWords.Near(named.Name, workflow.Nodes.Select(n => n.Name)).ToList()
        select Kind.At(
            named.Span,
            $"The workflow '{workflow.Name}' has no step, decision or end '{named.Name}'.",
            near.Count > 0 ? $"Did you mean {string.Join(" or ", near.Select(n => $"'{n}'"))}?" : "Write it, or name another.",
            [.. near.Select(n => Fix.Changes($"Write {n}", new TextEdit(named.Span, n)))]);

    /// <summary>Some way on leads to what is not there: then nothing can be said of who is reached.</summary>
    internal static bool IsIn(Workflow workflow) => Named(workflow).Any(n => workflow.Find(n.Name) is null);

    private static IEnumerable<(string Name, TextSpan Span)> Named(Workflow workflow)
    {
        foreach (var node in workflow.Nodes)
            switch (node)
            {
                case WorkflowStep step:
                    if (step.Deadline is { Of: { } of } deadline) yield return (of, deadline.OfSpan);
                    if (step.Next is { } next) yield return (next, step.NextSpan);
                    break;
                case Decision decision:
                    foreach (var branch in decision.Branches) yield return (branch.Next, branch.NextSpan);
                    break;
            }
    }
}
