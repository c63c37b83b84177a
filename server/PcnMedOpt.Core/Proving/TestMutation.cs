using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Core.Proving;

/// <summary>The mistakes in one test. What says of a mistake leaves the test itself out.</summary>
internal static class TestMutation
{
    public static IEnumerable<Mutant> Of(Condition test) => test switch
    {
        AgeTest age => Ages(age.Range).Select(a => new Mutant(a.What, new AgeTest(a.Range))),
        RegisteredForTest age => Ages(age.Range).Select(a => new Mutant(a.What, new RegisteredForTest(a.Range))),
        RegisteredAtAgeTest age => Ages(age.Range).Select(a => new Mutant(a.What, new RegisteredAtAgeTest(a.Range))),
        BornTest born =>
            from move in new[] { -1, 1 }
            select new Mutant($"{(move < 0 ? "a day earlier" : "a day later")}", new BornTest(born.From?.AddDays(move), born.To?.AddDays(move))),
        SexTest sex => [new Mutant("the other sex", new SexTest(sex.Sex == Sex.Female ? Sex.Male : Sex.Female))],
        InCohortTest within => [new Mutant("not in it", new Not(within))],
        HappenedTest happened =>
            [.. WithFilters(happened.Filters, f => happened with { Filters = f }), .. Sets(happened.Sets, s => happened with { Sets = s }), .. Often(happened), .. Turned(happened)],
        NoSuchTest none =>
            [.. WithFilters(none.Filters, f => none with { Filters = f }), new Mutant("\"no\" is left out", new HappenedTest([none.Set], none.How, none.Filters, null))],
        OnRepeatTest repeat => [.. Sets(repeat.Sets, s => new OnRepeatTest(s)), .. Turned(repeat)],
        NotOnRepeatTest repeat => [new Mutant("\"no\" is left out", new OnRepeatTest([repeat.Set]))],
        IssuedTogetherTest pair =>
        [
            .. WithFilters(pair.Filters, f => pair with { Filters = f }), .. Sets(pair.First, s => pair with { First = s }), .. Sets(pair.Second, s => pair with { Second = s }),
            .. Mutation.Of(pair.Within).Select(d => new Mutant(d.What, pair with { Within = d.Duration })),
        ],
        ValueTest value =>
        [
            .. Ranges(value.Range).Select(r => new Mutant(r.What, value with { Range = r.Range })), .. WithFilters(value.Filters, f => value with { Filters = f }),
            new Mutant($"{(value.Pick == Pick.Latest ? "earliest" : "latest")} for {(value.Pick == Pick.Latest ? "latest" : "earliest")}", value with { Pick = value.Pick == Pick.Latest ? Pick.Earliest : Pick.Latest }),
        ],
        ChangeTest change =>
        [
            new Mutant(change.Rose ? "fell for rose" : "rose for fell", change with { Rose = !change.Rose }),
            new Mutant(change.MoreThan ? "\"more than\" is left out" : "\"more than\" is added", change with { MoreThan = !change.MoreThan }),
            .. Windows(change.Window).Select(w => new Mutant(w.What, change with { Window = w.Window })),
        ],
        StatusTest status =>
        [
            new Mutant($"{(status.Pick == Pick.Latest ? "earliest" : "latest")} for {(status.Pick == Pick.Latest ? "latest" : "earliest")}", status with { Pick = status.Pick == Pick.Latest ? Pick.Earliest : Pick.Latest }),
            .. Sets(status.Sets, s => status with { Sets = s }), .. WithFilters(status.Choose, f => status with { Choose = f }), .. WithFilters(status.Keep, f => status with { Keep = f }),
            .. status.Kept is { } kept ? [new Mutant("ever recorded", new HappenedTest([kept], status.How, status.Choose, null))] : Array.Empty<Mutant>(),
        ],
        CountTest count => Counts(count),
        CourseBeganTest began => [.. Windows(began.Window).Select(w => new Mutant(w.What, began with { Window = w.Window })), .. Mutation.Of(began.Gap).Select(d => new Mutant($"a gap of {d.What}", began with { Gap = d.Duration }))],
        NoBaselineTest baseline =>
        [
            .. Windows(baseline.Window).Select(w => new Mutant(w.What, baseline with { Window = w.Window })),
            .. Mutation.Of(baseline.Within).Select(d => new Mutant($"within {d.What}", baseline with { Within = d.Duration })),
        ],
        _ => [],
    };

    private static IEnumerable<Mutant> Turned(Condition test) => [new Mutant("\"not\" is added", new Not(test))];

