using PcnMedOpt.Core.Counting;

namespace PcnMedOpt.Tests.Databases;

/// <summary>Counts as text, to compare them.</summary>
internal static class CountTexts
{
    public static string Of(Counts counts) => string.Join('\n', counts.Cohorts.Select(Of).Concat(counts.Measures.Select(Of)));

    private static string Of(CohortCount count) => string.Join('\n', [
        $"{count.Cohort.Name}: {count.Population} {count.Included} {count.In}; {string.Join(' ', count.Caveats.Incomplete)}{(count.Caveats.HasMedicinesByCode ? ", medicines by code" : "")}",
        .. count.Include.Select(c => $"  include {c}"), .. count.Exclude.Select(c => $"  exclude {c}"), .. count.Parts.Select(p => $"  {p}")]);

    private static string Of(MeasureCount count) =>
        string.Join('\n', [$"{count.Measure.Name}: {count.Numerator} {count.Denominator}; {string.Join(' ', count.Caveats.Incomplete)}{(count.Caveats.HasMedicinesByCode ? ", medicines by code" : "")}", .. count.Parts.Select(p => $"  {p}")]);
}
