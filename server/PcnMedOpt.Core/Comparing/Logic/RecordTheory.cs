using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using static PcnMedOpt.Core.Model.Conditions.Intervals;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>Which records are among which others: "yes" is certain, on every reference date; "no" also means that it cannot be told.</summary>
/// <param name="universe">The code sets that the tests name.</param>
internal sealed class RecordTheory(CodeSetUniverse universe)
{
    /// <summary>Each record of these sets that these filters choose is chosen, when its code is in one of the other sets, by the other filters too.</summary>
    public bool AreChosenToo(IReadOnlyCollection<string> sets, Happened how, ImmutableArray<Filter> filters, IReadOnlyCollection<string> others, Happened otherHow, ImmutableArray<Filter> otherFilters) =>
        otherHow.HasFlag(how)
        && otherFilters.All(needed => needed is WindowFilter { Window: Ever } || filters.Any(given => Satisfies(given, needed)))
        && (!otherFilters.Any(f => f is ValueFilter) || universe.ReadAlike(sets, others));

    /// <summary>Each record that the first test looks for is one that the other looks for.</summary>
    public bool AreAmong(HappenedTest one, HappenedTest other) =>
        universe.AreWithin(one.Sets, other.Sets) && AreChosenToo(one.Sets, one.How, one.Filters, other.Sets, other.How, other.Filters);

    /// <summary>Whatever the one filter lets through the other does too.</summary>
    public bool Satisfies(Filter given, Filter needed) => (given, needed) switch
    {
        (WindowFilter one, WindowFilter other) => IsWithin(one.Window, other.Window),
        (AtAgeFilter one, AtAgeFilter other) => IsWithin(one.Range, other.Range),
        (ValueFilter one, ValueFilter other) => IsWithin(one.Range, other.Range),
        (EpisodeFilter one, EpisodeFilter other) => Allowed(one).All(Allowed(other).Contains),
        _ => false,
    };

    public bool AllSatisfy(ImmutableArray<Filter> given, ImmutableArray<Filter> needed) =>
        needed.All(n => n is WindowFilter { Window: Ever } || given.Any(g => Satisfies(g, n)));

    public static bool IsWithin(AgeRange inner, AgeRange outer) => Within(Of(inner), Of(outer));

    /// <summary>Every result in the one range is in the other, also a bound such as "&lt;5", which stands for many values.</summary>
    public static bool IsWithin(ValueRange inner, ValueRange outer) =>
        inner.Quantities().Concat(outer.Quantities()).Select(q => q.AsRecorded).Distinct().Count() == 1
        && Of(inner).All(one => Of(outer).Any(other => Within(one, other)));

    public bool IsWithin(Window inner, Window outer)
    {
        if (outer is Ever || ConditionText.Of(inner) == ConditionText.Of(outer)) return true;
        return (AgoAtMost(inner) is { } ago && Ago(outer) is { } farther && Within(ago, farther))
            || (Days(inner) is { } days && Days(outer) is { } more && Within(days, more))
            || (inner is InPeriod { Previous: false } period && outer is InPeriod { Previous: false } longer && period.Period <= longer.Period)
            || AroundAnchors(inner, outer);
    }

    private bool AroundAnchors(Window inner, Window outer) => (inner, outer) switch
    {
        (WithinOfAnchor one, WithinOfAnchor other) =>
            (one.Around == other.Around || other.Around == Around.Of) && one.Duration.IsAtMost(other.Duration) && IsAmong(one.Anchor, other.Anchor),
        (RelativeToAnchor one, RelativeToAnchor other) => IsWithin(one.Preposition, other.Preposition) && IsAmong(one.Anchor, other.Anchor),
        (WithinOfAnchor { Around: Around.After } one, RelativeToAnchor { Preposition: Preposition.Since } other) => IsAmong(one.Anchor, other.Anchor),
        (WithinOfAnchor { Around: Around.Before } one, RelativeToAnchor { Preposition: Preposition.Until } other) => IsAmong(one.Anchor, other.Anchor),
        (RelativeToAnchor { Preposition: Preposition.On } one, WithinOfAnchor other) => IsAmong(one.Anchor, other.Anchor),
        _ => false,
    };

    private static bool IsWithin(Preposition inner, Preposition outer) => inner == outer || (inner, outer) switch
    {
        (Preposition.After or Preposition.On, Preposition.Since) => true,
        (Preposition.Before or Preposition.On, Preposition.Until) => true,
        _ => false,
    };

    /// <summary>Each day that the one anchor gives the other gives too.</summary>
    private bool IsAmong(Anchor one, Anchor other) => (one, other) switch
    {
        (RegistrationAnchor, RegistrationAnchor) or (ItAnchor, ItAnchor) => true,
        (RecordAnchor a, RecordAnchor b) =>
            (b.Pick == Pick.Any && AreAmong(new HappenedTest(a.Sets, a.How, a.Filters, null), new HappenedTest(b.Sets, b.How, b.Filters, null)))
            || ConditionText.Of(new WindowFilter(new RelativeToAnchor(Preposition.On, a))) == ConditionText.Of(new WindowFilter(new RelativeToAnchor(Preposition.On, b))),
        _ => false,
    };

    private static IEnumerable<Episode> Allowed(EpisodeFilter filter) => Enum.GetValues<Episode>().Where(e => filter.Kinds.Contains(e) != filter.Not);

    /// <summary>An interval without ends is one that could not be read: nothing is known to be in it.</summary>
    internal static bool Within<T>(Interval<T> inner, Interval<T> outer) => outer is not { Low: null, High: null } && inner.IsWithin(outer);
}