    /// <summary>One set of several left out.</summary>
    private static IEnumerable<Mutant> Sets(ImmutableArray<string> sets, Func<ImmutableArray<string>, Condition> with) =>
        sets.Length < 2 ? [] : sets.Select((s, i) => new Mutant($"{s} is left out", with(sets.RemoveAt(i))));

    private static IEnumerable<Mutant> Often(HappenedTest test)
    {
        if (test.Times is not { } times) yield break;
        yield return new Mutant("\"at least … times\" is left out", test with { Times = null });
        foreach (var count in new[] { times.Count - 1, times.Count + 1 }.Where(c => c > 0))
            yield return new Mutant(string.Create(CultureInfo.InvariantCulture, $"{count} times for {times.Count} times"), test with { Times = times with { Count = count } });
        if (times.Apart is null) yield break;
        yield return new Mutant("\"apart\" is left out", test with { Times = times with { Apart = null } });
        foreach (var (what, duration) in Mutation.Of(times.Apart)) yield return new Mutant($"apart {what}", test with { Times = times with { Apart = duration } });
    }

    private static IEnumerable<Mutant> Counts(CountTest test)
    {
        foreach (var limit in new[] { test.Limit - 1, test.Limit + 1 }.Where(l => l >= 0))
            yield return new Mutant(string.Create(CultureInfo.InvariantCulture, $"{limit} for {test.Limit}"), test with { Limit = limit });
        foreach (var comparison in Near(test.Comparison))
            yield return new Mutant($"{ConditionText.Of(comparison)} for {ConditionText.Of(test.Comparison)}", test with { Comparison = comparison });
        foreach (var except in test.Except) yield return new Mutant($"\"except {except}\" is left out", test with { Except = test.Except.Remove(except) });
        if (test.Window is not { } window) yield break;
        foreach (var (what, other) in Windows(window)) yield return new Mutant(what, test with { Window = other });
    }

    private static IEnumerable<Mutant> WithFilters(ImmutableArray<Filter> filters, Func<ImmutableArray<Filter>, Condition> with)
    {
        for (var i = 0; i < filters.Length; i++)
        {
            if (filters[i] is not WindowFilter { Window: Ever }) yield return new Mutant($"\"{ConditionText.Of(filters[i])}\" is left out", with(filters.RemoveAt(i)));
            foreach (var (what, filter) in Changed(filters[i])) yield return new Mutant(what, with(filters.SetItem(i, filter)));
        }
    }

    private static IEnumerable<(string What, Filter Filter)> Changed(Filter filter) => filter switch
    {
        WindowFilter window => Windows(window.Window).Select(w => (w.What, (Filter)new WindowFilter(w.Window))),
        AtAgeFilter age => Ages(age.Range).Select(a => (a.What, (Filter)new AtAgeFilter(a.Range))),
        ValueFilter value => Ranges(value.Range).Select(r => (r.What, (Filter)new ValueFilter(r.Range))),
        EpisodeFilter episode => [(episode.Not ? "\"not\" is left out" : "\"not\" is added", episode with { Not = !episode.Not })],
        _ => [],
    };

    private static IEnumerable<(string What, Window Window)> Windows(Window window) => window switch
    {
        InLast last => Mutation.Of(last.Duration).Select(d => (d.What, (Window)new InLast(d.Duration)))
            .Append(("the day so long ago counts too (>= for >)", new SinceAgo(last.Duration))).Append(("more than … ago for in last", new MoreThanAgo(last.Duration))),
        SinceAgo ago => Mutation.Of(ago.Duration).Select(d => (d.What, (Window)new SinceAgo(d.Duration))).Append(("the day so long ago does not count (> for >=)", new InLast(ago.Duration))),
        MoreThanAgo ago => Mutation.Of(ago.Duration).Select(d => (d.What, (Window)new MoreThanAgo(d.Duration))).Append(("in last for more than … ago", new InLast(ago.Duration))),
        BetweenAgo between => Mutation.Of(between.Far).Where(d => between.Near.ApproximateDays < d.Duration.ApproximateDays).Select(d => (d.What, (Window)(between with { Far = d.Duration })))
            .Concat(Mutation.Of(between.Near).Where(d => d.Duration.ApproximateDays < between.Far.ApproximateDays).Select(d => (d.What, (Window)(between with { Near = d.Duration })))),
        BetweenDates between => [("begins a day later", between with { From = between.From.AddDays(1) }), ("ends a day sooner", between with { To = between.To.AddDays(-1) })],
        RelativeToDate relative => Near(relative.Preposition).Select(p => (Of(p, relative.Preposition), (Window)(relative with { Preposition = p }))),
        RelativeToAnchor relative => Near(relative.Preposition).Select(p => (Of(p, relative.Preposition), (Window)(relative with { Preposition = p })))
            .Concat(Picks(relative.Anchor).Select(a => (a.What, (Window)(relative with { Anchor = a.Anchor })))),
        WithinOfAnchor within => Mutation.Of(within.Duration).Select(d => (d.What, (Window)(within with { Duration = d.Duration })))
            .Concat(Enum.GetValues<Around>().Where(a => a != within.Around).Select(a => ($"{a.ToString().ToLowerInvariant()} for {within.Around.ToString().ToLowerInvariant()}", (Window)(within with { Around = a })))),
        InPeriod period => [(period.Previous ? "this for previous" : "previous for this", period with { Previous = !period.Previous })],
        _ => [],
    };

