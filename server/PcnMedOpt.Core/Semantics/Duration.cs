using System.Globalization;

namespace PcnMedOpt.Core.Semantics;

public enum DurationUnit
{
    Days,
    Weeks,
    Months,
    Years,
}

/// <summary>
/// A length of time in whole days, weeks, months or years. Months and years keep the day of the month, or take the last day of a
/// shorter month (language §4.2).
/// </summary>
/// <param name="Count">How many; at most <see cref="LongestInYears"/> years together.</param>
/// <param name="Unit">Of what.</param>
/// <param name="Parameter">The parameter that it was written as, when it was one.</param>
public sealed record Duration(int Count, DurationUnit Unit, string? Parameter = null)
{
    /// <summary>No window of a GP record is longer: 200 years.</summary>
    public const int LongestInYears = 200;

    public DateOnly Before(DateOnly date) => Move(date, -1);

    public DateOnly After(DateOnly date) => Move(date, 1);

    /// <summary>Its length in days when months have 30.4375 and years 365.25, to compare two durations.</summary>
    public decimal ApproximateDays => Count * Unit switch
    {
        DurationUnit.Days => 1m,
        DurationUnit.Weeks => 7m,
        DurationUnit.Months => 30.4375m,
        _ => 365.25m,
    };

    public bool IsTooLong => ApproximateDays > LongestInYears * 365.25m;

    /// <summary>It is not longer than the other whatever the day: 30 days are at most 2 months, while a month and 30 days are never at most each other.</summary>
    public bool IsAtMost(Duration other) => (InMonths, other.InMonths) is ({ } mine, { } theirs) ? mine <= theirs
        : (InDays, other.InDays) is ({ } days, { } others) ? days <= others
        : DaysBack().Max() <= other.DaysBack().Min();

    private int? InMonths => Unit switch { DurationUnit.Months => Count, DurationUnit.Years => Count * 12, _ => null };

    private int? InDays => Unit switch { DurationUnit.Days => Count, DurationUnit.Weeks => Count * 7, _ => null };

    /// <summary>As the language writes it: <c>6 months</c>, <c>1 year</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count} {UnitWord}");

    public string UnitWord => Unit switch
    {
        DurationUnit.Days => "day",
        DurationUnit.Weeks => "week",
        DurationUnit.Months => "month",
        _ => "year",
    } + (Count == 1 ? "" : "s");

    /// <summary>How many days it reaches back, from each day of four years: a month from 28 to 31.</summary>
    private IEnumerable<int> DaysBack() =>
        InDays is { } days ? [days] : Enumerable.Range(0, 1461).Select(n => new DateOnly(2024, 1, 1).AddDays(n)).Select(day => day.DayNumber - Before(day).DayNumber);

    private DateOnly Move(DateOnly date, int sign) => Unit switch
    {
        DurationUnit.Days => Days(date, sign * Count),
        DurationUnit.Weeks => Days(date, sign * Count * 7),
        DurationUnit.Months => Months(date, sign * Count),
        _ => Months(date, sign * Count * 12),
    };

    private static DateOnly Days(DateOnly date, int days)
    {
        var number = (long)date.DayNumber + days;
        return number < 0 ? DateOnly.MinValue : number > DateOnly.MaxValue.DayNumber ? DateOnly.MaxValue : date.AddDays(days);
    }

    private static DateOnly Months(DateOnly date, int months)
    {
        var number = ((long)date.Year * 12) + date.Month - 1 + months;
        return number < 12 ? DateOnly.MinValue : number >= 10000L * 12 ? DateOnly.MaxValue : date.AddMonths(months);
    }
}
