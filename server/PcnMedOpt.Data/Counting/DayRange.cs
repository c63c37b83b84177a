using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>The days from one to another, both included, as numbers of <see cref="Day"/>. It says the same as <see cref="Clock"/>, which a test holds.</summary>
internal readonly record struct DayRange(int From, int To)
{
    public static readonly DayRange Always = new(int.MinValue, int.MaxValue);

    public bool Contains(int day) => day >= From && day <= To;

    public DayRange And(DayRange other) => new(Math.Max(From, other.From), Math.Min(To, other.To));

    /// <summary>The days of a window that looks at no other record; none of them is after the reference date.</summary>
    public static DayRange Of(Window window, DateOnly reference)
    {
        var today = Day.Number(reference);
        int Ago(Core.Semantics.Duration duration) => Day.Number(duration.Before(reference));
        return new DayRange(int.MinValue, today).And(window switch
        {
            Ever => Always,
            InLast last => Always with { From = Ago(last.Duration) + 1 },
            SinceAgo ago => Always with { From = Ago(ago.Duration) },
            MoreThanAgo ago => Always with { To = Ago(ago.Duration) },
            BetweenAgo between => new DayRange(Ago(between.Far) + 1, Ago(between.Near)),
            BetweenDates between => new DayRange(Day.Number(between.From), Day.Number(between.To)),
            RelativeToDate relative => Of(relative.Preposition, Day.Number(relative.Date)),
            InPeriod period => Of(Clock.Period(period, reference)),
            _ => throw new System.Diagnostics.UnreachableException($"{window} looks at another record"),
        });
    }

    public static DayRange Of(Preposition preposition, int point) => preposition switch
    {
        Preposition.Since => Always with { From = point },
        Preposition.Until => Always with { To = point },
        Preposition.Before => Always with { To = point - 1 },
        Preposition.After => Always with { From = point + 1 },
        _ => new DayRange(point, point),
    };

    /// <summary>The days on which somebody has to be born, or something to begin, to be so old on a day.</summary>
    public static DayRange Of(AgeRange range, DateOnly day) => range switch
    {
        AgeAtLeast least => Always with { To = Day.Number(least.Duration.Before(day)) },
        AgeUnder under => Always with { From = Day.Number(under.Duration.Before(day)) + 1 },
        AgeBetween between => new DayRange(Day.Number(between.Above.Before(day)) + 1, Day.Number(between.Low.Before(day))),
        _ => throw new System.Diagnostics.UnreachableException($"No age for {range}"),
    };

    private static DayRange Of((DateOnly From, DateOnly To) period) => new(Day.Number(period.From), Day.Number(period.To));
}
