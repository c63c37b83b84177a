using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using static PcnMedOpt.Core.Model.Conditions.Intervals;

namespace PcnMedOpt.Core.Comparing.Logic;

/// <summary>
/// What follows from what among single tests, for every patient and reference date and with whatever terminology release (language §4.2): "yes" is certain,
/// "no" also means that it cannot be told.
/// </summary>
internal sealed class TestTheory(CodeSetUniverse universe)
{
    private readonly RecordTheory records = new(universe);

    /// <summary>Wherever the one holds the other does.</summary>
    public bool Follows(Fact premise, Fact conclusion) => premise.TestText == conclusion.TestText || Follows(premise.Test, conclusion.Test);

    private bool Follows(Condition premise, Condition conclusion) => (premise, conclusion) switch
    {
        (Unreadable, _) or (_, Unreadable) => false,
        (AgeTest one, AgeTest other) => RecordTheory.IsWithin(one.Range, other.Range),
        (BornTest one, BornTest other) => RecordTheory.Within(Days(one.From, one.To), Days(other.From, other.To)),
        (InCohortTest, RegisteredForTest) => IsAnyTime(conclusion),
        (RegisteredForTest one, RegisteredForTest other) => IsAnyTime(other) || RecordTheory.IsWithin(one.Range, other.Range),
        (RegisteredAtAgeTest, RegisteredForTest other) => IsAnyTime(other),
        (RegisteredAtAgeTest one, RegisteredAtAgeTest other) => RecordTheory.IsWithin(one.Range, other.Range),
        (OnRepeatTest one, OnRepeatTest other) => universe.AreWithin(one.Sets, other.Sets),
        (_, HappenedTest { Times.Count: 0 }) => true,
        (HappenedTest { Times.Count: 0 }, _) => false,
        (HappenedTest one, HappenedTest other) when records.AreAmong(one, other) && HasTimes(one.Times, other.Times) => true,
        (HappenedTest one, HappenedTest other) => HasOne(other) && AnchorFollows(one.Filters, other),
        (HappenedTest one, RegisteredForTest) => one.Filters.AnchorOf() is RegistrationAnchor && IsAnyTime(conclusion),
        (ValueTest one, ValueTest other) => one.Pick == other.Pick && (IsSame(one.Set, one.Filters, other.Set, other.Filters) || (one.Pick == Pick.Latest && HasSameLatest(one.Set, one.Filters, other.Set, other.Filters)))
            && universe.ReadAlike([one.Set], [other.Set]) && RecordTheory.IsWithin(one.Range, other.Range),
        (ValueTest one, HappenedTest other) => HasOne(other) && records.AreAmong(new HappenedTest([one.Set], Happened.Recorded, one.Filters, null), other),
        (ChangeTest one, ChangeTest other) => one.Rose == other.Rose && one.Percent == other.Percent && universe.ReadAlike([one.Set], [other.Set])
            && HasSameLatest(one.Set, [new WindowFilter(one.Window)], other.Set, [new WindowFilter(other.Window)]) && IsAsMuch(one, other),
        (ChangeTest one, HappenedTest other) => HasOne(other) && records.AreAmong(new HappenedTest([one.Set], Happened.Recorded, [new WindowFilter(one.Window)], null), other),
        (StatusTest one, StatusTest other) => StatusFollows(one, other),
        (StatusTest { Kept: { } kept } one, HappenedTest other) =>
            HasOne(other) && records.AreAmong(new HappenedTest([kept], one.How, OfTheDay(one), null), other),
        (StatusTest one, HappenedTest other) => HasOne(other) && records.AreAmong(new HappenedTest(one.Sets, one.How, OfTheDay(one), null), other),
        (IssuedTogetherTest one, IssuedTogetherTest other) => one.Within.IsAtMost(other.Within)
            && ((IsSide(one.First, one, other.First, other) && IsSide(one.Second, one, other.Second, other))
                || (IsSide(one.First, one, other.Second, other) && IsSide(one.Second, one, other.First, other))),
        (IssuedTogetherTest one, HappenedTest other) => HasOne(other) && new[] { one.First, one.Second }.Any(side => records.AreAmong(new HappenedTest(side, Happened.Issued, one.Filters, null), other)),
        (CountTest one, CountTest other) => CountFollows(one, other),
        (CourseBeganTest one, CourseBeganTest other) => universe[one.Drug].Identity == universe[other.Drug].Identity && other.Gap.IsAtMost(one.Gap) && records.IsWithin(one.Window, other.Window),
        (CourseBeganTest one, HappenedTest other) => HasOne(other) && records.AreAmong(new HappenedTest([one.Drug], Happened.Issued, [new WindowFilter(one.Window)], null), other),
        (NoBaselineTest one, NoBaselineTest other) => one.Drug == other.Drug && one.Gap.IsAtMost(other.Gap) && other.Gap.IsAtMost(one.Gap) && records.IsWithin(one.Window, other.Window)
            && universe.AreWithin([other.Test], [one.Test]) && other.Within.IsAtMost(one.Within),
        (NoBaselineTest one, CourseBeganTest other) => one.Drug == other.Drug && other.Gap.IsAtMost(one.Gap) && records.IsWithin(one.Window, other.Window),
        _ => false,
    };

