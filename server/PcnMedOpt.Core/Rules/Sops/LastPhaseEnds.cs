using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>Past the end of the last phase no test is ever due, and whoever takes the medicine for long is monitored by nobody.</summary>
public sealed class LastPhaseEnds : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8104", "last-phase-ends", Severity.Error, "Monitoring ends while the medicine is taken");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        var phases = NamedPhase.Of(declaration);
        if (phases.Count == 0 || phases.Any(p => p.Phase.End is null)) yield break;
        yield return Kind.At(
            phases[^1].NameSpan,
            $"The last phase, '{phases[^1].Phase.Name}', ends, and nothing follows: after it no test is due any more.",
            "Add a phase without an end. If nothing is tested in it, it says so and why: no routine tests \"…\".");
    }
}
