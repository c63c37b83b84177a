using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Measures;

/// <summary>Targets, dimensions and denominators of measures in words.</summary>
public static class MeasureWords
{
    public static string Of(Target target) => target.Comparison switch
    {
        Comparison.AtLeast => $"At least {Numbers.Shown(target.Low)}%",
        Comparison.MoreThan => $"More than {Numbers.Shown(target.Low)}%",
        Comparison.AtMost => $"At most {Numbers.Shown(target.Low)}%",
        Comparison.LessThan => $"Less than {Numbers.Shown(target.Low)}%",
        Comparison.Equal => $"Exactly {Numbers.Shown(target.Low)}%",
        _ => $"{Numbers.Shown(target.Low)}% to {Numbers.Shown(target.High ?? target.Low)}%",
    };

    public static string Of(Dimension dimension) => dimension switch
    {
        Dimension.Practice => "practice",
        Dimension.AgeBand => "age band",
        Dimension.Sex => "sex",
        _ => "reason (the labels of the include criteria; a patient may count under several, so that they may not add up)",
    };

    public static string Of(Population population, PlainEnglish english) => population switch
    {
        OfCohort of => $"Patients in the cohort {english.Named(of.FullName)}",
        Everyone => "Every patient, also those who left or died",
        _ => "Registered patients",
    };

    public static string Of(Denominator denominator, PlainEnglish english) => denominator switch
    {
        PatientsOf patients => Of(patients.Population, english),
        RecordsOf records =>
            $"Each record: {english.Of(new HappenedTest([records.Set], records.How, records.Filters, null))}, of: {Of(records.Population, english)}; "
            + "one for each patient, code set and day",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {denominator}"),
    };
}
