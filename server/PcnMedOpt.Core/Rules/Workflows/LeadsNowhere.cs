using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Rules.Workflows;

/// <summary>After a step something follows, or the workflow ends: who has done it must know which.</summary>
public sealed class LeadsNowhere : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8203", "leads-nowhere", Severity.Error, "Nothing follows a step of a workflow");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        Ways.Sound(declaration) is { } workflow && workflow.Nodes.Any(n => n is End) && workflow.Nodes[^1] is WorkflowStep { Next: null } last
            ? [Kind.At(last.NameSpan, $"Nothing follows '{last.Name}', and it is no end.", "Write where it leads, such as -> close, or an end after it.")]
            : [];
}
