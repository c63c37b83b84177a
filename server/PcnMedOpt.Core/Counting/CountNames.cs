using System.Globalization;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Core.Counting;

/// <summary>What the numbers of a count are called in the ledger: two that count the same patients have the same name.</summary>
internal static class CountNames
{
    public const string Everyone = "everyone";

    public static string Of(Population population) => population switch
    {
        OfCohort of => In(of.FullName),
        Model.Cohorts.Everyone => Everyone,
        _ => "registered",
    };

    public static string In(string cohort) => $"in {cohort}";

    public static string Included(string cohort) => $"included {cohort}";

    /// <summary>A number of a criterion: <paramref name="what"/> is holds, alone or left.</summary>
    public static string Criterion(string cohort, string what, bool isExclude, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{what} {cohort} {(isExclude ? "exclude" : "include")} {index}");

    public static string Denominator(Measure measure) => measure.Of is RecordsOf ? $"records {measure.Name}" : Of(measure.Of.Population);

    /// <summary>A measure without a condition counts its denominator.</summary>
    public static string Numerator(Measure measure) => measure.Numerator is null ? Denominator(measure) : $"of {measure.Name}";

    public static string Part(string of, Dimension dimension, string value) => $"{of} | {dimension} | {value}";
}
