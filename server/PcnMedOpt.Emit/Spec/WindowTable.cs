using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Spec;

/// <summary>The windows of a pack that move with the reference date, worked out on one day: which days count, to the day.</summary>
internal static class WindowTable
{
    public static ImmutableArray<WindowView> Of(PageContents contents, PlainEnglish english, DateOnly reference) =>
    [
        .. contents.Tests.SelectMany(t => t.AllFilters()).OfType<WindowFilter>().Select(f => f.Window).DistinctBy(ConditionText.Of)
            .Select(w => (Window: w, Days: Days(w, reference))).Where(w => w.Days is not null)
            .OrderByDescending(w => w.Days?.To).ThenByDescending(w => w.Days?.From)
            .Select(w => new WindowView(english.Of(w.Window), w.Days?.From is { } from ? EnglishDates.Of(from) : "no first day", EnglishDates.Of(w.Days?.To ?? reference))),
    ];

    private static (DateOnly? From, DateOnly To)? Days(Window window, DateOnly reference) => window switch
    {
        InLast last => (last.Duration.Before(reference).AddDays(1), reference),
        SinceAgo ago => (ago.Duration.Before(reference), reference),
        MoreThanAgo ago => (null, ago.Duration.Before(reference)),
        BetweenAgo between => (between.Far.Before(reference).AddDays(1), between.Near.Before(reference)),
        InPeriod period => Clock.Period(period, reference),
        _ => null,
    };
}
