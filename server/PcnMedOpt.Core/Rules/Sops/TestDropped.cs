using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>A test of an early phase that no later phase names is either no longer needed, or forgotten. The text should say which.</summary>
public sealed class TestDropped : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8105", "test-dropped", Severity.Warning, "A test is scheduled in no later phase");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        var phases = NamedPhase.Of(declaration).ToList();
        for (var i = 0; i < phases.Count - 1 && phases[i].Phase.End is not null; i++)
        {
            var later = phases.Skip(i + 1).ToList();
            if (later.Exists(p => p.Phase.NoRoutineTests is not null)) continue;
            var dropped = phases[i].Tests.Except(later.SelectMany(p => p.Tests), StringComparer.Ordinal)
                .Where(t => declaration.Scope.CodeSet(t)?.System == CodeSystem.Snomed).ToList();
            if (dropped.Count > 0)
                yield return Kind.At(
                    phases[i].NameSpan,
                    $"After '{phases[i].Phase.Name}' no phase schedules {Listing.And(dropped.Select(t => $"'{t}'"))}.",
                    "Schedule it in a later phase. If it is no longer needed, silence this with a day and the reason.");
        }
    }
}
