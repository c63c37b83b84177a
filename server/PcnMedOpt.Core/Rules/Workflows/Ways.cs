using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Rules.Workflows;

/// <summary>Who is reached from whom in a workflow.</summary>
internal static class Ways
{
    /// <summary>The workflow of a declaration whose ways can be followed: every name is there, once.</summary>
    public static Workflow? Sound(DeclarationMeaning declaration) =>
        declaration.Model is Workflow { Nodes.IsEmpty: false } workflow && !StepUnknown.IsIn(workflow) && workflow.Nodes.DistinctBy(n => n.Name).Count() == workflow.Nodes.Length ? workflow : null;

    /// <summary>All that comes after a node, and itself only when a way leads back to it.</summary>
    public static HashSet<string> From(Workflow workflow, WorkflowNode node)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<WorkflowNode>([node]);
        while (open.TryPop(out var at))
            foreach (var (_, to) in workflow.After(at))
                if (reached.Add(to.Name)) open.Push(to);
        return reached;
    }
}
