using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>Where the answers of a question turn: days around the ends of its windows, ages, times between records, results around its thresholds.</summary>
/// <param name="Tests">Its tests.</param>
/// <param name="Days">Days at the ends of windows, and the days before and after them.</param>
/// <param name="Born">Days of birth around its ages.</param>
/// <param name="Registered">Days of registration around its times.</param>
/// <param name="Between">Times between two records.</param>
/// <param name="Ages">Ages at records.</param>
/// <param name="Results">Results by code set.</param>
internal sealed record Edges(
    ImmutableArray<Condition> Tests,
    ImmutableArray<DateOnly> Days,
    ImmutableArray<DateOnly> Born,
    ImmutableArray<DateOnly> Registered,
    ImmutableArray<Duration> Between,
    ImmutableArray<Duration> Ages,
    ILookup<string, Quantity> Results)
{
    public static Edges Of(Question question, ProjectModel project, DateOnly reference)
    {
        var tests = question.Tests(project);
        var windows = tests.SelectMany(t => t.AllFilters()).OfType<WindowFilter>().Select(f => f.Window).ToList();
        var ages = tests.OfType<AgeTest>().Select(t => t.Range).SelectMany(r => r.Ends()).ToList();
        var atAges = tests.SelectMany(t => t.AllFilters()).OfType<AtAgeFilter>().Select(f => f.Range).Concat(tests.OfType<RegisteredAtAgeTest>().Select(t => t.Range)).SelectMany(r => r.Ends()).ToList();
        var between = windows.OfType<WithinOfAnchor>().Select(w => w.Duration).Concat(tests.SelectMany(Times));
        var born = tests.OfType<BornTest>().SelectMany(b => new[] { b.From, b.To }).OfType<DateOnly>().SelectMany(Around);
        return new Edges(
            tests,
            [.. windows.SelectMany(w => DaysOf(w, reference)).Append(reference).Append(reference.AddDays(1)).Append(new Duration(3, DurationUnit.Years).Before(reference)).Distinct().Order()],
            [.. ages.SelectMany(a => Around(a.Before(reference))).Concat(born).Append(new Duration(50, DurationUnit.Years).Before(reference)).Distinct().Order()],
            [.. tests.OfType<RegisteredForTest>().SelectMany(t => t.Range.Ends()).SelectMany(d => Around(d.Before(reference))).Distinct().Order()],
            [.. between.Distinct()],
            [.. atAges.Distinct()],
            tests.SelectMany(Ranges).ToLookup(r => r.Set, r => r.Quantity, StringComparer.Ordinal));
    }

    /// <summary>The day and its neighbours.</summary>
    public static IEnumerable<DateOnly> Around(DateOnly day)
    {
        if (day > DateOnly.MinValue) yield return day.AddDays(-1);
        yield return day;
        if (day < DateOnly.MaxValue) yield return day.AddDays(1);
    }

    /// <summary>The days around the ends of a window that looks at no other record.</summary>
    public static IEnumerable<DateOnly> DaysOf(Window window, DateOnly reference) => window switch
    {
        InLast last => Around(last.Duration.Before(reference)).Append(reference),
        SinceAgo ago => Around(ago.Duration.Before(reference)).Append(reference),
        MoreThanAgo ago => Around(ago.Duration.Before(reference)),
        BetweenAgo between => Around(between.Near.Before(reference)).Concat(Around(between.Far.Before(reference))),
        BetweenDates between => Around(between.From).Concat(Around(between.To)),
        RelativeToDate relative => Around(relative.Date),
        InPeriod period => Clock.Period(period, reference) is var (from, to) ? Around(from).Concat(Around(to)) : [],
        _ => [],
    };

    private static IEnumerable<Duration> Times(Condition test) => test switch
    {
        IssuedTogetherTest pair => [pair.Within],
        HappenedTest { Times.Apart: { } apart } => [apart],
        CourseBeganTest course => [course.Gap],
        NoBaselineTest none => [none.Gap, none.Within],
        _ => [],
    };

    private static IEnumerable<(string Set, Quantity Quantity)> Ranges(Condition test)
    {
        if (test is ValueTest value)
            foreach (var quantity in value.Range.Quantities()) yield return (value.Set, quantity);
        if (test is ChangeTest change) yield return (change.Set, change.Percent ? new Quantity(100, Core.Units.Unit.None) : change.Amount);
        foreach (var filter in test.AllFilters().OfType<ValueFilter>())
            foreach (var set in test.SetsUsed().Select(s => s.Set).Distinct(StringComparer.Ordinal))
                foreach (var quantity in filter.Range.Quantities()) yield return (set, quantity);
    }
}
