using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>
/// The cohorts that a procedure declares (language §7), as ordinary cohorts: <c>methotrexate_monitoring.overdue</c> has a criterion for each test, each of
/// which is a cohort of its own with a criterion for each schedule.
/// </summary>
public sealed class DerivedCohorts
{
    public const string Taking = "taking";
    public const string New = "new";
    public const string Due = "due";
    public const string Overdue = "overdue";
    public const string OutsideLimits = "outside_limits";
    public const string Unusable = "unusable";
    public const string BaselineMissing = "baseline_missing";

    /// <summary>Every usable result is at least this or at most this; no result of a laboratory is beyond.</summary>
    private const decimal Anything = 1_000_000_000m;

    private readonly DueConditions due;
    private readonly Func<string, string> titleOf;
    private readonly Func<string, bool> hasUnit;

    private DerivedCohorts(Monitoring worked, Func<string, string> titleOf, Func<string, bool> hasUnit)
    {
        Monitoring = worked;
        this.titleOf = titleOf;
        this.hasUnit = hasUnit;
        due = new DueConditions(worked);
    }

    /// <summary>The procedure worked out.</summary>
    public Monitoring Monitoring { get; }

    /// <summary>The parts that can be named: <c>taking</c>, <c>overdue</c>, <c>overdue.full_blood_count</c>. None where nobody could ever be found.</summary>
    public ImmutableArray<string> Parts =>
    [
        .. Main,
        .. Main.Where(p => p is Due or Overdue).SelectMany(p => Monitoring.Tests.Select(t => $"{p}.{t}")),
        .. Monitoring.Limits.Select(l => $"{OutsideLimits}.{l.Name}"),
    ];

    /// <summary>The parts that are searches of their own in a pack; each brings those that it is made of.</summary>
    public ImmutableArray<string> Main =>
    [
        Taking,
        .. Monitoring.LastBegins is null ? [] : new[] { New },
        .. Monitoring.Tests.IsEmpty ? [] : new[] { Due, Overdue },
        .. Monitoring.Limits.IsEmpty ? [] : new[] { OutsideLimits },
        .. Measured.Any() ? [Unusable] : Array.Empty<string>(),
        .. Monitoring.Sop.Baseline is null ? [] : new[] { BaselineMissing },
    ];

    private Sop Sop => Monitoring.Sop;

    /// <summary>The code sets whose results are looked at: tests with a unit, and limits.</summary>
    private IEnumerable<string> Measured =>
        Monitoring.Tests.Where(hasUnit).Concat(Monitoring.Limits.Select(l => l.Set)).Concat(Sop.Intervals.Select(i => i.Value)).Distinct(StringComparer.Ordinal);

    /// <summary>Null for a document, which declares no cohorts.</summary>
    /// <param name="sop">The procedure.</param>
    /// <param name="find">Another procedure by its name, or null.</param>
    /// <param name="titleOf">The title of a code set.</param>
    /// <param name="hasUnit">Whether a code set says in which unit its results are.</param>
    public static DerivedCohorts? Of(Sop sop, Func<string, Sop?> find, Func<string, string> titleOf, Func<string, bool> hasUnit) =>
        Sops.Monitoring.Of(sop, find, titleOf) is { } worked ? new DerivedCohorts(worked, titleOf, hasUnit) : null;

    /// <summary>The cohort of a part, or null when the procedure has none of that name.</summary>
    public Cohort? Find(string part)
    {
        if (!Parts.Contains(part)) return null;
        var dot = part.IndexOf('.', StringComparison.Ordinal);
        var of = dot < 0 ? null : part[(dot + 1)..];
        return (dot < 0 ? part : part[..dot]) switch
        {
            Taking => Cohort(part, "taking it", Sop.From, [Criterion($"Takes {titleOf(Monitoring.Drug)}", IsTaken, Sop.Drug?.Cites ?? [])]),
            New => Cohort(part, "new to it", Takers, [Criterion("Not yet in the last phase", BeganWithin(Monitoring.LastBegins), [])]),
            Due => of is null ? ByTest(part, "a test is due") : DueFor(part, of),
            Overdue => of is null ? ByTest(part, "a test is overdue") : OverdueFor(part, of),
            OutsideLimits => of is null ? ByLimit(part) : Outside(part, of),
            Unusable => Cohort(part, "latest result not usable", Population, [.. Measured.Select(set => Criterion(titleOf(set), WithGuard(IsUnusable(set)), []))]),
            _ => Baseline(part),
        };
    }