    /// <summary>The two hold together of nobody.</summary>
    public static bool Exclude(Condition one, Condition other) => (one, other) switch
    {
        (AgeTest a, AgeTest b) => Of(a.Range).IsApartFrom(Of(b.Range)),
        (RegisteredForTest a, RegisteredForTest b) => Of(a.Range).IsApartFrom(Of(b.Range)),
        (RegisteredAtAgeTest a, RegisteredAtAgeTest b) => Of(a.Range).IsApartFrom(Of(b.Range)),
        (BornTest a, BornTest b) => Days(a.From, a.To).IsApartFrom(Days(b.From, b.To)),
        (SexTest a, SexTest b) => a.Sex != b.Sex,
        (CountTest a, CountTest b) => ConditionText.Counted(a) == ConditionText.Counted(b) && Of(a).IsApartFrom(Of(b)),
        _ => false,
    };

    /// <summary>One of the two holds of everybody.</summary>
    public static bool CoverEveryone(Condition one, Condition other) => (one, other) switch
    {
        (AgeTest a, AgeTest b) => Of(a.Range).CoversAllWith(Of(b.Range)),
        (BornTest a, BornTest b) => Days(a.From, a.To).CoversAllWith(Days(b.From, b.To)),
        (CountTest a, CountTest b) => ConditionText.Counted(a) == ConditionText.Counted(b) && Of(a).CoversAllWith(Of(b)),
        _ => false,
    };

    public bool IsNever(Condition test) => test switch
    {
        HappenedTest { Times.Count: 0 } => false,
        HappenedTest happened => happened.Sets.All(s => universe[s].IsNothing),
        OnRepeatTest repeat => repeat.Sets.All(s => universe[s].IsNothing),
        CountTest count => Of(count).IsApartFrom(Whole(0, null)),
        _ => false,
    };

    public static bool IsAlways(Condition test) => test switch
    {
        HappenedTest { Times.Count: 0 } => true,
        CountTest count => Whole(0, null).IsWithin(Of(count)),
        _ => false,
    };

    /// <summary>Such a record, if it is of one of some sets that are looked for by the others, makes one of them hold.</summary>
    public bool Follows(HappenedTest premise, IEnumerable<HappenedTest> conclusions)
    {
        if (premise.Times is { Count: 0 }) return false;
        var some = conclusions.Where(c => HasOne(c) && records.AreChosenToo(premise.Sets, premise.How, premise.Filters, c.Sets, c.How, c.Filters)).SelectMany(c => c.Sets).ToList();
        return some.Count > 0 && universe.AreWithin(premise.Sets, some);
    }

    /// <summary>Whoever has a record that is counted from another has that other one.</summary>
    private bool AnchorFollows(ImmutableArray<Filter> filters, HappenedTest conclusion) =>
        filters.AnchorOf() is RecordAnchor anchor
        && (records.AreAmong(new HappenedTest(anchor.Sets, anchor.How, anchor.Filters, null), conclusion) || AnchorFollows(anchor.Filters, conclusion));

    private static bool IsAnyTime(Condition test) => test is RegisteredForTest { Range: AgeAtLeast { Duration.Count: 0 } };

    private static bool HasOne(HappenedTest test) => test.Times is null or { Count: <= 1 };

    private static bool HasTimes(Times? given, Times? needed) =>
        needed is null or { Count: <= 1 } || (given?.Count >= needed.Count && (needed.Apart is null || (given.Apart is { } apart && needed.Apart.IsAtMost(apart))));

    /// <summary>The same records are chosen: which is the latest of them is the same.</summary>
    private bool IsSame(string set, ImmutableArray<Filter> filters, string otherSet, ImmutableArray<Filter> otherFilters) =>
        universe.AreWithin([set], [otherSet]) && universe.AreWithin([otherSet], [set])
        && records.AllSatisfy(filters, otherFilters) && records.AllSatisfy(otherFilters, filters)
        && (!filters.Concat(otherFilters).Any(f => f is ValueFilter) || set == otherSet);

