using System.Collections.Immutable;
using static PcnMedOpt.Core.Model.Conditions.Intervals;

namespace PcnMedOpt.Core.Model.Conditions;

/// <summary>
/// Whether one condition holds wherever another does, on the same reference date. It is decided for simple cases only: "yes" is certain,
/// "no" also means that it cannot be told.
/// </summary>
public static class Implication
{
    public static bool Implies(this Condition premise, Condition conclusion)
    {
        if (premise is Unreadable || conclusion is Unreadable) return false;
        if (premise is AnyOf either) return either.Operands.All(o => o.Implies(conclusion));
        if (conclusion is AllOf both) return both.Operands.All(premise.Implies);
        return (conclusion is AnyOf any && any.Operands.Any(premise.Implies))
            || (premise is AllOf all && all.Operands.Any(o => o.Implies(conclusion)))
            || TestImplies(premise, conclusion)
            || IsSame(premise, conclusion);
    }

    /// <summary>Printed alike, with nothing in them that could not be read.</summary>
    private static bool IsSame(Condition one, Condition other) =>
        ConditionText.Of(one) == ConditionText.Of(other) && !one.DescendantsAndSelf().Any(c => c is Unreadable);

    private static bool TestImplies(Condition premise, Condition conclusion) => (premise, conclusion) switch
    {
        (AgeTest one, AgeTest other) => Of(one.Range).IsWithin(Of(other.Range)),
        (RegisteredForTest one, RegisteredForTest other) => Of(one.Range).IsWithin(Of(other.Range)),
        (RegisteredAtAgeTest one, RegisteredAtAgeTest other) => Of(one.Range).IsWithin(Of(other.Range)),
        (BornTest one, BornTest other) => Days(one.From, one.To).IsWithin(Days(other.From, other.To)),
        (CountTest one, CountTest other) => ConditionText.Counted(one) == ConditionText.Counted(other) && Of(one).IsWithin(Of(other)),
        (HappenedTest one, HappenedTest other) => AreAmong(one.Sets, one.How, one.Filters, other) && HasTimes(one.Times, other.Times),
        (StatusTest { Kept: { } kept } one, HappenedTest { Times: null } other) =>
            AreAmong([kept], one.How, [.. one.Choose.Where(IsOfTheDay), .. one.Keep], other),
        (ValueTest one, HappenedTest { Times: null } other) => AreAmong([one.Set], Happened.Recorded, one.Filters, other),
        (ChangeTest one, HappenedTest { Times: null } other) => AreAmong([one.Set], Happened.Recorded, [new WindowFilter(one.Window)], other),
        (IssuedTogetherTest one, HappenedTest { Times: null } other) =>
            AreAmong(one.First, Happened.Issued, one.Filters, other) || AreAmong(one.Second, Happened.Issued, one.Filters, other),
        (OnRepeatTest one, OnRepeatTest other) => one.Sets.All(other.Sets.Contains),
        _ => false,
    };

    /// <summary>Each record of these sets that satisfies these filters is one that the test looks for.</summary>
    private static bool AreAmong(ImmutableArray<string> sets, Happened how, ImmutableArray<Filter> filters, HappenedTest test) =>
        sets.All(test.Sets.Contains)
        && test.How.HasFlag(how)
        && test.Filters.All(needed => needed is WindowFilter { Window: Ever } || filters.Any(given => Satisfies(given, needed)));

    /// <summary>It holds for every record of a day or for none, so that what chose the day also holds for the record that is kept.</summary>
    private static bool IsOfTheDay(Filter filter) => filter is WindowFilter or AtAgeFilter;

    private static bool Satisfies(Filter given, Filter needed) => (given, needed) switch
    {
        (WindowFilter one, WindowFilter other) => IsWithin(one.Window, other.Window),
        (AtAgeFilter one, AtAgeFilter other) => Of(one.Range).IsWithin(Of(other.Range)),
        _ => ConditionText.Of(given) == ConditionText.Of(needed),
    };

    private static bool IsWithin(Window inner, Window outer) =>
        (AgoAtMost(inner) is { } ago && Ago(outer) is { } farther && ago.IsWithin(farther))
        || (Days(inner) is { } days && Days(outer) is { } more && days.IsWithin(more))
        || (inner is InPeriod { Previous: false } period && outer is InPeriod { Previous: false } longer && period.Period <= longer.Period)
        || ConditionText.Of(inner) == ConditionText.Of(outer);

    private static bool HasTimes(Times? given, Times? needed)
    {
        if (needed is { Count: 0 }) return true;
        if (given is { Count: 0 }) return false;
        if (needed is null or { Count: 1 }) return true;
        return given?.Count >= needed.Count && (needed.Apart is null || (given.Apart is { } apart && needed.Apart.IsAtMost(apart)));
    }
}
