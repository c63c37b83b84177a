using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Sql;

/// <summary>
/// Days against windows (language §4.2). What follows from the reference date alone is worked out beforehand by <see cref="Clock"/>'s own arithmetic; only the
/// days of other records are moved by the database.
/// </summary>
internal static class SqlWindows
{
    /// <summary>A window that looks at no other record; null for one that every record is in.</summary>
    public static string? Contains(SqlParts parts, Window window, string day)
    {
        var on = parts.Reference;
        return window switch
        {
            Ever => null,
            InLast last => $"{day} > {parts.Day(last.Duration.Before(on))}",
            SinceAgo ago => $"{day} >= {parts.Day(ago.Duration.Before(on))}",
            MoreThanAgo ago => $"{day} <= {parts.Day(ago.Duration.Before(on))}",
            BetweenAgo between => $"{day} > {parts.Day(between.Far.Before(on))} and {day} <= {parts.Day(between.Near.Before(on))}",
            BetweenDates between => $"{day} between {parts.Day(between.From)} and {parts.Day(between.To)}",
            RelativeToDate relative => Contains(relative.Preposition, day, parts.Day(relative.Date)),
            InPeriod period => Clock.Period(period, on) is var (from, to) ? $"{day} between {parts.Day(from)} and {parts.Day(to)}" : null,
            _ => throw new System.Diagnostics.UnreachableException($"{window} looks at another record"),
        };
    }

    /// <summary>A window around the day of another record.</summary>
    public static string Contains(SqlParts parts, Window window, string day, string point) => window switch
    {
        RelativeToAnchor relative => Contains(relative.Preposition, day, point),
        WithinOfAnchor { Around: Around.After } within => $"{day} between {point} and {parts.Moved(point, within.Duration, 1)}",
        WithinOfAnchor { Around: Around.Before } within => $"{day} between {parts.Moved(point, within.Duration, -1)} and {point}",
        WithinOfAnchor within => $"{day} between {parts.Moved(point, within.Duration, -1)} and {parts.Moved(point, within.Duration, 1)}",
        _ => throw new System.Diagnostics.UnreachableException($"{window} looks at no other record"),
    };

    /// <summary>How old someone is, or how long something has lasted, on the reference date.</summary>
    public static string Contains(SqlParts parts, AgeRange range, string from) => Contains(range, from, d => parts.Day(d.Before(parts.Reference)));

    /// <summary>On a day of the database.</summary>
    public static string Contains(SqlParts parts, AgeRange range, string from, string day) => Contains(range, from, d => parts.Moved(day, d, -1));

    private static string Contains(AgeRange range, string from, Func<Duration, string> before) => range switch
    {
        AgeAtLeast least => $"{from} <= {before(least.Duration)}",
        AgeUnder under => $"{from} > {before(under.Duration)}",
        AgeBetween between => $"{from} <= {before(between.Low)} and {from} > {before(between.Above)}",
        _ => throw new System.Diagnostics.UnreachableException($"No age for {range}"),
    };

    private static string Contains(Preposition preposition, string day, string point) => preposition switch
    {
        Preposition.Since => $"{day} >= {point}",
        Preposition.Until => $"{day} <= {point}",
        Preposition.Before => $"{day} < {point}",
        Preposition.After => $"{day} > {point}",
        _ => $"{day} = {point}",
    };
}
