using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Rules.Workflows;

/// <summary>A loop that no way leads out of keeps a patient's case open for ever.</summary>
public sealed class LoopWithoutEnd : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8204", "loop-without-end", Severity.Error, "A workflow goes round and never ends");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (Ways.Sound(declaration) is not { } workflow || !workflow.Nodes.Any(n => n is End)) yield break;
        var ends = workflow.Nodes.Where(n => n is End || !workflow.After(n).Any()).Select(n => n.Name).ToHashSet(StringComparer.Ordinal);
        var first = workflow.Nodes.FirstOrDefault(n => !ends.Contains(n.Name) && Ways.From(workflow, n) is var after && after.Contains(n.Name) && !after.Overlaps(ends));
        if (first is not null)
            yield return Kind.At(
                first.NameSpan,
                $"From '{first.Name}' the workflow comes back to it, and to no end.",
                "Add a decision with an answer that leads out.");
    }
}
