using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Databases;

/// <summary>
/// Tests and patients beyond those of <see cref="Generated"/>: sets that overlap, sets with and without a unit, units whose sizes are no decimals, amounts as they
/// were recorded, the ends of months, and "it".
/// </summary>
public sealed class SqlForms(Choices choices)
{
    /// <summary>Reference dates at the ends of months, and 29 February.</summary>
    public static readonly ImmutableArray<DateOnly> References = [new(2024, 2, 29), new(2024, 3, 31), new(2025, 2, 28), new(2024, 8, 31)];

    public const string CodeSets = """
        codes a "A" snomed { 195967001 |Asthma| 162660004 |Asthma resolved| }
        codes b "B" snomed { 162660004 |Asthma resolved| 925861000000102 |Severe frailty| }
        codes c "C" snomed { 925861000000102 |Severe frailty| }
        codes v "V" snomed { 1000731000000107 |Serum creatinine level| 1022541000000102 |Total white cell count| unit U/L plausible 1 to 200 }
        codes w "W" snomed { 1022541000000102 |Total white cell count| 1022551000000104 |Neutrophil count| }
        codes x "X" snomed { 1022551000000104 |Neutrophil count| unit none plausible 0 to 50 }
        codes m "M" dmd { only 326874007 |Methotrexate 2.5mg tablets| only 321730000 |Lithium carbonate 250mg tablets| }
        codes n "N" dmd { only 321730000 |Lithium carbonate 250mg tablets| }
        codes waiting "Waiting" snomed { awaiting "a code" }
        """;

    private static readonly string[] Findings = ["a", "b", "c", "waiting"];
    private static readonly string[] Results = ["v", "w", "x"];
    private static readonly string[] Drugs = ["m", "n"];

    public Condition Condition(int depth, bool withIt) => (depth > 0 ? choices.Next(5) : 0) switch
    {
        1 => new AllOf([.. Enumerable.Range(0, 2).Select(_ => Condition(depth - 1, withIt))]),
        2 => new AnyOf([.. Enumerable.Range(0, 2).Select(_ => Condition(depth - 1, withIt))]),
        3 => new Not(Condition(depth - 1, withIt)),
        _ => Test(withIt),
    };

    public Condition Test(bool withIt) => choices.Next(14) switch
    {
        0 => new HappenedTest(Sets(Findings), How(), Filters(withIt), Times()),
        1 => new NoSuchTest(choices.Of(Findings), How(), Filters(withIt)),
        2 => new HappenedTest(Sets(Results), choices.Of(Happened.Recorded, Happened.Either), Filters(withIt, true), Times()),
        3 => new NoSuchTest(choices.Of(Results), Happened.Recorded, Filters(withIt, true)),
        4 => new ValueTest(choices.Of(Pick.Latest, Pick.Earliest), choices.Of(Results), Range(), Filters(withIt)),
        5 => new StatusTest(choices.Of(Pick.Latest, Pick.Earliest), ["a", "b"], How(), Filters(withIt), choices.Of("a", "b", "c", null), Filters(withIt)),
        6 => new StatusTest(choices.Of(Pick.Latest, Pick.Earliest), [choices.Of(Results)], Happened.Recorded, [], null, Filters(withIt, true)),
        7 => new IssuedTogetherTest(Sets(Drugs), Sets(Drugs), Span(), Filters(withIt)),
        8 => new ChangeTest(choices.Of(Results), choices.Maybe(), choices.Maybe(), Quantity(), false, choices.Maybe() ? new Ever() : Window(withIt, 1)),
        9 => new ChangeTest(choices.Of(Results), choices.Maybe(), choices.Maybe(), new Quantity(choices.Of(10m, 50m, 100m), Unit.None, choices.Maybe()), true, new Ever()),
        10 => new CountTest(choices.Of(null, "m", "n"), choices.Of<ImmutableArray<string>>([], ["n"]), CountBy.Product, choices.Of<Window?>(null, new Ever(), new InLast(Span())), choices.Of(Enum.GetValues<Comparison>()), choices.Next(3)),
        11 => new CourseBeganTest(choices.Of(Drugs), Span(), new InLast(Span())),
        12 => new NoBaselineTest(choices.Of(Drugs), Span(), choices.Of<Window>(new InLast(Span()), new Ever()), choices.Of(Findings), Span()),
        _ => choices.Of<Condition>(
            new AgeTest(new AgeBetween(1, 2, choices.Of(DurationUnit.Years, DurationUnit.Months, DurationUnit.Weeks))), new RegisteredAtAgeTest(new AgeUnder(Span())), new RegisteredForTest(new AgeAtLeast(Span())),
            new BornTest(Day(), Day()), new OnRepeatTest(["m", "n"]), new Unreadable()),
    };

    /// <summary>What a measure over records is out of.</summary>
    public RecordsOf Records(Population population) => choices.Maybe()
        ? new RecordsOf(choices.Of(Findings), How(), Filters(false), population)
        : new RecordsOf(choices.Of(Results), Happened.Recorded, Filters(false, choices.Maybe()), population);

    public PatientRecord Patient() => new(
        choices.Of(new DateOnly(2004, 2, 29), new DateOnly(2023, 2, 28), new DateOnly(2022, 8, 31), new DateOnly(2023, 12, 31)),
        choices.Next(8) == 7 ? Day() : null,
        choices.Of(Enum.GetValues<Sex>()),
        choices.Next(5) == 4 ? [] : [new Registration(Day(), choices.Next(4) == 3 ? Day() : null)],
        [
            .. choices.Many(6, () => new ClinicalEvent(choices.Of(195967001, 162660004, 925861000000102), choices.Next(12) == 11 ? null : Day(), null, choices.Of(Enum.GetValues<Episode>()))),
            .. choices.Many(6, () => new ClinicalEvent(choices.Of(1000731000000107, 1022541000000102, 1022551000000104), Day(), choices.Next(5) == 4 ? null : Value())),
        ],
        [.. choices.Many(6, () => new MedicineIssue(choices.Of(326874007, 321730000), Day()))],
        [.. choices.Many(2, () => new RepeatItem(choices.Of(326874007, 321730000), Day(), choices.Maybe() ? Day() : null))]);

