using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Tests.Support;

/// <summary>Cohorts and patients made from choices, over a few code sets, days near each other and boundaries that are often hit.</summary>
public sealed class Generated(Choices choices)
{
    public static readonly DateOnly Reference = new(2026, 8, 31);

    /// <summary>Findings a and b with their resolutions, results v, medicines m and n.</summary>
    public const string CodeSets = """
        codes a "A" snomed { 195967001 |Asthma| }
        codes b "B" snomed { 162660004 |Asthma resolved| }
        codes c "C" snomed { 925861000000102 |Severe frailty| }
        codes v "V" snomed { 1000731000000107 |Serum creatinine level| unit umol/L plausible 1 to 2000 }
        codes m "M" dmd { only 326874007 |Methotrexate 2.5mg tablets| }
        codes n "N" dmd { only 321730000 |Lithium carbonate 250mg tablets| }
        """;

    private static readonly long[] EventCodes = [195967001, 162660004, 925861000000102];
    private static readonly long[] Medicines = [326874007, 321730000];

    public Cohort Cohort(string name, string? other) => new(
        name,
        name,
        null,
        other is not null && choices.Maybe() ? new OfCohort(other, null) : choices.Maybe() ? new Everyone() : new Registered(),
        choices.Maybe() ? null : Inclusion(other),
        [.. choices.Many(2, () => 0).Select((_, i) => Criterion($"not {i}", other))],
        null,
        [],
        []);

    /// <summary>Two cohorts, first and second, of which the second may be from or look into the first, in a project of these code sets.</summary>
    public (ImmutableArray<Cohort> Cohorts, ProjectModel Project) TwoCohorts(ProjectModel sets)
    {
        ImmutableArray<Cohort> cohorts = [Cohort("first", null), Cohort("second", "first")];
        return (cohorts, sets with { Cohort = name => cohorts.FirstOrDefault(c => c.Name == name) });
    }

    public PatientRecord Patient(int most = 4)
    {
        var valued = choices.Many(3, () => new ClinicalEvent(1000731000000107, Day(), Value()));
        return new PatientRecord(
            choices.Of(new DateOnly(1951, 8, 31), new DateOnly(1951, 9, 1), new DateOnly(2008, 2, 29), new DateOnly(1990, 1, 1)),
            choices.Next(8) == 7 ? Day() : null,
            choices.Of(Sex.Unknown, Sex.Female, Sex.Male),
            choices.Next(6) switch
            {
                5 => [],
                4 => [new Registration(new DateOnly(2020, 1, 1), Day())],
                _ => [new Registration(choices.Of(new DateOnly(2025, 8, 31), new DateOnly(2026, 3, 1), new DateOnly(2010, 5, 1)), null)],
            },
            [.. choices.Many(most, () => new ClinicalEvent(choices.Of(EventCodes), Day(), null, choices.Of(Episode.Unmarked, Episode.First, Episode.Ended))), .. valued.DistinctBy(e => e.Date)],
            [.. choices.Many(most, () => new MedicineIssue(choices.Of(Medicines), Day()))],
            [.. choices.Many(2, () => new RepeatItem(choices.Of(Medicines), Day(), choices.Maybe() ? Day() : null))]);
    }

    public Condition Condition(int depth, string? other)
    {
        switch (depth > 0 ? choices.Next(6) : 0)
        {
            case 1: return new AllOf([.. Enumerable.Range(0, 2 + choices.Next(2)).Select(_ => Condition(depth - 1, other))]);
            case 2: return new AnyOf([.. Enumerable.Range(0, 2 + choices.Next(2)).Select(_ => Condition(depth - 1, other))]);
            case 3: return new Not(Condition(depth - 1, other));
            default: return Test(other);
        }
    }

    private Inclusion Inclusion(string? other)
    {
        var criteria = Enumerable.Range(0, 1 + choices.Next(4)).Select(i => Criterion($"label {i}", other)).ToImmutableArray();
        return choices.Next(3) switch
        {
            0 => new Inclusion(Quantifier.Any, 0, criteria),
            1 => new Inclusion(Quantifier.All, 0, criteria),
            _ => new Inclusion(Quantifier.AtLeast, 1 + choices.Next(criteria.Length), criteria),
        };
    }

