namespace PcnMedOpt.Core.Model.Measures;

/// <summary>Periods of the NHS: years begin in April, quarters in January, April, July and October.</summary>
public static class ReportingPeriods
{
    public static string WordOf(ReportingPeriod period) => period switch { ReportingPeriod.Monthly => "month", ReportingPeriod.Quarterly => "quarter", _ => "year" };

    /// <summary>The first day of the period in which a day lies.</summary>
    public static DateOnly StartOf(ReportingPeriod period, DateOnly day) => period switch
    {
        ReportingPeriod.Monthly => new DateOnly(day.Year, day.Month, 1),
        ReportingPeriod.Quarterly => new DateOnly(day.Year, day.Month - ((day.Month - 1) % 3), 1),
        _ => new DateOnly(day.Month < 4 ? day.Year - 1 : day.Year, 4, 1),
    };
}