    private OfCohort Takers => new(Sop.Name, Taking);

    /// <summary>With a tail, those who stopped are looked at too.</summary>
    private Population Population => Monitoring.Tail is null ? Takers : Sop.From;

    private HappenedTest IsTaken => Issued(new InLast(Monitoring.Gap));

    private InCohortTest Takes => new(Sop.Name, Taking);

    private HappenedTest Issued(Window window) => new([Monitoring.Drug], Happened.Issued, [new WindowFilter(window)], null);

    private Condition BeganWithin(Duration? time) => new CourseBeganTest(Monitoring.Drug, Monitoring.Gap, time is null ? new Ever() : new InLast(time));

    /// <summary>Takes the medicine, or is in the tail: a condition that is about results alone holds for both.</summary>
    private Condition WithGuard(Condition condition) =>
        Monitoring.Tail is { } tail ? new AllOf([new AnyOf([Takes, Issued(new InLast(tail))]), condition]) : condition;

    private Condition For(Obligation obligation, Condition condition) => (obligation.IsTail, Monitoring.Tail) switch
    {
        (true, _) => new AllOf([new Not(Takes), condition]),
        (_, not null) => new AllOf([Takes, condition]),
        _ => condition,
    };

    private Cohort ByTest(string part, string title) => Cohort(
        part, title, Sop.From, [.. Monitoring.Tests.Select(test => Criterion(titleOf(test), new InCohortTest(Sop.Name, $"{part}.{test}"), []))]);

    private Cohort DueFor(string part, string test) => Cohort(
        part,
        $"{titleOf(test)} due",
        Population,
        [
            .. OfTest(test).Select(o => Criterion($"{o.Reason}: every {o.Every}", For(o, due.Due(o)), o.Cites)),
            .. IntervalsOf(test).Select(i => Criterion(Reason(i), WithTaking(due.Due(i)), i.Cites)),
        ]);

    private Cohort OverdueFor(string part, string test) => Cohort(
        part,
        $"{titleOf(test)} overdue",
        Population,
        [
            .. OfTest(test).Select(o => Criterion($"{o.Reason}: every {o.Every}{(o.Grace is null ? "" : $", grace {o.Grace}")}", For(o, due.Overdue(o)), o.Cites)),
            .. IntervalsOf(test).Select(i => Criterion(Reason(i), WithTaking(due.Overdue(i)), i.Cites)),
        ]);

    private Condition WithTaking(Condition condition) => Monitoring.Tail is null ? condition : new AllOf([Takes, condition]);

    private IEnumerable<Obligation> OfTest(string test) => Monitoring.Obligations.Where(o => o.Test == test);

    private IEnumerable<ValueInterval> IntervalsOf(string test) => Sop.Intervals.Where(i => i.Test == test);

    private string Reason(ValueInterval interval) => $"By {titleOf(interval.Value)}: divided by {interval.Divisor}, in {(interval.In == DurationUnit.Weeks ? "weeks" : "months")}";

    private Cohort ByLimit(string part) => Cohort(
        part, "a result is outside its limits", Sop.From, [.. Monitoring.Limits.Select(l => Criterion(l.Title, new InCohortTest(Sop.Name, $"{part}.{l.Name}"), l.Cites))]);

