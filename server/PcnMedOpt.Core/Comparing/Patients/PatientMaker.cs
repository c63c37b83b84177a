using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Comparing.Patients;

/// <summary>Makes patients of what cohorts ask about: records of their code sets, on the days and with the values where an answer turns.</summary>
internal sealed class PatientMaker
{
    private readonly Clues clues;
    private readonly CodePools pools;
    private readonly DateOnly reference;
    private readonly Func<string, Unit?> unitOf;
    private readonly ImmutableArray<DateOnly> days;

    public PatientMaker(Clues clues, CodePools pools, DateOnly reference, Func<string, Unit?> unitOf)
    {
        (this.clues, this.pools, this.reference, this.unitOf) = (clues, pools, reference, unitOf);
        days =
        [
            .. clues.Times.SelectMany(t => Around(t.Before(reference))),
            .. clues.Days.SelectMany(Around),
            reference, reference.AddDays(-1), reference.AddDays(1), reference.AddDays(-45), reference.AddMonths(-8), reference.AddYears(-2), reference.AddYears(-6),
        ];
    }

    public PatientRecord Patient(Draws draws)
    {
        var events = ImmutableArray.CreateBuilder<ClinicalEvent>();
        var issues = ImmutableArray.CreateBuilder<MedicineIssue>();
        var repeats = ImmutableArray.CreateBuilder<RepeatItem>();
        var given = new List<DateOnly>();
        foreach (var (set, how) in clues.Recorded)
            for (var count = draws.Below(4); count > 0; count--)
            {
                if (pools.Draw(set, draws) is not { } code) continue;
                var day = Day(draws, given);
                given.Add(day);
                if (how == Happened.Issued || (how == Happened.Either && draws.OneIn(2))) issues.Add(new MedicineIssue(code, day, Episode(draws)));
                else events.Add(new ClinicalEvent(code, day, Value(set, draws), Episode(draws)));
            }
        foreach (var set in clues.OnRepeat)
            if (draws.OneIn(2) && pools.Draw(set, draws) is { } code) repeats.Add(new RepeatItem(code, Day(draws, given), draws.OneIn(3) ? Day(draws, given) : null));
        for (var count = clues.Medicines == 0 ? 0 : draws.Below(clues.Medicines + 1); count > 0; count--) Other(count, draws, issues, repeats);
        return new PatientRecord(Born(draws), draws.OneIn(40) ? Day(draws, given) : null, draws.Of(Sexes), Registrations(draws), events.DrainToImmutable(), issues.DrainToImmutable(), repeats.DrainToImmutable());
    }

    private static readonly Sex[] Sexes = [Sex.Female, Sex.Male, Sex.Female, Sex.Male, Sex.Unknown, Sex.Indeterminate];

    /// <summary>A medicine in no code set: a number that no identifier has.</summary>
    private void Other(int number, Draws draws, ImmutableArray<MedicineIssue>.Builder issues, ImmutableArray<RepeatItem>.Builder repeats)
    {
        issues.Add(new MedicineIssue(number, draws.OneIn(4) ? draws.Of(days) : reference.AddDays(-draws.Below(60))));
        if (draws.OneIn(2)) repeats.Add(new RepeatItem(number, reference.AddDays(-draws.Below(400)), null));
    }

    private ImmutableArray<Registration> Registrations(Draws draws) => draws.Below(12) switch
    {
        0 => [],
        1 => [new Registration(reference.AddYears(-5), draws.Of(days))],
        2 or 3 => [new Registration(draws.Of(days), null)],
        _ => [new Registration(reference.AddYears(-8), null)],
    };

    private DateOnly Born(Draws draws)
    {
        var edges = clues.Ages.Select(a => a.Before(reference)).Concat(clues.Births).ToList();
        return edges.Count > 0 && draws.OneIn(2) ? draws.Of(edges).AddDays(draws.Below(3) - 1) : reference.AddDays(-draws.Below(95 * 365));
    }

    /// <summary>At the edge of a window, or so long before or after another record.</summary>
    private DateOnly Day(Draws draws, List<DateOnly> given)
    {
        if (given.Count == 0 || !draws.OneIn(3)) return draws.Of(days);
        var from = draws.Of(given);
        if (clues.Times.Count == 0 || draws.OneIn(3)) return from.AddDays(draws.Below(3) - 1);
        var time = draws.Of(clues.Times);
        return draws.OneIn(2) ? time.Before(from).AddDays(draws.Below(3) - 1) : time.After(from).AddDays(draws.Below(3) - 1);
    }

    /// <summary>At, just below or just above a value that is asked about; sometimes a bound, another number, or nothing that is one.</summary>
    private ResultValue? Value(string set, Draws draws)
    {
        var unit = unitOf(set);
        var near = clues.Values.Where(v => unit is null ? v.Unit.IsNone : v.Unit.ConvertsTo(unit)).ToList();
        if (near.Count == 0) return unit is null || draws.OneIn(2) ? null : new ResultValue(null, draws.Below(200), null);
        if (draws.OneIn(10)) return draws.OneIn(2) ? null : new ResultValue(null, null, null);
        var value = draws.Of(near);
        var step = value.Value == 0 ? 1 : Math.Abs(value.Value) / 100;
        var comparator = draws.Below(12) switch { 0 => Comparison.LessThan, 1 => Comparison.MoreThan, _ => (Comparison?)null };
        return new ResultValue(comparator, value.Value + (step * draws.Of(Steps)), value.Unit.IsNone ? null : value.Unit.Text);
    }

    private static readonly int[] Steps = [0, 0, 1, -1, 30, -30, 60];

    private static Episode Episode(Draws draws) => draws.OneIn(3) ? draws.Of(Enum.GetValues<Episode>()) : Model.Conditions.Episode.Unmarked;

    private static IEnumerable<DateOnly> Around(DateOnly day) => day.DayNumber < 2 ? [day] : [day.AddDays(-1), day, day.AddDays(1)];
}
