namespace PcnMedOpt.Core.Semantics;

/// <summary>Durations one after the other.</summary>
public static class DurationSum
{
    /// <summary>
    /// Two durations as one, because a search looks back by one number and unit: days and weeks are days, or weeks when both are; months and years are
    /// months. Where days or weeks meet months or years the sum is in days, a month as 30.4375 days (a year of 365.25 days by 12), rounded up to a whole day.
    /// </summary>
    public static Duration Plus(this Duration one, Duration other)
    {
        if (one.Count == 0) return other;
        if (other.Count == 0) return one;
        if (one.Unit == other.Unit) return new Duration(one.Count + other.Count, one.Unit);
        return (Days(one), Days(other), Months(one), Months(other)) switch
        {
            ({ } a, { } b, _, _) => new Duration(a + b, DurationUnit.Days),
            (_, _, { } a, { } b) => new Duration(a + b, DurationUnit.Months),
            _ => new Duration((int)decimal.Ceiling(one.ApproximateDays + other.ApproximateDays), DurationUnit.Days),
        };
    }

    /// <summary>The sum is not exact to the day: days or weeks meet months or years.</summary>
    public static bool IsRoundedWith(this Duration one, Duration other) => one.Count > 0 && other.Count > 0 && Days(one) is null != Days(other) is null;

    private static int? Days(Duration duration) => duration.Unit switch { DurationUnit.Days => duration.Count, DurationUnit.Weeks => duration.Count * 7, _ => null };

    private static int? Months(Duration duration) => duration.Unit switch { DurationUnit.Months => duration.Count, DurationUnit.Years => duration.Count * 12, _ => null };
}
