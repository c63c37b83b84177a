using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using static PcnMedOpt.Core.Model.Conditions.Intervals;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>
/// Conditions that can never be true, or always are, whoever the patient and whatever the day: why, in a sentence, or null. Null also
/// means that it cannot be told. The operands of a row are asked for themselves.
/// </summary>
public static class Satisfiability
{
    public static string? WhyNever(Condition condition) => condition switch
    {
        AllOf all => Why(all.Operands, Conjuncts, WhyTestsClash),
        AgeTest { Range: AgeUnder { Duration.Count: 0 } } or RegisteredForTest { Range: AgeUnder { Duration.Count: 0 } } =>
            $"No time is less than 0: '{ConditionText.Of(condition)}' is never true.",
        CountTest count when Of(count).IsApartFrom(Whole(0, null)) => $"A count is never less than 0: '{ConditionText.Of(condition)}' is never true.",
        CountTest { Window: { } window } count when WhyEmpty([new WindowFilter(window)]) is { } why && Of(count).IsApartFrom(Whole(0, 0)) => why,
        CountTest or HappenedTest { Times.Count: 0 } => null,
        HappenedTest { Times: { } times } test when MostDays(test.Filters) is { } days && times.Count > days =>
            $"'at least {times.Count} times' counts different days, and '{ConditionText.Of(test)}' has room for {days}.",
        NoSuchTest test => Anchored(test.Filters),
        StatusTest test => WhyEmpty(test.Choose) ?? WhyEmpty(test.Keep) ?? Anchored(test.Choose) ?? Anchored(test.Keep),
        _ => WhyEmpty(condition.Filters()) ?? Anchored(condition.Filters()),
    };

    public static string? WhyAlways(Condition condition) => condition switch
    {
        AnyOf any => Why(any.Operands, Disjuncts, WhyEither),
        AgeTest { Range: AgeAtLeast { Duration.Count: 0 } } => $"Everyone is 0 or older: '{ConditionText.Of(condition)}' is always true.",
        CountTest count when Whole(0, null).IsWithin(Of(count)) => $"A count is always 0 or more: '{ConditionText.Of(condition)}' is always true.",
        CountTest { Window: { } window } count when WhyEmpty([new WindowFilter(window)]) is { } why && Whole(0, 0).IsWithin(Of(count)) => why,
        NoSuchTest test when test.Filters.AnchorOf() is null && WhyEmpty(test.Filters) is { } why => why,
        _ => null,
    };

    /// <summary>Why two conditions cannot hold together.</summary>
    public static string? WhyNotBoth(Condition one, Condition other) => Why([.. Conjuncts(one)], [.. Conjuncts(other)], WhyTestsClash);

    /// <summary>What is said of the first parts of two operands of which it is said.</summary>
    private static string? Why(ImmutableArray<Condition> operands, Func<Condition, IEnumerable<Condition>> parts, Func<Condition, Condition, string?> ofParts) =>
        Pairs([.. operands.Select(o => parts(o).ToArray())]).Select(p => Why(p.One, p.Other, ofParts)).FirstOrDefault(w => w is not null);

    private static string? Why(Condition[] one, Condition[] other, Func<Condition, Condition, string?> ofParts)
    {
        foreach (var a in one)
            foreach (var b in other)
                if (ofParts(a, b) is { } why) return why;
        return null;
    }

    private static string? WhyEither(Condition one, Condition other) =>
        CoverEveryone(one, other) ? $"'{ConditionText.Of(one)}' or '{ConditionText.Of(other)}' is true of everyone." : null;

    private static string? WhyTestsClash(Condition one, Condition other)
    {
        if (one is ValueTest a && other is ValueTest b && AreApart(a, b))
            return $"One result is not both: '{ConditionText.Of(a)}' and '{ConditionText.Of(b)}' hold together only where results of one day disagree.";
        return Exclude(one, other) ? $"'{ConditionText.Of(one)}' and '{ConditionText.Of(other)}' are never true together." : null;
    }

    private static bool Exclude(Condition one, Condition other) => (one, other) switch
    {
        (AgeTest a, AgeTest b) => Of(a.Range).IsApartFrom(Of(b.Range)),
        (RegisteredForTest a, RegisteredForTest b) => Of(a.Range).IsApartFrom(Of(b.Range)),
        (RegisteredAtAgeTest a, RegisteredAtAgeTest b) => Of(a.Range).IsApartFrom(Of(b.Range)),
        (BornTest a, BornTest b) => Days(a.From, a.To).IsApartFrom(Days(b.From, b.To)),
        (SexTest a, SexTest b) => a.Sex != b.Sex,
        (CountTest a, CountTest b) => ConditionText.Counted(a) == ConditionText.Counted(b) && Of(a).IsApartFrom(Of(b)),
        _ => (Denied(one) is { } no && other.Implies(no)) || (Denied(other) is { } not && one.Implies(not)),
    };