    /// <summary>Comparators, units of each kind, sizes that are no decimals, a number that no laboratory gives.</summary>
    private ResultValue Value() => new(
        choices.Next(3) == 2 ? choices.Of(Comparison.LessThan, Comparison.AtMost, Comparison.AtLeast, Comparison.MoreThan, Comparison.Equal) : null,
        choices.Next(9) == 8 ? null : choices.Of(6m, 30m, 100m, 100.0m, 10m, 50m, 0.1m, 1000m, 1667m, 166.7m, 200m, 79228162514264337593543950335m),
        choices.Of(null, "U/L", "IU/L", "nkat/L", "ukat/L", "10*9/L", "10^9/L", "%", "zmol/d", "parsecs", null, "U/L"));

    private Quantity Quantity() => choices.Next(5) switch
    {
        0 => new Quantity(choices.Of(6m, 10m, 50m, 100m), Unit.None, true),
        1 => new Quantity(choices.Of(6m, 10m, 50m, 100m), Unit.None),
        _ => new Quantity(choices.Of(6m, 10m, 50m, 100m, 0.1m, 1000m, 1667m, 500m), Ucum.Find(choices.Of("U/L", "nkat/L", "ukat/L", "10*9/L", "%")) ?? Unit.None),
    };

    private ValueRange Range() => choices.Next(4) switch
    {
        0 => new ValueBetween(Quantity(), Quantity(), choices.Maybe()),
        1 => new ValueInBand(Quantity(), choices.Maybe(), Quantity(), choices.Maybe()),
        _ => new ValueCompared(choices.Of(Enum.GetValues<Comparison>()), Quantity()),
    };

    private ImmutableArray<Filter> Filters(bool withIt, bool withValue = false)
    {
        var filters = ImmutableArray.CreateBuilder<Filter>();
        if (withValue) filters.Add(new ValueFilter(Range()));
        if (choices.Maybe()) filters.Add(new WindowFilter(Window(withIt, 2)));
        if (choices.Next(4) == 3) filters.Add(new AtAgeFilter(choices.Of<AgeRange>(new AgeAtLeast(Span()), new AgeUnder(Span()), new AgeBetween(1, 2, DurationUnit.Months))));
        if (choices.Next(4) == 3) filters.Add(new EpisodeFilter([Episode.First, Episode.Unmarked, Episode.Flare], choices.Maybe()));
        return filters.DrainToImmutable();
    }

    private Window Window(bool withIt, int depth) => choices.Next(depth > 0 ? 9 : 6) switch
    {
        0 => new InLast(Span()),
        1 => new MoreThanAgo(Span()),
        2 => new BetweenAgo(new Duration(1, DurationUnit.Weeks), Span()),
        3 => new InPeriod(choices.Of(Enum.GetValues<PeriodKind>()), choices.Maybe()),
        4 => new SinceAgo(Span()),
        5 => new BetweenDates(Day(), Day()),
        6 => new RelativeToAnchor(choices.Of(Enum.GetValues<Preposition>()), Anchor(withIt, depth)),
        _ => new WithinOfAnchor(Span(), choices.Of(Enum.GetValues<Around>()), Anchor(withIt, depth)),
    };

    private Anchor Anchor(bool withIt, int depth) => choices.Next(withIt ? 6 : 5) switch
    {
        5 => new ItAnchor(),
        4 => choices.Of<Anchor>(new RegistrationAnchor(), new ItAnchor()),
        3 => new RecordAnchor(choices.Of(Enum.GetValues<Pick>()), Sets(Drugs), Happened.Issued, choices.Maybe() ? [new WindowFilter(Window(withIt, depth - 1))] : []),
        2 => new RecordAnchor(choices.Of(Enum.GetValues<Pick>()), Sets(Results), Happened.Recorded, [new ValueFilter(Range())]),
        _ => new RecordAnchor(choices.Of(Enum.GetValues<Pick>()), Sets(Findings), How(), choices.Maybe() ? [new WindowFilter(Window(withIt, depth - 1))] : []),
    };

    private Times? Times() => choices.Next(3) == 2 ? new Times(1 + choices.Next(4), choices.Of(null, new Duration(1, DurationUnit.Weeks), new Duration(1, DurationUnit.Months))) : null;

    private Duration Span() => choices.Of(new Duration(1, DurationUnit.Months), new Duration(6, DurationUnit.Months), new Duration(28, DurationUnit.Days), new Duration(1, DurationUnit.Years), new Duration(0, DurationUnit.Days), new Duration(18, DurationUnit.Years));

    private ImmutableArray<string> Sets(string[] names) => [.. choices.Some(2, () => choices.Of(names)).Distinct()];

    private Happened How() => choices.Of(Happened.Recorded, Happened.Either, Happened.Issued);

    private DateOnly Day() => choices.Of(
        new DateOnly(2024, 2, 29), new DateOnly(2024, 2, 28), new DateOnly(2024, 3, 1), new DateOnly(2024, 1, 31), new DateOnly(2024, 1, 30), new DateOnly(2024, 1, 29), new DateOnly(2023, 2, 28),
        new DateOnly(2023, 3, 1), new DateOnly(2023, 8, 31), new DateOnly(2023, 9, 30), new DateOnly(2023, 12, 31), new DateOnly(2024, 3, 31), new DateOnly(2024, 7, 31));
}
