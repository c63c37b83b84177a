using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Tests.Support;

/// <summary>
/// Conditions of every form that the language has, with numbers, units, dates and names at will: for what must hold of any text. They are not evaluated.
/// </summary>
public sealed class GeneratedForms(Choices choices)
{
    public static readonly ImmutableArray<string> Sets = ["alpha", "beta", "gamma_delta", "epsilon"];

    public static readonly ImmutableArray<string> Cohorts = ["first_cohort", "second_cohort"];

    public static readonly ImmutableArray<string> Parameters = ["how_long", "how_much"];

    private static readonly ImmutableArray<string> Units = ["umol/L", "10*9/L", "mL/min/{1.73_m2}", "mL/min", "g/L", "mmol/mol", "kg/m2", "mm[Hg]", "%", "ug/L", "m[iU]/L"];

    /// <summary>A title for each name, unlike the name.</summary>
    public static string? TitleOf(string name) => Sets.Contains(name) || Cohorts.Contains(name) || Parameters.Contains(name) || Cohorts.Contains(name.Split('.')[0]) ? $"Title of {name}" : null;

    public Condition Condition(int depth) => (depth > 0 ? choices.Next(5) : 0) switch
    {
        1 => new AllOf([.. Enumerable.Range(0, 2 + choices.Next(2)).Select(_ => Condition(depth - 1))]),
        2 => new AnyOf([.. Enumerable.Range(0, 2 + choices.Next(2)).Select(_ => Condition(depth - 1))]),
        3 => new Not(Condition(depth - 1)),
        _ => Test(),
    };

    public Condition Test() => choices.Next(17) switch
    {
        0 => new AgeTest(Age(true)),
        1 => Born(),
        2 => new SexTest(choices.Of(Enum.GetValues<Sex>())),
        3 => new RegisteredForTest(Age(false)),
        4 => new RegisteredAtAgeTest(Age(false)),
        5 => new InCohortTest(choices.Of(Cohorts), choices.Of(null, "overdue", "overdue.full_blood_count")),
        6 or 7 => new HappenedTest(Some(), How(), Filters(), choices.Maybe() ? new Times(1 + choices.Next(200), choices.Maybe() ? Duration() : null) : null),
        8 or 9 => new NoSuchTest(Set(), How(), Filters()),
        10 => choices.Maybe() ? new OnRepeatTest(Some()) : new NotOnRepeatTest(Set()),
        11 => new IssuedTogetherTest(Some(), Some(), Duration(), Filters()),
        12 => new ValueTest(choices.Of(Pick.Latest, Pick.Earliest), Set(), Range(), Filters()),
        13 => Change(),
        14 or 15 => new StatusTest(choices.Of(Pick.Latest, Pick.Earliest), [Set(), Set()], How(), Filters(), choices.Maybe() ? Set() : null, [.. Filters(), new WindowFilter(Window(0))]),
        _ => new CountTest(
            choices.Maybe() ? Set() : null,
            choices.Maybe() ? Some() : [],
            choices.Of(CountBy.Substance, CountBy.Product),
            choices.Maybe() ? Window(0) : null,
            choices.Of(Enum.GetValues<Comparison>()),
            choices.Next(100)),
    };

    private BornTest Born()
    {
        var day = Day();
        return choices.Next(4) switch
        {
            0 => new BornTest(day, null),
            1 => new BornTest(null, day),
            2 => new BornTest(day, day),
            _ => new BornTest(day, day.AddDays(1 + choices.Next(200))),
        };
    }

    private ChangeTest Change()
    {
        var percent = choices.Maybe();
        return new ChangeTest(Set(), choices.Maybe(), choices.Maybe(), percent ? new Quantity(Number(), Unit.None, false, Parameter()) : Quantity(), percent, Window(0));
    }

    private ImmutableArray<Filter> Filters()
    {
        var filters = ImmutableArray.CreateBuilder<Filter>();
        if (choices.Maybe()) filters.Add(new WindowFilter(Window(2)));
        if (choices.Next(4) == 1) filters.Add(new AtAgeFilter(Age(false)));
        if (choices.Next(4) == 1) filters.Add(new ValueFilter(Range()));
        if (choices.Next(4) == 1) filters.Add(new EpisodeFilter([.. choices.Some(2, () => choices.Of(Enum.GetValues<Episode>())).Distinct()], choices.Maybe()));
        return filters.DrainToImmutable();
    }

    private Window Window(int depth) => choices.Next(depth > 0 ? 10 : 8) switch
    {
        0 => new InLast(Duration()),
        1 => new MoreThanAgo(Duration()),
        2 => new BetweenAgo(Duration(), Duration()),
        3 => new BetweenDates(Day(), Day()),
        4 => new RelativeToDate(choices.Of(Enum.GetValues<Preposition>()), Day()),
        5 => new InPeriod(choices.Of(Enum.GetValues<PeriodKind>()), choices.Maybe()),
        6 => new Ever(),
        7 => new SinceAgo(Duration()),
        8 => new RelativeToAnchor(choices.Of(Enum.GetValues<Preposition>()), Anchor(depth)),
        _ => new WithinOfAnchor(Duration(), choices.Of(Enum.GetValues<Around>()), Anchor(depth)),
    };

    private Anchor Anchor(int depth) => choices.Next(5) switch
    {
        0 => new RegistrationAnchor(),
        1 => new ItAnchor(),
        _ => new RecordAnchor(choices.Of(Enum.GetValues<Pick>()), Some(), How(), choices.Maybe() ? [new WindowFilter(Window(depth - 1))] : []),
    };

    private AgeRange Age(bool between) => choices.Next(between ? 3 : 2) switch
    {
        0 => new AgeAtLeast(Duration()),
        1 => new AgeUnder(Duration()),
        _ => new AgeBetween(choices.Next(50), 50 + choices.Next(50), choices.Of(Enum.GetValues<DurationUnit>())),
    };

    private ValueRange Range() =>
        choices.Maybe() ? new ValueCompared(choices.Of(Enum.GetValues<Comparison>()), Quantity()) : new ValueBetween(Quantity(), Quantity(), choices.Maybe());

    private Quantity Quantity() => new(Number(), choices.Maybe() ? Ucum.Find(choices.Of(Units)) ?? Unit.None : Unit.None, choices.Next(5) == 4, Parameter());

    private decimal Number() => choices.Of(3.5m, 0m, 30m, 100m, 0.25m, -2.5m) + choices.Next(40);

    private Duration Duration() => new(choices.Next(120), choices.Of(Enum.GetValues<DurationUnit>()), Parameter());

    private string? Parameter() => choices.Next(4) == 3 ? choices.Of(Parameters) : null;

    private DateOnly Day() => new DateOnly(2024, 1, 1).AddDays(choices.Next(250) * 3);

    private Happened How() => choices.Of(Happened.Recorded, Happened.Issued, Happened.Either);

    private string Set() => choices.Of(Sets);

    private ImmutableArray<string> Some() => [.. choices.Some(3, Set).Distinct()];
}
