using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>The words of times.</summary>
public static class TimeUnits
{
    public static TimeUnit UnitOf(TokenKind word, bool working) => word switch
    {
        TokenKind.MinuteWord or TokenKind.MinutesWord => TimeUnit.Minutes,
        TokenKind.HourWord or TokenKind.HoursWord => TimeUnit.Hours,
        TokenKind.WeekWord or TokenKind.WeeksWord => TimeUnit.Weeks,
        TokenKind.MonthWord or TokenKind.MonthsWord => TimeUnit.Months,
        TokenKind.YearWord or TokenKind.YearsWord => TimeUnit.Years,
        _ => working ? TimeUnit.WorkingDays : TimeUnit.Days,
    };

    public static TimeUnit UnitOf(DurationUnit unit) => unit switch
    {
        DurationUnit.Days => TimeUnit.Days,
        DurationUnit.Weeks => TimeUnit.Weeks,
        DurationUnit.Months => TimeUnit.Months,
        _ => TimeUnit.Years,
    };
}