    private static IEnumerable<(string What, Anchor Anchor)> Picks(Anchor anchor) => anchor is RecordAnchor { Pick: Pick.Latest or Pick.Earliest } record
        ? [(record.Pick == Pick.Latest ? "earliest for latest" : "latest for earliest", record with { Pick = record.Pick == Pick.Latest ? Pick.Earliest : Pick.Latest })] : [];

    private static string Of(Preposition one, Preposition other) => $"{one.ToString().ToLowerInvariant()} for {other.ToString().ToLowerInvariant()}";

    private static IEnumerable<Preposition> Near(Preposition preposition) => preposition switch
    {
        Preposition.Since => [Preposition.After, Preposition.Before],
        Preposition.After => [Preposition.Since, Preposition.Before],
        Preposition.Until => [Preposition.Before, Preposition.After],
        Preposition.Before => [Preposition.Until, Preposition.After],
        _ => [Preposition.Since, Preposition.Until],
    };

    private static IEnumerable<(string What, AgeRange Range)> Ages(AgeRange range) => range switch
    {
        AgeAtLeast least => Mutation.Of(least.Duration).Select(d => (d.What, (AgeRange)new AgeAtLeast(d.Duration))).Append(("< for >=", new AgeUnder(least.Duration))),
        AgeUnder under => Mutation.Of(under.Duration).Select(d => (d.What, (AgeRange)new AgeUnder(d.Duration))).Append((">= for <", new AgeAtLeast(under.Duration))),
        AgeBetween between =>
        [
            ("one more at the lower end", between with { From = between.From + 1 }), ("one less at the upper end", between with { To = between.To - 1 }),
            ("one more at the upper end", between with { To = between.To + 1 }), .. between.From > 0 ? [("one less at the lower end", between with { From = between.From - 1 })] : Array.Empty<(string, AgeRange)>(),
        ],
        _ => [],
    };

    private static IEnumerable<(string What, ValueRange Range)> Ranges(ValueRange range) => range switch
    {
        ValueCompared compared => Near(compared.Comparison).Select(c => ($"{ConditionText.Of(c)} for {ConditionText.Of(compared.Comparison)}", (ValueRange)(compared with { Comparison = c })))
            .Append(("ten times the value", compared with { Quantity = compared.Quantity with { Value = compared.Quantity.Value * 10 } })),
        ValueInBand band =>
        [
            (band.HoldsLow ? "the lower end does not belong to it" : "the lower end belongs to it", band with { HoldsLow = !band.HoldsLow }),
            (band.HoldsHigh ? "the upper end does not belong to it" : "the upper end belongs to it", band with { HoldsHigh = !band.HoldsHigh }),
        ],
        ValueBetween between =>
        [
            (between.Not ? "\"not\" is left out" : "\"not\" is added", between with { Not = !between.Not }),
            ("the lower end does not belong to it", between.Not ? between with { Low = Moved(between.Low, -1) } : new ValueInBand(between.Low, false, between.High, true)),
            ("the upper end does not belong to it", between.Not ? between with { High = Moved(between.High, 1) } : new ValueInBand(between.Low, true, between.High, false)),
        ],
        _ => [],
    };

    private static Quantity Moved(Quantity quantity, int steps) => quantity with { Value = quantity.Value + (steps * SearchSpace.Step(quantity.Value)) };

    private static IEnumerable<Comparison> Near(Comparison comparison) => comparison switch
    {
        Comparison.AtLeast => [Comparison.MoreThan, Comparison.LessThan],
        Comparison.MoreThan => [Comparison.AtLeast, Comparison.AtMost],
        Comparison.AtMost => [Comparison.LessThan, Comparison.MoreThan],
        Comparison.LessThan => [Comparison.AtMost, Comparison.AtLeast],
        _ => [Comparison.AtLeast, Comparison.AtMost],
    };
}