    /// <summary>Where there is a latest record of the first it is that of the other: the windows differ in how far they reach back, and in nothing else.</summary>
    private bool HasSameLatest(string set, ImmutableArray<Filter> filters, string otherSet, ImmutableArray<Filter> otherFilters)
    {
        static ImmutableArray<Filter> Others(ImmutableArray<Filter> all) => [.. all.Where(f => f is not WindowFilter)];
        static ImmutableArray<Window> Windows(ImmutableArray<Filter> all) => [.. all.OfType<WindowFilter>().Select(f => f.Window)];
        var (windows, otherWindows) = (Windows(filters), Windows(otherFilters));
        return IsSame(set, Others(filters), otherSet, Others(otherFilters))
            && (IsSame(set, filters, otherSet, otherFilters)
                || (windows.Concat(otherWindows).All(ReachesToNow) && otherWindows.All(o => o is Ever || windows.Any(w => records.IsWithin(w, o)))));
    }

    /// <summary>It holds every day from some day on.</summary>
    private static bool ReachesToNow(Window window) =>
        window is Ever or InLast or SinceAgo or InPeriod { Previous: false } or RelativeToDate { Preposition: Preposition.Since or Preposition.After };

    private bool IsSide(ImmutableArray<string> sets, IssuedTogetherTest test, ImmutableArray<string> others, IssuedTogetherTest other) =>
        records.AreAmong(new HappenedTest(sets, Happened.Issued, test.Filters, null), new HappenedTest(others, Happened.Issued, other.Filters, null));

    /// <summary>By 30 % is also by 20 %, where neither is a fall: an amount is not negative.</summary>
    private static bool IsAsMuch(ChangeTest one, ChangeTest other)
    {
        if (one.Amount.AsRecorded != other.Amount.AsRecorded || one.Amount.Value < 0 || other.Amount.Value < 0) return false;
        if (!one.Amount.Unit.ConvertsTo(other.Amount.Unit)) return false;
        var order = one.Amount.Unit.Compare(one.Amount.Value, other.Amount.Value, other.Amount.Unit);
        return order > 0 || (order == 0 && (one.MoreThan || !other.MoreThan));
    }

    /// <summary>
    /// The latest of several sets. Where nothing more is asked of the day's record, codes that are added to the set that is kept, or taken from the others, only
    /// let it hold of more: a later day than before can only be one of an added code.
    /// </summary>
    private bool StatusFollows(StatusTest one, StatusTest other)
    {
        if (one.Pick != other.Pick || one.How != other.How) return false;
        var values = one.Choose.Concat(one.Keep).Concat(other.Choose).Concat(other.Keep).Any(f => f is ValueFilter);
        var sameChosen = records.AllSatisfy(one.Choose, other.Choose) && records.AllSatisfy(other.Choose, one.Choose);
        if (!sameChosen || (values && !(one.Sets.SequenceEqual(other.Sets) && one.Kept == other.Kept))) return false;
        var keptFollows = (one.Kept, other.Kept) switch
        {
            ({ } a, { } b) => universe.AreWithin([a], [b]),
            (_, null) => one.Kept is null || one.Sets.Contains(one.Kept),
            _ => universe.AreWithin(one.Sets, [other.Kept]),
        };
        if (!keptFollows || !records.AllSatisfy(OfTheDay(one), other.Keep)) return false;
        if (universe.AreWithin(one.Sets, other.Sets) && universe.AreWithin(other.Sets, one.Sets)) return true;
        return other is { Kept: { } kept, Keep.IsEmpty: true } && other.Sets.Contains(kept) && one.Kept is not null
            && other.Sets.Where(s => s != kept).All(s => universe.AreWithin([s], one.Sets));
    }

    /// <summary>What is certain of the record that is kept: what was asked of it, and of what chose the day that which holds for every record of a day or for none.</summary>
    private static ImmutableArray<Filter> OfTheDay(StatusTest test) => [.. test.Choose.Where(f => f is WindowFilter or AtAgeFilter), .. test.Keep];

    /// <summary>More medicines are counted where the set or the window is wider, or less is excepted.</summary>
    private bool CountFollows(CountTest one, CountTest other)
    {
        if (one.By != other.By) return false;
        var (given, needed) = (Of(one), Of(other));
        return (needed.Low is null || IsCountedToo(one, other)) && (needed.High is null || IsCountedToo(other, one)) && given.IsWithin(needed);
    }

    private bool IsCountedToo(CountTest one, CountTest other) =>
        (other.Set is null || (one.Set is not null && universe.AreWithin([one.Set], [other.Set])))
        && other.Except.All(except => universe.AreWithin([except], one.Except))
        && ((one.Window, other.Window) switch { (null, null) => true, ({ } window, { } wider) => records.IsWithin(window, wider), _ => false });
}
