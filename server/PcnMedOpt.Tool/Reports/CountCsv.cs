using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Systmone;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Counts as comma-separated text (RFC 4180), a row for each number, every field quoted and none of them a formula. A number that is not told is &lt;6, &gt;=6 or *.</summary>
public static class CountCsv
{
    public static string Of(PublishedCounts counts)
    {
        var csv = new StringBuilder();
        var day = counts.Reference.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var suppression = counts.Below is { } below ? string.Create(CultureInfo.InvariantCulture, $"1 to {below - 1} suppressed") : CountWords.NotSuppressed;
        CodesCsv.Row(csv, "kind", "name", "step", "label", "number", "of", "percent", "alone", "left", "reference_date", "suppression");
        void Row(string kind, string name, string step, string label, Figure? number, Figure? of = null, Figure? alone = null, Figure? left = null) =>
            CodesCsv.Row(csv, kind, name, step, label, Number(number), Number(of), number is { } counted ? Percent(counted, of) : "", Number(alone), Number(left), day, suppression);
        void Against(string kind, string name, Caveats caveats)
        {
            foreach (var set in caveats.Incomplete) Row(kind, name, "incomplete code set", set, null);
            if (caveats.HasMedicinesByCode) Row(kind, name, "medicines by identifier", "", null);
        }
        foreach (var fault in counts.Data.Faults)
            CodesCsv.Row(csv, "fault", fault.File, fault.Effect, fault.Kind, fault.Rows.ToString(CultureInfo.InvariantCulture), "", "", "", "", day, suppression);
        foreach (var cohort in counts.Cohorts)
        {
            var name = cohort.Cohort.Name;
            Row("cohort", name, "population", CountWords.Of(cohort.Cohort.From), cohort.Population);
            foreach (var criterion in cohort.Include) Row("cohort", name, "include", criterion.Label, criterion.Holds, null, criterion.Alone, criterion.Left);
            Row("cohort", name, "included", "", cohort.Included, cohort.Population);
            foreach (var criterion in cohort.Exclude) Row("cohort", name, "exclude", criterion.Label, criterion.Holds, null, criterion.Alone, criterion.Left);
            Row("cohort", name, "in", "", cohort.In, cohort.Population);
            foreach (var part in cohort.Parts) Row("cohort", name, Step(part.Dimension), part.Value, part.Numerator, part.Denominator);
            Against("cohort", name, cohort.Caveats);
        }
        foreach (var measure in counts.Measures)
        {
            Row("measure", measure.Measure.Name, "all", "", measure.Numerator, measure.Denominator);
            foreach (var part in measure.Parts) Row("measure", measure.Measure.Name, Step(part.Dimension), part.Value, part.Numerator, part.Denominator);
            Against("measure", measure.Measure.Name, measure.Caveats);
        }
        return csv.ToString();
    }

    private static string Step(Dimension dimension) => $"by {CountWords.Of(dimension)}";

    private static string Percent(Figure number, Figure? of) => Shares.Percent(number, of)?.ToString("0.0#", CultureInfo.InvariantCulture) ?? "";

    private static string Number(Figure? figure) => figure switch
    {
        null => "",
        { Value: { } value } => value.ToString(CultureInfo.InvariantCulture),
        { } told => told.Text.Replace("≥", ">=", StringComparison.Ordinal),
    };
}
