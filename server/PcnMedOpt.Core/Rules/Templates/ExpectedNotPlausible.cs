using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Templates;

/// <summary>A result outside the plausible range of its code set is unusable: a template that expects it invites what is thrown away later.</summary>
public sealed class ExpectedNotPlausible : IProjectRule
{
    public DiagnosticKind Kind { get; } = new("MO8006", "expected-not-plausible", Severity.Warning, "A template expects what is not plausible");

    public IEnumerable<ProjectFinding> Check(ProjectIndex project) =>
        from known in KnownResults.Of(project).Where(IsOutside).DistinctBy(k => k.Field, ReferenceEqualityComparer.Instance)
        let range = known.Field.Expected
        select new ProjectFinding(
            known.Where,
            Kind.At(
                range.Span,
                $"'{known.Field.Name}' may be {Numbers.Shown(range.Low)} to {Numbers.Shown(range.High)} {known.Unit}".TrimEnd()
                + $", but results of '{known.Set.Name}', which holds its code, are plausible from {Numbers.Shown(known.Clause.Low ?? 0)} to {Numbers.Shown(known.Clause.High ?? 0)} {known.SetUnit}".TrimEnd() + ".",
                "A result outside is unusable: narrow what is expected here, or widen what is plausible there."));

    private static bool IsOutside(KnownResults known) =>
        known is { Field.Expected: { } range, Clause: { Low: { } low, High: { } high } } && known.Unit.ConvertsTo(known.SetUnit)
        && (known.Unit.Compare(range.Low, low, known.SetUnit) < 0 || known.Unit.Compare(range.High, high, known.SetUnit) > 0);
}
