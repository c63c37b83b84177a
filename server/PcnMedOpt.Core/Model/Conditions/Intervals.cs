using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>An end of an interval, and whether it belongs to it.</summary>
internal readonly record struct Bound<T>(T Value, bool Included);

/// <summary>What lies between two bounds; null is without end.</summary>
internal readonly record struct Interval<T>(Bound<T>? Low, Bound<T>? High);

/// <summary>
/// Ages, days, counts and values as intervals. Where the order of two ends cannot be told, such as of 30 days and a month, every question
/// is answered with no; so it is for a range that ends before it begins, which has an error of its own.
/// </summary>
internal static class Intervals
{
    public static Interval<Duration> Of(AgeRange range) => range switch
    {
        AgeAtLeast least => new Interval<Duration>(new(least.Duration, true), null),
        AgeUnder under => new Interval<Duration>(null, new(under.Duration, false)),
        AgeBetween between when between.From <= between.To => new Interval<Duration>(new(between.Low, true), new(between.Above, false)),
        _ => default,
    };

    /// <summary>How long ago a record of the window is, when that says exactly what the window is: nothing up to 6 months for "in last 6 months".</summary>
    public static Interval<Duration>? Ago(Window window) => window switch
    {
        InLast last => Ago(new Duration(0, last.Duration.Unit), last.Duration),
        SinceAgo ago => new Interval<Duration>(new(new Duration(0, ago.Duration.Unit), true), new(ago.Duration, true)),
        MoreThanAgo ago => new Interval<Duration>(new(ago.Duration, true), null),
        BetweenAgo between when !between.Far.IsAtMost(between.Near) => Ago(between.Near, between.Far),
        _ => null,
    };

    /// <summary>As <see cref="Ago(Window)"/>; for a calendar period the longest that it may reach back.</summary>
    public static Interval<Duration>? AgoAtMost(Window window) => window is InPeriod period
        ? Ago(new Duration(0, DurationUnit.Months), new Duration(Months(period.Period) * (period.Previous ? 2 : 1), DurationUnit.Months))
        : Ago(window);

    /// <summary>The days of a window with fixed dates, as day numbers from the first up to before the high end.</summary>
    public static Interval<long>? Days(Window window) => window switch
    {
        BetweenDates between when between.From <= between.To => Days(between.From, between.To),
        RelativeToDate { Preposition: Preposition.Since } since => Days(since.Date, null),
        RelativeToDate { Preposition: Preposition.After } after => Days(new Duration(1, DurationUnit.Days).After(after.Date), null),
        RelativeToDate { Preposition: Preposition.Until } until => Days(null, until.Date),
        RelativeToDate { Preposition: Preposition.Before } before => Days(null, new Duration(1, DurationUnit.Days).Before(before.Date)),
        RelativeToDate on => Days(on.Date, on.Date),
        _ => null,
    };

    public static Interval<long> Days(DateOnly? from, DateOnly? to) => from > to ? default : Whole(from?.DayNumber, to?.DayNumber);

    /// <summary>The counts that satisfy a comparison.</summary>
    public static Interval<long> Of(CountTest test) => test.Comparison switch
    {
        Comparison.AtLeast => Whole(test.Limit, null),
        Comparison.MoreThan => Whole(test.Limit + 1L, null),
        Comparison.AtMost => Whole(null, test.Limit),
        Comparison.LessThan => Whole(null, test.Limit - 1L),
        _ => Whole(test.Limit, test.Limit),
    };

    /// <summary>Whole numbers from the first to the last, both included.</summary>
    public static Interval<long> Whole(long? first, long? last) => new(
        first is { } low ? new Bound<long>(low, true) : null, last is { } high ? new Bound<long>(high + 1, false) : null);

    /// <summary>The values of a range: one interval, or two outside a band.</summary>
    public static IEnumerable<Interval<Quantity>> Of(ValueRange range) => range switch
    {
        ValueInBand band => [new(new(band.Low, band.HoldsLow), new(band.High, band.HoldsHigh))],
        ValueBetween { Not: true } outside => [new(null, new(outside.Low, false)), new(new(outside.High, false), null)],
        ValueBetween between when Compare(between.Low, between.High) <= 0 => [new(new(between.Low, true), new(between.High, true))],
        ValueCompared { Comparison: Comparison.AtLeast } least => [new(new(least.Quantity, true), null)],
        ValueCompared { Comparison: Comparison.MoreThan } more => [new(new(more.Quantity, false), null)],
        ValueCompared { Comparison: Comparison.AtMost } most => [new(null, new(most.Quantity, true))],
        ValueCompared { Comparison: Comparison.LessThan } less => [new(null, new(less.Quantity, false))],
        ValueCompared equal => [new(new(equal.Quantity, true), new(equal.Quantity, true))],
        _ => [default],
    };

    /// <summary>Nothing lies in both.</summary>
    public static bool IsApartFrom<T>(this Interval<T> one, Interval<T> other) => IsBelow(one.High, other.Low) || IsBelow(other.High, one.Low);

    /// <summary>All that lies in the first lies in the second.</summary>
    public static bool IsWithin<T>(this Interval<T> inner, Interval<T> outer) =>
        (outer.Low is not { } low || (inner.Low is { } from && ComeInOrder(low, from, low.Included || !from.Included)))
        && (outer.High is not { } high || (inner.High is { } to && ComeInOrder(to, high, high.Included || !to.Included)));

    /// <summary>Everything lies in one of them.</summary>
    public static bool CoversAllWith<T>(this Interval<T> one, Interval<T> other) => ReachesUpTo(one, other) || ReachesUpTo(other, one);

    private static bool ReachesUpTo<T>(Interval<T> lower, Interval<T> upper) =>
        lower is { Low: null, High: { } high } && upper is { Low: { } low, High: null } && ComeInOrder(low, high, low.Included || high.Included);

    private static bool IsBelow<T>(Bound<T>? high, Bound<T>? low) =>
        high is { } below && low is { } above && ComeInOrder(below, above, !below.Included || !above.Included);

    /// <summary>The first comes before the second, or at the same place when that counts.</summary>
    private static bool ComeInOrder<T>(Bound<T> first, Bound<T> second, bool same) =>
        Compare(first.Value, second.Value) is { } order && (order < 0 || (order == 0 && same));

    private static int? Compare<T>(T one, T other) => (one, other) switch
    {
        (Duration a, Duration b) => a.IsAtMost(b) ? b.IsAtMost(a) ? 0 : -1 : b.IsAtMost(a) ? 1 : null,
        (Quantity a, Quantity b) => a.Unit.ConvertsTo(b.Unit) ? a.Unit.Compare(a.Value, b.Value, b.Unit) : null,
        (long a, long b) => a.CompareTo(b),
        _ => null,
    };

    private static Interval<Duration> Ago(Duration near, Duration far) => new(new(near, true), new(far, false));

    private static int Months(PeriodKind period) => period switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => 12 };
}