    private Cohort Outside(string part, string name)
    {
        var limit = Monitoring.Limits.First(l => l.Name == name);
        var asRecorded = !hasUnit(limit.Set);
        var bands = limit.Bands.Where(b => b.Colour != Colour.Green).OrderByDescending(b => b.Colour)
            .Select(b => Criterion($"{b.Colour}: {BandText.Of(b, limit.Unit)}", WithGuard(Within(limit, b, asRecorded)), [.. b.Cites, .. limit.Cites]));
        var changes = limit.Changes.Where(c => c.Colour != Colour.Green).OrderByDescending(c => c.Colour)
            .Select(c => Criterion($"{c.Colour}: {BandText.Of(c)}", WithGuard(c.Change), [.. c.Cites, .. limit.Cites]));
        return Cohort(part, $"{limit.Title} outside its limits", Population, [.. bands, .. changes]);
    }

    /// <summary>The latest result of a limit lies in one of its bands.</summary>
    public Condition InBand(Limit limit, Band band) => Within(limit, band, !hasUnit(limit.Set));

    private static ValueTest Within(Limit limit, Band band, bool asRecorded)
    {
        Quantity Value(decimal value) => new(value, asRecorded ? Units.Unit.None : limit.Unit, asRecorded);
        ValueRange range = (band.Low, band.High) switch
        {
            ({ } low, { } high) => new ValueInBand(Value(low), band.HoldsLow, Value(high), band.HoldsHigh),
            (null, { } high) => new ValueCompared(band.HoldsHigh ? Comparison.AtMost : Comparison.LessThan, Value(high)),
            ({ } low, null) => new ValueCompared(band.HoldsLow ? Comparison.AtLeast : Comparison.MoreThan, Value(low)),
            _ => throw new System.Diagnostics.UnreachableException("A band has an end."),
        };
        return new ValueTest(Pick.Latest, limit.Set, range, []);
    }

    /// <summary>There is a record of the set, and on the day of the latest none that is a usable result.</summary>
    private AllOf IsUnusable(string set)
    {
        StatusTest Latest(Comparison comparison, decimal value) => new(
            Pick.Latest, [set], Happened.Recorded, [], null, [new ValueFilter(new ValueCompared(comparison, new Quantity(value, Units.Unit.None, true)))]);
        return new AllOf(
        [
            new HappenedTest([set], Happened.Recorded, [new WindowFilter(new Ever())], null),
            new Not(new AnyOf([Latest(Comparison.AtLeast, -Anything), Latest(Comparison.AtMost, Anything)])),
        ]);
    }

    private Cohort Baseline(string part)
    {
        var baseline = Sop.Baseline ?? throw new System.Diagnostics.UnreachableException("Only a procedure with a baseline has this part.");
        Window began = Monitoring.LastBegins is { } last ? new InLast(last) : new Ever();
        return Cohort(part, "a baseline test is missing", Takers, [.. baseline.Tests.Select(test => Criterion(
            titleOf(test), new NoBaselineTest(Monitoring.Drug, Monitoring.Gap, began, test, baseline.Within), baseline.Cites))]);
    }

    private Cohort Cohort(string part, string title, Population from, ImmutableArray<Criterion> criteria) => new(
        $"{Sop.Name}.{part}",
        $"{Sop.Title}: {title}",
        null,
        from,
        new Inclusion(Quantifier.Any, 0, Distinct(criteria)),
        [],
        null,
        [new Guide("What is approximated", Approximations.Of(Monitoring))],
        Sop.Cites);

    /// <summary>Criteria of one label are one criterion: any of them.</summary>
    private static ImmutableArray<Criterion> Distinct(ImmutableArray<Criterion> criteria) =>
        [.. criteria.GroupBy(c => c.Label, StringComparer.Ordinal).Select(g => g.Count() == 1 ? g.First() : g.First() with { Condition = new AnyOf([.. g.Select(c => c.Condition)]) })];

    private static Criterion Criterion(string label, Condition condition, ImmutableArray<Citation> cites) => new(label, condition, [.. cites.Distinct()], default, default);
}
