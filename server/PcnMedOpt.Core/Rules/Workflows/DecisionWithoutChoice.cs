using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Workflows;

namespace PcnMedOpt.Core.Rules.Workflows;

/// <summary>A question with one answer decides nothing, and whoever would answer otherwise has no way on.</summary>
public sealed class DecisionWithoutChoice : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8205", "decision-without-choice", Severity.Error, "A decision has fewer than two answers");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration) =>
        from decision in (declaration.Model as Workflow)?.Nodes.OfType<Decision>() ?? []
        where decision.Branches.Length < 2
        select Kind.At(
            decision.NameSpan,
            $"The decision '{decision.Name}' has {(decision.Branches.IsEmpty ? "no answer" : $"only the answer \"{decision.Branches[0].Answer}\"")}.",
            "Write every answer and where it leads, such as \"Yes\" -> update and \"No\" -> close.");
}
