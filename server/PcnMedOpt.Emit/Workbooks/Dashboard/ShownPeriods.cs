using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>The periods that a new workbook shows: the last whole month and quarter before it was made, and the NHS year of that month.</summary>
internal sealed record ShownPeriods(DateOnly Month, DateOnly YearStart, DateOnly Quarter)
{
    public static ShownPeriods Before(DateOnly today)
    {
        var month = ReportingPeriods.StartOf(ReportingPeriod.Monthly, today).AddMonths(-1);
        return new ShownPeriods(month, ReportingPeriods.StartOf(ReportingPeriod.Yearly, month), ReportingPeriods.StartOf(ReportingPeriod.Quarterly, today).AddMonths(-3));
    }
}