    private static bool CoverEveryone(Condition one, Condition other) => (one, other) switch
    {
        (AgeTest a, AgeTest b) => Of(a.Range).CoversAllWith(Of(b.Range)),
        (BornTest a, BornTest b) => Days(a.From, a.To).CoversAllWith(Days(b.From, b.To)),
        (CountTest a, CountTest b) => ConditionText.Counted(a) == ConditionText.Counted(b) && Of(a).CoversAllWith(Of(b)),
        _ => (IsPlainDenial(one) && Denied(one)?.Implies(other) == true) || (IsPlainDenial(other) && Denied(other)?.Implies(one) == true),
    };

    /// <summary>What a condition says is not so. With an anchor "no" says more: that the anchor exists. "Not" of a value has an error of its own.</summary>
    private static Condition? Denied(Condition condition) => condition switch
    {
        Not not when !not.Operand.AsksForValue() => not.Operand,
        NoSuchTest no => new HappenedTest([no.Set], no.How, no.Filters, null),
        NotOnRepeatTest no => new OnRepeatTest([no.Set]),
        _ => null,
    };

    private static bool IsPlainDenial(Condition condition) => condition is not NoSuchTest no || no.Filters.AnchorOf() is null;

    private static bool AreApart(ValueTest one, ValueTest other) =>
        one.Pick == other.Pick && one.Set == other.Set
        && one.Filters.Select(ConditionText.Of).ToHashSet().SetEquals(other.Filters.Select(ConditionText.Of))
        && Of(one.Range).All(a => Of(other.Range).All(b => a.IsApartFrom(b)));

    /// <summary>Why no record satisfies all of the filters. What ends before it begins has an error of its own.</summary>
    private static string? WhyEmpty(ImmutableArray<Filter> filters)
    {
        if (filters.FirstOrDefault(f => f is WindowFilter { Window: InLast { Duration.Count: 0 } }) is { } none)
            return $"'{ConditionText.Of(none)}' is a window of no length: no record is in it.";
        return (from pair in Pairs(filters)
                where Exclude(pair.One, pair.Other)
                select $"No record is both '{ConditionText.Of(pair.One)}' and '{ConditionText.Of(pair.Other)}'.").FirstOrDefault();
    }

    private static bool Exclude(Filter one, Filter other) => (one, other) switch
    {
        (WindowFilter a, WindowFilter b) =>
            (AgoAtMost(a.Window) is { } near && AgoAtMost(b.Window) is { } far && near.IsApartFrom(far))
            || (Days(a.Window) is { } days && Days(b.Window) is { } others && days.IsApartFrom(others)),
        (AtAgeFilter a, AtAgeFilter b) => Of(a.Range).IsApartFrom(Of(b.Range)),
        (ValueFilter a, ValueFilter b) => Of(a.Range).All(v => Of(b.Range).All(w => v.IsApartFrom(w))),
        _ => false,
    };

    /// <summary>Why the record that a filter counts from does not exist.</summary>
    private static string? Anchored(ImmutableArray<Filter> filters) =>
        filters.OfType<WindowFilter>().Select(f => f.Window.AnchorOf()).OfType<RecordAnchor>()
            .Select(a => WhyEmpty(a.Filters) ?? Anchored(a.Filters)).FirstOrDefault(w => w is not null);

    /// <summary>The most days on which records of a test can lie, when that is certain.</summary>
    private static int? MostDays(ImmutableArray<Filter> filters) => filters.OfType<WindowFilter>().Min(f => MostDays(f.Window));

    private static int? MostDays(Window window) => window switch
    {
        RelativeToDate { Preposition: Preposition.On } => 1,
        RelativeToAnchor { Preposition: Preposition.On, Anchor: not RecordAnchor { Pick: Pick.Any } } => 1,
        InLast { Duration: { Unit: DurationUnit.Days, Count: > 0 } last } => last.Count,
        InLast { Duration: { Unit: DurationUnit.Weeks, Count: > 0 } last } => last.Count * 7,
        BetweenDates between when between.To >= between.From => between.To.DayNumber - between.From.DayNumber + 1,
        _ => null,
    };

    private static IEnumerable<Condition> Conjuncts(Condition condition) => condition switch
    {
        AllOf all => all.Operands.SelectMany(Conjuncts),
        Not { Operand: AnyOf any } => any.Operands.SelectMany(o => Conjuncts(new Not(o))),
        Not { Operand: Not inner } => Conjuncts(inner.Operand),
        _ => [condition],
    };

    private static IEnumerable<Condition> Disjuncts(Condition condition) => condition switch
    {
        AnyOf any => any.Operands.SelectMany(Disjuncts),
        Not { Operand: AllOf all } => all.Operands.SelectMany(o => Disjuncts(new Not(o))),
        Not { Operand: Not inner } => Disjuncts(inner.Operand),
        _ => [condition],
    };

    private static IEnumerable<(T One, T Other)> Pairs<T>(ImmutableArray<T> items)
    {
        for (var one = 0; one < items.Length; one++)
            for (var other = one + 1; other < items.Length; other++)
                yield return (items[one], items[other]);
    }
}
