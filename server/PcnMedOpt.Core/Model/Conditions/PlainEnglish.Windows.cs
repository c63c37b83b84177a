using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>When records are dated, in words.</summary>
public sealed partial class PlainEnglish
{
    public string Of(Window window) => window switch
    {
        Ever => "at any time",
        InLast last => $"in the last {Of(last.Duration)}",
        SinceAgo ago => $"on or after the day {Of(ago.Duration)} ago",
        MoreThanAgo ago => $"more than {Of(ago.Duration)} ago",
        BetweenAgo between => $"between {Of(between.Near)} and {Of(between.Far)} ago",
        BetweenDates between => $"between {EnglishDates.Of(between.From)} and {EnglishDates.Of(between.To)}, both included",
        RelativeToDate relative => $"{Of(relative.Preposition)} {EnglishDates.Of(relative.Date)}",
        RelativeToAnchor relative => $"{Of(relative.Preposition)} {Of(relative.Anchor)}",
        WithinOfAnchor { Around: Around.Of } within => $"within {Of(within.Duration)} before or after {Of(within.Anchor)}",
        WithinOfAnchor within => $"within {Of(within.Duration)} {within.Around.ToString().ToLowerInvariant()} {Of(within.Anchor)}",
        InPeriod period => $"in {(period.Previous ? "the previous" : "this")} {Of(period.Period)}",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {window}"),
    };

    /// <summary>The filters of a test's records. Records without window may be of any time, and that is said.</summary>
    private string When(ImmutableArray<Filter> filters)
    {
        var words = filters.OfType<WindowFilter>().Any() ? filters : filters.Add(new WindowFilter(new Ever()));
        return string.Concat(words.Select(f => " " + Of(f)));
    }

    private string Of(Anchor anchor) => anchor switch
    {
        RegistrationAnchor => "their registration",
        ItAnchor => "it (the record that is counted)",
        RecordAnchor record when record.Filters.IsEmpty => Of(record, Article(record.Pick)),
        RecordAnchor record => $"({Of(record, Article(record.Pick))})",
        _ => throw new System.Diagnostics.UnreachableException($"No words for {anchor}"),
    };

    private string Of(RecordAnchor anchor, string article) =>
        $"{article}{Sets(anchor.Sets)} {ConditionText.Of(anchor.How)}{string.Concat(anchor.Filters.Select(f => " " + Of(f)))}";

    private static string Article(Pick pick) => pick == Pick.Any ? "any " : $"the {Of(pick)} ";

    private static string Of(Preposition preposition) => preposition switch
    {
        Preposition.Since => "on or after",
        Preposition.Until => "on or before",
        _ => preposition.ToString().ToLowerInvariant(),
    };

    private static string Of(PeriodKind period) => period switch { PeriodKind.Month => "month", PeriodKind.Quarter => "quarter of the financial year", _ => "financial year" };

    private static string Of(Pick pick) => pick.ToString().ToLowerInvariant();
}
