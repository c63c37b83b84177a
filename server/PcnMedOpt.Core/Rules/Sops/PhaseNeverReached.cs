using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>Phases follow each other from start: what stands after a phase without an end is read, and never applies to anybody.</summary>
public sealed class PhaseNeverReached : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8103", "phase-never-reached", Severity.Error, "Nobody ever reaches a phase");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        var phases = NamedPhase.Of(declaration);
        var endless = phases.FirstOrDefault(p => p.Phase.End is null);
        if (endless is null || phases.SkipWhile(p => p != endless).Skip(1).FirstOrDefault() is not { } next) yield break;
        yield return Kind.At(
            next.NameSpan,
            $"Nobody reaches the phase '{next.Phase.Name}': '{endless.Phase.Name}' before it does not end.",
            $"Say how long '{endless.Phase.Name}' lasts, such as for 3 months, or put it last.");
    }
}
