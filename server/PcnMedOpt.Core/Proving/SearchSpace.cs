using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Proving;

/// <summary>
/// Where patients are looked for: the days, births and values at which any test of a cohort changes its answer. Between two of them nothing changes, so
/// that a patient who is to be found is found there or nearby.
/// </summary>
internal sealed class SearchSpace
{
    private const int MostDays = 40;

    private readonly ILookup<string, ValueRange> ranges;

    /// <param name="project">The cohorts and code sets.</param>
    /// <param name="tests">The tests of the cohort, and of those that it is made of.</param>
    /// <param name="medicines">The code sets of medicines of the project, of which products can be named.</param>
    /// <param name="findings">Its other code sets.</param>
    /// <param name="reference">The day on which patients are looked at.</param>
    public SearchSpace(ProjectModel project, IEnumerable<Condition> tests, ImmutableArray<string> medicines, ImmutableArray<string> findings, DateOnly reference)
    {
        (Project, Medicines, Findings, Reference) = (project, medicines, findings, reference);
        var all = tests.ToList();
        Days = [.. all.SelectMany(t => t.AllFilters()).OfType<WindowFilter>().SelectMany(f => DaysOf(f.Window)).Prepend(reference).Where(d => d <= reference)
            .Distinct().OrderDescending().Take(MostDays)];
        Ages = [.. all.OfType<AgeTest>().Select(t => t.Range)];
        ranges = all.SelectMany(Ranges).ToLookup(r => r.Set, r => r.Range, StringComparer.Ordinal);
    }

    public ProjectModel Project { get; }

    public ImmutableArray<string> Medicines { get; }

    public ImmutableArray<string> Findings { get; }

    public DateOnly Reference { get; }

    /// <summary>The days on both sides of every end of every window, the latest first.</summary>
    public ImmutableArray<DateOnly> Days { get; }

    public ImmutableArray<AgeRange> Ages { get; }

    /// <summary>The last day inside a window and the first outside, at each of its ends.</summary>
    public IEnumerable<DateOnly> DaysOf(Window window) => window switch
    {
        InLast last => Around(last.Duration.Before(Reference).AddDays(1)).Prepend(Reference),
        SinceAgo ago => Around(ago.Duration.Before(Reference)).Prepend(Reference),
        MoreThanAgo ago => Around(ago.Duration.Before(Reference).AddDays(1)),
        BetweenAgo between => Around(between.Far.Before(Reference).AddDays(1)).Concat(Around(between.Near.Before(Reference).AddDays(1))),
        BetweenDates between => Around(between.From).Concat(Around(between.To.AddDays(1))),
        RelativeToDate relative => Around(relative.Date).Append(relative.Date.AddDays(1)),
        InPeriod period => Clock.Period(period, Reference) is var (from, to) ? Around(from).Concat(Around(to.AddDays(1))) : [],
        RelativeToAnchor or WithinOfAnchor => [],
        _ => [Reference],
    };

    /// <summary>Births on both sides of each end of an age, on a day.</summary>
    public static IEnumerable<DateOnly> Births(AgeRange range, DateOnly day) => range switch
    {
        AgeAtLeast least => Below(least.Duration.Before(day)),
        AgeUnder under => Below(under.Duration.Before(day)),
        AgeBetween between => Below(between.Low.Before(day)).Concat(Below(between.Above.Before(day))),
        _ => [],
    };

    /// <summary>Results at, just under and just over every end of every range that is asked of a code set.</summary>
    public IEnumerable<ExampleValue> Values(string set, ValueRange? own)
    {
        var asked = own is null ? ranges[set] : ranges[set].Prepend(own);
        var declared = Project.Definition(set)?.Unit;
        var values = asked.SelectMany(r => r.Quantities()).SelectMany(q => new[] { q.Value, q.Value - Step(q.Value), q.Value + Step(q.Value) }.Select(v => new ExampleValue(null, v, Unit(q, declared))));
        return values.Append(new ExampleValue(null, Usual(declared), UnitOf(declared))).Where(v => Math.Abs(v.Number) < 1_000_000).Distinct();
    }

    /// <summary>A value that is plausible, where nothing else is known.</summary>
    public static decimal Usual(UnitClause? declared) => (declared?.Low, declared?.High) switch
    {
        ({ } low, { } high) => low <= 100 && high >= 200 ? 100 : decimal.Round((low + high) / 2, 1),
        _ => 100,
    };

    /// <summary>The least difference that is tried: one in the decimal after the last that is written, for whole numbers a tenth.</summary>
    public static decimal Step(decimal value) => new(1, 0, 0, false, (byte)(((value / 1.0000000000000000000000000000m).Scale) + 1));

    public static string? UnitOf(UnitClause? declared) => declared?.Unit is { IsNone: false } unit ? unit.Text : null;

    private static string? Unit(Quantity quantity, UnitClause? declared) => quantity.Unit.IsNone ? UnitOf(declared) : quantity.Unit.Text;

    private static IEnumerable<(string Set, ValueRange Range)> Ranges(Condition test) => test switch
    {
        ValueTest value => [(value.Set, value.Range)],
        _ => test.SetsUsed().SelectMany(u => test.AllFilters().OfType<ValueFilter>().Select(f => (u.Set, f.Range))),
    };

    private static IEnumerable<DateOnly> Around(DateOnly first) => first > DateOnly.MinValue ? [first, first.AddDays(-1)] : [first];

    private static IEnumerable<DateOnly> Below(DateOnly last) => last < DateOnly.MaxValue ? [last, last.AddDays(1)] : [last];
}