    private Criterion Criterion(string label, string? other) => new(label, Condition(3, other), [], default, default);

    public Condition Test(string? other) => choices.Next(16) switch
    {
        0 => new AgeTest(choices.Of<AgeRange>(new AgeAtLeast(Years(75)), new AgeUnder(Years(18)), new AgeBetween(18, 74, DurationUnit.Years))),
        1 => new HappenedTest(choices.Of<ImmutableArray<string>>(["a"], ["b"], ["a", "c"]), Happened.Recorded, Filters(true), null),
        2 => new NoSuchTest(choices.Of("a", "b", "c"), choices.Of(Happened.Recorded, Happened.Either), Filters(true)),
        3 => new HappenedTest([choices.Of("m", "n")], choices.Of(Happened.Issued, Happened.Either), Filters(false), null),
        4 => new NoSuchTest(choices.Of("m", "n"), Happened.Issued, Filters(false)),
        5 => new HappenedTest(["a", "b"], choices.Of(Happened.Recorded, Happened.Either), Plain(true), new Times(1 + choices.Next(5), choices.Of(null, new Duration(7, DurationUnit.Days), new Duration(1, DurationUnit.Months)))),
        6 => new StatusTest(choices.Of(Pick.Latest, Pick.Earliest), ["a", "b"], Happened.Recorded, Status(), choices.Of("a", "b"), choices.Maybe() ? Plain(true) : []),
        7 => new StatusTest(choices.Of(Pick.Latest, Pick.Earliest), ["m", "n"], Happened.Issued, [], null, [new WindowFilter(PlainWindow())]),
        8 => new ValueTest(choices.Of(Pick.Latest, Pick.Earliest), "v", Range(), choices.Maybe() ? [new WindowFilter(PlainWindow())] : [new WindowFilter(Anchored())]),
        9 => new IssuedTogetherTest(["m"], ["n"], new Duration(choices.Of(0, 28, 30), DurationUnit.Days), Plain(false)),
        10 => choices.Of<Condition>(new RegisteredForTest(new AgeAtLeast(new Duration(12, DurationUnit.Months))), new RegisteredAtAgeTest(choices.Of<AgeRange>(new AgeAtLeast(Years(18)), new AgeUnder(Years(75))))),
        11 => choices.Of<Condition>(new SexTest(Sex.Female), new OnRepeatTest(["m"]), new NotOnRepeatTest("n"), new CountTest(null, [], CountBy.Substance, new InLast(Months(6)), Comparison.AtLeast, 2)),
        12 => other is null ? new BornTest(new DateOnly(1951, 9, 1), null) : new InCohortTest(other, null),
        13 => new ChangeTest("v", choices.Maybe(), choices.Maybe(), new Quantity(30, Unit.None), true, new InLast(Months(12))),
        14 => choices.Of<Condition>(
            new CourseBeganTest(choices.Of("m", "n"), choices.Of(Months(6), new Duration(28, DurationUnit.Days)), choices.Of<Window>(new InLast(Months(6)), new SinceAgo(Months(6)))),
            new NoBaselineTest(choices.Of("m", "n"), Months(3), choices.Of<Window>(new InLast(Months(12)), new Ever()), choices.Of("a", "b"), new Duration(28, DurationUnit.Days))),
        _ => new BornTest(null, new DateOnly(1951, 8, 31)),
    };

    private ImmutableArray<Filter> Filters(bool events)
    {
        var own = Plain(events);
        return choices.Maybe() ? own.Add(new WindowFilter(Anchored())) : own;
    }

    /// <summary>Filters of a status that choose the day; with an anchor only on the side where "no later one" is exact.</summary>
    private ImmutableArray<Filter> Status() => choices.Maybe() ? [new WindowFilter(PlainWindow())] : [];

