using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>Days against windows, to the letter of language §4.2. Everything is relative to the reference date R.</summary>
public static class Clock
{
    /// <summary>A window that looks at no other record.</summary>
    public static bool Contains(Window window, DateOnly date, DateOnly reference) => window switch
    {
        Ever => true,
        InLast last => date > last.Duration.Before(reference) && date <= reference,
        SinceAgo ago => date >= ago.Duration.Before(reference) && date <= reference,
        MoreThanAgo ago => date <= ago.Duration.Before(reference),
        BetweenAgo between => date > between.Far.Before(reference) && date <= between.Near.Before(reference),
        BetweenDates between => date >= between.From && date <= between.To,
        RelativeToDate relative => Contains(relative.Preposition, date, relative.Date),
        InPeriod period => Period(period, reference) is var (from, to) && date >= from && date <= to,
        _ => throw new System.Diagnostics.UnreachableException($"{window} looks at another record"),
    };

    public static bool Contains(Preposition preposition, DateOnly date, DateOnly point) => preposition switch
    {
        Preposition.Since => date >= point,
        Preposition.Until => date <= point,
        Preposition.Before => date < point,
        Preposition.After => date > point,
        _ => date == point,
    };

    public static bool Contains(WithinOfAnchor within, DateOnly date, DateOnly point) => within.Around switch
    {
        Around.After => date >= point && date <= within.Duration.After(point),
        Around.Before => date >= within.Duration.Before(point) && date <= point,
        _ => date >= within.Duration.Before(point) && date <= within.Duration.After(point),
    };

    /// <summary>
    /// The first and last day. Periods are NHS financial: years from 1 April, quarters from April, July, October and January. "This" ends at R.
    /// </summary>
    public static (DateOnly From, DateOnly To) Period(InPeriod period, DateOnly reference)
    {
        var months = period.Period switch { PeriodKind.Month => 1, PeriodKind.Quarter => 3, _ => 12 };
        var sinceApril = (reference.Month + 8) % 12;
        var start = new DateOnly(reference.Year, reference.Month, 1).AddMonths(-(sinceApril % months));
        return period.Previous ? (start.AddMonths(-months), start.AddDays(-1)) : (start, reference);
    }

    /// <summary>How old someone is, or how long something has lasted, from a first day to another.</summary>
    public static bool Contains(AgeRange range, DateOnly from, DateOnly day) => range switch
    {
        AgeAtLeast least => from <= least.Duration.Before(day),
        AgeUnder under => from > under.Duration.Before(day),
        AgeBetween between => from <= between.Low.Before(day) && from > between.Above.Before(day),
        _ => throw new System.Diagnostics.UnreachableException($"No age for {range}"),
    };

    /// <summary>Full units from one day to another, for texts: 82 years.</summary>
    public static int Full(DurationUnit unit, DateOnly from, DateOnly day)
    {
        var count = 0;
        for (var step = unit switch { DurationUnit.Years => 64, DurationUnit.Months => 1024, DurationUnit.Weeks => 4096, _ => 32768 }; step > 0; step /= 2)
            while (from <= new Duration(count + step, unit).Before(day)) count += step;
        return count;
    }
}
