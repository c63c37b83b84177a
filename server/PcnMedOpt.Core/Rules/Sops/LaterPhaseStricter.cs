using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>Monitoring is closest at the beginning. A later phase that tests more often than an earlier one usually has its numbers changed round.</summary>
public sealed class LaterPhaseStricter : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO8106", "later-phase-stricter", Severity.Warning, "A later phase tests more often than an earlier one");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration.HasUnknownParameter()) yield break;
        var before = new Dictionary<string, (NamedPhase Phase, Duration Every)>(StringComparer.Ordinal);
        foreach (var phase in NamedPhase.Of(declaration))
        {
            var stricter = phase.Tests.Where(t => before.TryGetValue(t, out var earlier) && IsLess(Every(phase, t), earlier.Every)).ToList();
            if (stricter.Count > 0)
                yield return Kind.At(
                    phase.NameSpan,
                    $"'{phase.Phase.Name}' tests {Listing.And(stricter.Select(t => $"'{t}'"))} every {Every(phase, stricter[0])}, and '{before[stricter[0]].Phase.Phase.Name}' before it only every {before[stricter[0]].Every}.",
                    "Compare both with the source: a phase that follows is seldom the stricter one.");
            foreach (var test in phase.Tests) before[test] = (phase, Every(phase, test));
        }
    }

    /// <summary>The shortest of the intervals that the phase gives the test.</summary>
    private static Duration Every(NamedPhase phase, string test) =>
        phase.Phase.Schedules.Where(s => s.Tests.Contains(test)).Select(s => s.Every).MinBy(e => e.ApproximateDays) ?? new Duration(1, DurationUnit.Days);

    private static bool IsLess(Duration one, Duration other) => one.IsAtMost(other) && !other.IsAtMost(one);
}
