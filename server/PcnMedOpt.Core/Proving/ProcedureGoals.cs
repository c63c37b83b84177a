using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Core.Proving;

/// <summary>A phase or band of a procedure, as the cohort of the patients who are in it.</summary>
/// <param name="Goal">What is to be reached.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Who">The patients who are in it on a reference date.</param>
/// <param name="Shown">The cohort of the procedure about which an example of such a patient says something.</param>
internal sealed record ProcedureGoal(Goal Goal, string Text, Func<DateOnly, Cohort> Who, string Shown);

/// <summary>What the examples of a procedure are to reach beside its criteria: each phase, and each band and change of its limits.</summary>
internal static class ProcedureGoals
{
    public static IEnumerable<ProcedureGoal> Of(DerivedCohorts cohorts) => Phases(cohorts).Concat(Bands(cohorts));

    /// <summary>An expectation about any cohort of the procedure shows a phase; one about the limits, or the limit, shows a band.</summary>
    public static bool IsShownBy(ProcedureGoal goal, string cohort) => goal.Goal switch
    {
        ReachesPhase phase => cohort.StartsWith(phase.Procedure + ".", StringComparison.Ordinal),
        _ => cohort == goal.Shown || cohort == goal.Shown[..goal.Shown.LastIndexOf('.')],
    };

    private static IEnumerable<ProcedureGoal> Phases(DerivedCohorts cohorts)
    {
        var monitoring = cohorts.Monitoring;
        var sop = monitoring.Sop;
        return
            from placed in monitoring.Phases.Select((p, i) => (Phase: p, Index: i))
            where !placed.Phase.IsEmpty
            from day in Days(placed.Phase)
            select new ProcedureGoal(
                new ReachesPhase(sop.Name, placed.Index, day),
                placed.Phase.Phase.Title + (day == PhaseDay.Any ? "" : day == PhaseDay.First ? ", first day" : ", last day"),
                reference => Who(new OfCohort(sop.Name, DerivedCohorts.Taking), [.. placed.Phase.Began(monitoring.Drug, monitoring.Gap), .. Began(monitoring, placed.Phase, day, reference)]),
                $"{sop.Name}.{(cohorts.Parts.Contains(DerivedCohorts.Due) ? DerivedCohorts.Due : DerivedCohorts.Taking)}");
    }

    private static IEnumerable<PhaseDay> Days(PlacedPhase phase) => phase.To is null ? [PhaseDay.Any, PhaseDay.First] : [PhaseDay.Any, PhaseDay.First, PhaseDay.Last];

    /// <summary>Somebody on the first day of a phase began as long ago as it begins after start; on the last day, as long ago as the next begins, less a day.</summary>
    private static IEnumerable<Condition> Began(Monitoring monitoring, PlacedPhase phase, PhaseDay day, DateOnly reference)
    {
        if (day == PhaseDay.Any) return [];
        var began = day == PhaseDay.First ? phase.From?.Before(reference) ?? reference : phase.To?.Before(reference).AddDays(1) ?? reference;
        return [new CourseBeganTest(monitoring.Drug, monitoring.Gap, new BetweenDates(began, began))];
    }

    private static IEnumerable<ProcedureGoal> Bands(DerivedCohorts cohorts)
    {
        var sop = cohorts.Monitoring.Sop;
        return
            from limit in cohorts.Monitoring.Limits
            from band in limit.Bands.Select((b, i) => (Text: $"{limit.Title}, {b.Colour.ToString().ToLowerInvariant()}: {BandText.Of(b, limit.Unit)}", Test: cohorts.InBand(limit, b), Index: i))
                .Concat(limit.Changes.Select((c, i) => (Text: $"{limit.Title}, {c.Colour.ToString().ToLowerInvariant()}: {BandText.Of(c)}", Test: (Condition)c.Change, Index: limit.Bands.Length + i)))
            select new ProcedureGoal(
                new ReachesBand(sop.Name, limit.Name, band.Index),
                band.Text,
                _ => Who(new OfCohort(sop.Name, DerivedCohorts.Taking), [band.Test]),
                $"{sop.Name}.{DerivedCohorts.OutsideLimits}.{limit.Name}");
    }

    private static Cohort Who(Population from, IEnumerable<Condition> tests)
    {
        var criteria = tests.Select((t, i) => new Criterion(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{i}"), t, [], default, default)).ToImmutableArray();
        return new Cohort("", "", null, from, criteria.IsEmpty ? null : new Inclusion(Quantifier.All, 0, criteria), [], null, [], []);
    }
}
