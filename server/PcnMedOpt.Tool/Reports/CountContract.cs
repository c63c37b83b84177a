using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Systmone;

namespace PcnMedOpt.Tool.Reports;

/// <summary>The rows of a count that go into a dashboard, and those that cannot.</summary>
/// <param name="Csv">The rows, with the head of docs/data-contract.md.</param>
/// <param name="Rows">How many.</param>
/// <param name="NotTold">How many figures have no row because a number of theirs is suppressed.</param>
/// <param name="WithoutPractice">The measures of which no figure of a practice is there.</param>
public sealed record ContractRows(string Csv, int Rows, int NotTold, IReadOnlyList<string> WithoutPractice);

/// <summary>
/// Measures in the form of docs/data-contract.md. A row is of one practice: the whole figure of each comes from the measure's parts by practice; its other parts are those of one
/// practice only where the data hold no other.
/// </summary>
public static class CountContract
{
    private static readonly string[] Head = ["practice", "period_start", "period", "measure", "dimension", "value", "numerator", "denominator", "reference_date", "version"];

    /// <param name="counts">The counts.</param>
    /// <param name="practice">What the only practice of the data is called, for measures that are not divided by practice; null where it is not said.</param>
    /// <param name="versionOf">The version of the protocol that a measure is in; empty where it has none.</param>
    public static ContractRows Of(PublishedCounts counts, string? practice, Func<string, string> versionOf)
    {
        var csv = new StringBuilder();
        CodesCsv.Row(csv, Head);
        var (rows, notTold, without) = (0, 0, new List<string>());
        foreach (var measure in counts.Measures)
        {
            var figures = Figures(measure, practice).ToList();
            if (figures.Count == 0) without.Add(measure.Measure.Name);
            foreach (var period in Periods(measure.Measure))
                foreach (var (of, dimension, value, part) in figures)
                {
                    if (part.Numerator.Value is not { } numerator || part.Denominator is { Value: null })
                    {
                        notTold++;
                        continue;
                    }
                    rows++;
                    CodesCsv.Row(
                        csv, of, Day(ReportingPeriods.StartOf(period, counts.Reference)), ReportingPeriods.WordOf(period), measure.Measure.Name, dimension, value, Whole(numerator), part.Denominator?.Value is { } denominator ? Whole(denominator) : "",
                        Day(counts.Reference), versionOf(measure.Measure.Name));
                }
        }
        return new ContractRows(csv.ToString(), rows, notTold, without);
    }

    private static IEnumerable<(string Practice, string Dimension, string Value, PublishedPart Part)> Figures(PublishedMeasure measure, string? practice)
    {
        var practices = measure.Parts.Where(p => p.Dimension == Dimension.Practice).ToList();
        foreach (var part in practices) yield return (part.Value, "all", "", part);
        var only = practices.Count == 1 ? practices[0].Value : practices.Count == 0 ? practice : null;
        if (only is null) yield break;
        if (practices.Count == 0) yield return (only, "all", "", new PublishedPart(Dimension.Practice, only, measure.Numerator, measure.Denominator));
        foreach (var part in measure.Parts.Where(p => p.Dimension != Dimension.Practice)) yield return (only, CountWords.Of(part.Dimension), part.Value, part);
    }

    /// <summary>Every period that the measure is reported for; the month where it does not say.</summary>
    private static IEnumerable<ReportingPeriod> Periods(Measure measure) => measure.Reported.IsEmpty ? [ReportingPeriod.Monthly] : measure.Reported.Distinct().Order();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Whole(long number) => number.ToString(CultureInfo.InvariantCulture);
}
