using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Comparing;

/// <summary>A test as a small edit leaves it: another set, window, age, value or number, or one filter more or less.</summary>
internal static class EditedTests
{
    /// <summary>A condition in which one test, or how tests are joined, is another.</summary>
    public static Condition Within(Condition condition, Generated generated, Choices choices) => condition switch
    {
        AllOf all when choices.Next(4) == 3 => new AnyOf(all.Operands),
        AnyOf any when choices.Next(4) == 3 => new AllOf(any.Operands),
        AllOf all => all with { Operands = all.Operands.SetItem(0, Within(all.Operands[0], generated, choices)) },
        AnyOf any => any with { Operands = any.Operands.SetItem(0, Within(any.Operands[0], generated, choices)) },
        Not not => choices.Next(4) == 3 ? not.Operand : new Not(Within(not.Operand, generated, choices)),
        _ => choices.Next(5) == 4 ? new Not(condition) : Of(condition, generated, choices),
    };

    public static Condition Of(Condition test, Generated generated, Choices choices) => test switch
    {
        AgeTest => generated.Test(null),
        HappenedTest each => choices.Next(4) switch
        {
            0 => each with { Sets = choices.Of<ImmutableArray<string>>(["a"], ["a", "b"], ["a", "b", "c"], ["m"], ["m", "n"]) },
            1 => each with { Times = choices.Of(null, new Times(2, null), new Times(2, new Duration(7, DurationUnit.Days)), new Times(0, null)) },
            2 => each.Filters.AnchorOf() is null && each.Times is null && each.Sets.Length == 1 ? new NoSuchTest(each.Sets[0], each.How, each.Filters) : each with { How = Happened.Either },
            _ => each with { Filters = Edited(each.Filters, choices) },
        },
        NoSuchTest each => choices.Next(3) switch
        {
            0 => new Not(new HappenedTest([each.Set], each.How, each.Filters, null)),
            1 => each with { Set = choices.Of("a", "b", "m") },
            _ => each with { Filters = Edited(each.Filters, choices) },
        },
        ValueTest each => choices.Maybe()
            ? each with { Range = choices.Of<ValueRange>(each.Range, new ValueCompared(choices.Of(Enum.GetValues<Comparison>()), Quantity(each.Range) with { Value = choices.Of(80, 90, 100, 110) })) }
            : each with { Filters = Edited(each.Filters, choices), Pick = choices.Of(each.Pick, Pick.Latest) },
        ChangeTest each => choices.Maybe() ? each with { Amount = each.Amount with { Value = choices.Of(0, 20, 30, 40) } } : each with { MoreThan = !each.MoreThan },
        StatusTest each => choices.Next(4) switch
        {
            0 => each with { Keep = [] },
            1 => each with { Kept = choices.Of([null, .. each.Sets]) },
            2 => each with { Sets = choices.Of<ImmutableArray<string>>(["a", "b"], ["b", "a"], ["a", "c"], ["m", "n"]) },
            _ => each with { Choose = Edited(each.Choose, choices) },
        },
        CountTest each => choices.Next(4) switch
        {
            0 => each with { Limit = choices.Next(4) },
            1 => each with { Comparison = choices.Of(Enum.GetValues<Comparison>()) },
            2 => each with { Except = choices.Of<ImmutableArray<string>>([], ["m"], ["m", "n"]) },
            _ => each with { Set = choices.Of(null, "m", "n"), Window = choices.Of<Window?>(each.Window, new InLast(new Duration(1, DurationUnit.Years)), null) },
        },
        IssuedTogetherTest each => choices.Maybe() ? each with { Within = new Duration(choices.Of(0, 14, 30, 40), DurationUnit.Days) } : each with { First = each.Second, Second = choices.Of(each.First, ["m", "n"]) },
        CourseBeganTest each => choices.Maybe() ? each with { Gap = new Duration(choices.Of(14, 28, 200), DurationUnit.Days) } : each with { Window = choices.Of<Window>(new Ever(), new InLast(new Duration(1, DurationUnit.Years))) },
        NoBaselineTest each => choices.Next(3) switch
        {
            0 => each with { Within = new Duration(choices.Of(14, 60), DurationUnit.Days) },
            1 => each with { Test = choices.Of("a", "b", "c") },
            _ => each with { Window = new Ever() },
        },
        OnRepeatTest => new OnRepeatTest(choices.Of<ImmutableArray<string>>(["m"], ["m", "n"], ["n"])),
        NotOnRepeatTest each => new Not(new OnRepeatTest([each.Set])),
        _ => generated.Test(null),
    };

    private static Quantity Quantity(ValueRange range) => range switch
    {
        ValueCompared compared => compared.Quantity,
        ValueBetween between => between.Low,
        ValueInBand band => band.Low,
        _ => throw new System.Diagnostics.UnreachableException($"No quantity in {range}"),
    };

    private static ImmutableArray<Filter> Edited(ImmutableArray<Filter> filters, Choices choices)
    {
        Filter More() => choices.Of<Filter>(
            new WindowFilter(new InLast(new Duration(choices.Of(3, 6, 12), DurationUnit.Months))),
            new WindowFilter(new Ever()),
            new WindowFilter(new InPeriod(choices.Of(PeriodKind.Month, PeriodKind.Quarter, PeriodKind.FinancialYear), choices.Maybe())),
            new WindowFilter(new BetweenAgo(new Duration(28, DurationUnit.Days), new Duration(choices.Of(6, 12), DurationUnit.Months))),
            new AtAgeFilter(new AgeAtLeast(new Duration(choices.Of(12, 18, 75), DurationUnit.Years))),
            new EpisodeFilter([Episode.First], choices.Maybe()));
        if (filters.IsEmpty || choices.Next(3) == 2) return filters.Add(More());
        var place = choices.Next(filters.Length);
        return choices.Next(3) switch
        {
            0 => filters.RemoveAt(place),
            1 when filters[place] is WindowFilter { Window: WithinOfAnchor within } => filters.SetItem(place, new WindowFilter(within with { Around = choices.Of(Enum.GetValues<Around>()), Duration = new Duration(choices.Of(1, 6, 7), DurationUnit.Months) })),
            1 when filters[place] is WindowFilter { Window: RelativeToAnchor relative } => filters.SetItem(place, new WindowFilter(relative with { Preposition = choices.Of(Enum.GetValues<Preposition>()) })),
            _ when filters[place] is WindowFilter { Window: RelativeToAnchor { Anchor: RecordAnchor anchor } relative } => filters.SetItem(place, new WindowFilter(relative with { Anchor = anchor with { Pick = choices.Of(Enum.GetValues<Pick>()), Filters = [] } })),
            _ => filters.SetItem(place, More()),
        };
    }
}