    private ImmutableArray<Filter> Plain(bool events)
    {
        var filters = ImmutableArray.CreateBuilder<Filter>();
        if (choices.Maybe()) filters.Add(new WindowFilter(PlainWindow()));
        if (choices.Next(5) == 4) filters.Add(new AtAgeFilter(choices.Of<AgeRange>(new AgeAtLeast(Years(18)), new AgeUnder(Years(75)))));
        if (events && choices.Next(5) == 4) filters.Add(new EpisodeFilter([Episode.First], choices.Maybe()));
        return filters.DrainToImmutable();
    }

    private Window PlainWindow() => choices.Next(8) switch
    {
        0 => new InLast(choices.Of(Months(6), new Duration(28, DurationUnit.Days))),
        1 => new MoreThanAgo(Months(6)),
        2 => new BetweenAgo(new Duration(28, DurationUnit.Days), Months(6)),
        3 => new RelativeToDate(choices.Of(Preposition.Since, Preposition.Until, Preposition.Before, Preposition.After, Preposition.On), Day()),
        4 => new InPeriod(choices.Of(PeriodKind.Month, PeriodKind.Quarter, PeriodKind.FinancialYear), choices.Maybe()),
        5 => new BetweenDates(new DateOnly(2026, 3, 1), new DateOnly(2026, 7, 31)),
        6 => new SinceAgo(Months(6)),
        _ => new Ever(),
    };

    private Window Anchored(int depth = 1)
    {
        var anchor = Anchor(depth);
        return choices.Maybe()
            ? new RelativeToAnchor(choices.Of(Preposition.Since, Preposition.Until, Preposition.Before, Preposition.After, Preposition.On), anchor)
            : new WithinOfAnchor(choices.Of(Months(6), new Duration(28, DurationUnit.Days)), choices.Of(Around.Before, Around.After, Around.Of), anchor);
    }

    private Anchor Anchor(int depth)
    {
        if (choices.Next(5) == 4) return new RegistrationAnchor();
        var issued = choices.Maybe();
        ImmutableArray<Filter> filters = depth > 0 && choices.Next(4) == 3 ? [new WindowFilter(Anchored(depth - 1))] : Plain(!issued);
        return new RecordAnchor(choices.Of(Pick.Latest, Pick.Earliest, Pick.Any), [issued ? choices.Of("m", "n") : choices.Of("a", "b", "c")], issued ? Happened.Issued : Happened.Recorded, filters);
    }

    private ValueRange Range() => choices.Next(3) switch
    {
        0 => new ValueCompared(choices.Of(Comparison.AtLeast, Comparison.MoreThan, Comparison.AtMost, Comparison.LessThan, Comparison.Equal), Creatinine(100)),
        1 => new ValueBetween(Creatinine(80), Creatinine(100)),
        _ => new ValueBetween(Creatinine(80), Creatinine(100), true),
    };

    private static Quantity Creatinine(decimal value) => new(value, Ucum.Find("umol/L") ?? throw new InvalidOperationException());

    private ResultValue Value() => choices.Next(6) switch
    {
        0 => new ResultValue(null, 100, "umol/L"),
        1 => new ResultValue(null, 80, null),
        2 => new ResultValue(null, 0.1m, "mmol/L"),
        3 => new ResultValue(Comparison.MoreThan, 90, "umol/L"),
        4 => new ResultValue(null, 130, "g/L"),
        _ => new ResultValue(null, null, null),
    };

    /// <summary>Days at the edges of windows, and a day that is yet to come.</summary>
    private DateOnly Day() => choices.Of(
        Reference, Reference.AddDays(-1), Reference.AddDays(-27), Reference.AddDays(-28), Reference.AddDays(-29), new DateOnly(2026, 2, 28), new DateOnly(2026, 3, 1),
        new DateOnly(2026, 7, 1), new DateOnly(2026, 6, 30), new DateOnly(2025, 8, 31), new DateOnly(2025, 9, 1), new DateOnly(2026, 9, 1), new DateOnly(2026, 4, 1));

    private static Duration Years(int count) => new(count, DurationUnit.Years);

    private static Duration Months(int count) => new(count, DurationUnit.Months);
}
