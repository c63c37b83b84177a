using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Rules.Workflows;

/// <summary>A step that no way leads to is read, and done by nobody. Where no end is reached, another rule says why.</summary>
public sealed class StepNotReached : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8202", "step-not-reached", Severity.Error, "Nobody reaches a step of a workflow");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (Ways.Sound(declaration) is not { } workflow) yield break;
        var reached = Ways.From(workflow, workflow.Nodes[0]);
        var behind = new HashSet<string>(StringComparer.Ordinal);
        if (workflow.Nodes.OfType<End>().Any() && !workflow.Nodes.Any(n => n is End && reached.Contains(n.Name))) yield break;
        foreach (var node in workflow.Nodes.Skip(1).Where(n => !reached.Contains(n.Name)))
        {
            if (!behind.Contains(node.Name))
                yield return Kind.At(
                    node.NameSpan,
                    $"No way leads to '{node.Name}' in the workflow '{workflow.Name}'.",
                    $"Lead to it, with -> {node.Name} or an answer of a decision, or remove it.");
            behind.UnionWith(Ways.From(workflow, node));
        }
    }
}
