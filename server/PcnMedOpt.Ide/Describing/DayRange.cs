using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Describing;

/// <summary>The days of a window on one reference date, by language §4.2. No record is later than the reference date.</summary>
/// <param name="From">Null is without beginning.</param>
/// <param name="HoldsFrom">The first day belongs to it; else it begins on the day after.</param>
/// <param name="To">The last day, or with <paramref name="HoldsTo"/> false the day after it.</param>
/// <param name="HoldsTo">The last day belongs to it.</param>
public sealed record DayRange(DateOnly? From, bool HoldsFrom, DateOnly To, bool HoldsTo)
{
    /// <summary>Null for a window that looks at another record: its days are different for each patient.</summary>
    public static DayRange? Of(Window window, DateOnly reference) => window switch
    {
        Ever => new DayRange(null, true, reference, true),
        InLast last => Since(last.Duration.Before(reference), false, reference),
        SinceAgo ago => Since(ago.Duration.Before(reference), true, reference),
        MoreThanAgo ago => new DayRange(null, true, ago.Duration.Before(reference), true),
        BetweenAgo between => new DayRange(between.Far.Before(reference), false, between.Near.Before(reference), true),
        BetweenDates between => new DayRange(between.From, true, Earlier(between.To, reference), true),
        RelativeToDate relative => Of(relative.Preposition, relative.Date, reference),
        InPeriod period when Clock.Period(period, reference) is var (from, to) => new DayRange(from, true, to, true),
        _ => null,
    };

    public bool IsEmpty => First > Last;

    private long First => From is { } from ? from.DayNumber + (HoldsFrom ? 0 : 1) : long.MinValue;

    private long Last => To.DayNumber - (HoldsTo ? 0 : 1);

    public bool Contains(DateOnly day) => day.DayNumber >= First && day.DayNumber <= Last;

    /// <summary>"after 20 May 2026, to 20 November 2026".</summary>
    public override string ToString()
    {
        if (IsEmpty) return "no day";
        if (First == Last && HoldsTo) return $"on {EnglishDates.Of(To)}";
        var to = HoldsTo ? $"to {EnglishDates.Of(To)}" : $"before {EnglishDates.Of(To)}";
        return From is not { } from || from == DateOnly.MinValue ? $"any day {to}" : $"{(HoldsFrom ? "from" : "after")} {EnglishDates.Of(from)}, {to}";
    }

    /// <summary>In few words, for beside the text: an end that is the reference date is not said.</summary>
    public string Short(DateOnly reference)
    {
        if (IsEmpty || First == Last || !(HoldsTo && To == reference)) return ToString();
        return From is { } from && from != DateOnly.MinValue ? $"{(HoldsFrom ? "from" : "after")} {EnglishDates.Of(from)}" : ToString();
    }

    /// <summary>The days of birth of an age on the reference date.</summary>
    public static string Born(AgeRange range, DateOnly reference) => range switch
    {
        AgeAtLeast least => $"born on or before {EnglishDates.Of(least.Duration.Before(reference))}",
        AgeUnder under => $"born after {EnglishDates.Of(under.Duration.Before(reference))}",
        AgeBetween between => $"born after {EnglishDates.Of(between.Above.Before(reference))}, to {EnglishDates.Of(between.Low.Before(reference))}",
        _ => throw new System.Diagnostics.UnreachableException($"No days for {range}"),
    };

    private static DayRange Of(Preposition preposition, DateOnly date, DateOnly reference) => preposition switch
    {
        Preposition.Since => Since(date, true, reference),
        Preposition.After => Since(date, false, reference),
        Preposition.Until => new DayRange(null, true, Earlier(date, reference), true),
        Preposition.Before => date > reference ? new DayRange(null, true, reference, true) : new DayRange(null, true, date, false),
        _ => new DayRange(date, true, Earlier(date, reference), true),
    };

    private static DayRange Since(DateOnly from, bool holds, DateOnly reference) => new(from, holds, reference, true);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
