using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Model.Explaining;

/// <summary>Cohorts and measures in plain English.</summary>
internal static class CohortExplanation
{
    public static IEnumerable<ExplainedLine> Of(Cohort cohort, PlainEnglish english)
    {
        yield return new ExplainedLine(0, $"{MeasureWords.Of(cohort.From, english)}.");
        if (cohort.Include is { } include)
        {
            yield return new ExplainedLine(0, include.Quantifier switch
            {
                Quantifier.Any => "Included, when any of these holds:",
                Quantifier.All => "Included, when all of these hold:",
                _ => $"Included, when at least {include.Needed} of these hold:",
            });
            foreach (var line in Criteria(include.Criteria, english)) yield return line;
        }
        else yield return new ExplainedLine(0, "All of them are included.");
        if (cohort.Exclude.IsEmpty) yield break;
        yield return new ExplainedLine(0, "Left out, when any of these holds:");
        foreach (var line in Criteria(cohort.Exclude, english)) yield return line;
    }

    public static IEnumerable<ExplainedLine> Of(Measure measure, PlainEnglish english)
    {
        yield return new ExplainedLine(0, $"Of: {MeasureWords.Of(measure.Of, english)}.");
        yield return measure.Numerator is { } numerator
            ? new ExplainedLine(0, $"Counted: {english.Of(numerator)}.", measure.NumeratorSpan)
            : new ExplainedLine(0, "All are counted.");
        if (measure.Target is { } target) yield return new ExplainedLine(0, $"Target: {MeasureWords.Of(target)}.");
        if (!measure.By.IsEmpty) yield return new ExplainedLine(0, $"By {string.Join(", ", measure.By.Select(MeasureWords.Of))}.");
        if (!measure.Reported.IsEmpty) yield return new ExplainedLine(0, $"Reported {string.Join(", ", measure.Reported).ToLowerInvariant()}.");
    }

    private static IEnumerable<ExplainedLine> Criteria(IEnumerable<Criterion> criteria, PlainEnglish english) =>
        criteria.Select(c => new ExplainedLine(1, $"{c.Label}: {english.Of(c.Condition)}", c.Span.Length > 0 ? c.Span : null));
}
