using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Rules.Governance;

/// <summary>
/// An age, a result, a number of medicines or an interval is a clinical decision, and rests on something. Asked for where the protocol is in
/// use, or names sources at all.
/// </summary>
public sealed class ThresholdWithoutEvidence : IDeclarationRule
{
    public DiagnosticKind Kind { get; } = new("MO5006", "threshold-without-evidence", Severity.Warning, "A threshold cites no evidence");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (!AsksForSources(declaration.Header)) return [];
        return declaration.Model switch
        {
            Cohort cohort => InCohort(cohort, [.. declaration.Syntax.Children.OfType<ClauseSyntax>()]),
            Measure { Cites.IsEmpty: true, Numerator: { } numerator } measure when HoldsThreshold(numerator) =>
                [About(measure.NumeratorSpan, $"What '{measure.Name}' counts has a threshold and cites no evidence.")],
            Sop => declaration.Syntax.Children.OfType<ClauseSyntax>().Select(InSop).OfType<Diagnostic>(),
            _ => [],
        };
    }

    private static bool AsksForSources(ProtocolHeader? protocol) =>
        protocol is { Status: ProtocolStatus.Active } or { Status: ProtocolStatus.Draft, Evidence.IsEmpty: false };

    private IEnumerable<Diagnostic> InCohort(Cohort cohort, List<ClauseSyntax> clauses)
    {
        if (!clauses.Exists(c => c is not RunSyntax && !c.Cites.IsEmpty))
            foreach (var criterion in cohort.Criteria.Where(c => c.Cites.IsEmpty && HoldsThreshold(c.Condition)))
                yield return About(criterion.LabelSpan, $"\"{criterion.Label}\" has a threshold and cites no evidence.");
        if (cohort.Cites.IsEmpty && clauses.OfType<RunSyntax>().LastOrDefault() is { } run)
            yield return About(run.Span, $"How often '{cohort.Name}' is run cites no evidence.");
    }

    /// <summary>Intervals and limits cite something where they stand: the clause, or each part of it. A green band is what the others leave.</summary>
    private Diagnostic? InSop(ClauseSyntax clause)
    {
        var parts = clause.Children.OfType<ClauseSyntax>().Where(c => c is not (NoRoutineTestsSyntax or BandSyntax { Colour.Kind: TokenKind.GreenWord })).ToList();
        if (!clause.Cites.IsEmpty || (parts.Count > 0 && parts.TrueForAll(p => !p.Cites.IsEmpty))) return null;
        return clause switch
        {
            BaselineSyntax baseline => About(baseline.Keyword.Span, "The baseline cites no evidence."),
            PhaseSyntax phase when parts.Count > 0 || phase.End is not null => About(phase.Name.Span, $"The phase '{phase.Name.Text}' has intervals and cites no evidence."),
            AlsoSyntax also when parts.Count > 0 => About(also.Keyword.Span, "These additional tests cite no evidence."),
            IntervalSyntax interval => About(interval.Test.Span, $"The interval of '{interval.Test.Text}' cites no evidence."),
            LimitSyntax limit => About(limit.Name.Span, $"The limit '{limit.Name.Text}' has thresholds and cites no evidence."),
            _ => null,
        };
    }

    private Diagnostic About(TextSpan span, string message) => Kind.At(
        span,
        message,
        "Say where it comes from, at its end or after the braces that it stands in: [evidence …].");

    private static bool HoldsThreshold(Condition condition) => condition.DescendantsAndSelf().Any(test =>
        test is AgeTest or RegisteredAtAgeTest or ValueTest or ChangeTest or CountTest or HappenedTest { Times: not null }
        || test.AllFilters().Any(f => f is AtAgeFilter or ValueFilter));
}
