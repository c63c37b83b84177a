using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>Whether one criterion holds of a patient.</summary>
public sealed record CriterionOutcome(Criterion Criterion, bool Holds);

/// <summary>Whether a patient is in a cohort, and which criteria hold.</summary>
public sealed record CohortOutcome(bool IsIn, bool IsInPopulation, ImmutableArray<CriterionOutcome> Include, ImmutableArray<CriterionOutcome> Exclude);

/// <summary>
/// The reference meaning of the language (§4.2): whether a patient is in a cohort on a reference date. It is written to be obviously right,
/// not to be quick; every other form of a cohort is tested against it.
/// </summary>
public sealed class Evaluator(ProjectModel project, DateOnly reference)
{
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);
    private PatientRecord? last;
    private Records? lastRecords;

    public DateOnly Reference => reference;

    /// <summary>Cohorts share cohorts, so that what is known of the patient at hand is kept.</summary>
    public bool IsIn(string cohort, PatientRecord patient)
    {
        LookAt(patient);
        if (!known.TryGetValue(cohort, out var isIn)) isIn = known[cohort] = project.Cohort(cohort) is { } named && Outcome(named, patient).IsIn;
        return isIn;
    }

    public bool IsIn(Population population, PatientRecord patient) => population switch
    {
        Registered => patient.IsRegistered(reference),
        Everyone => true,
        OfCohort of => IsIn(of.FullName, patient),
        _ => throw new System.Diagnostics.UnreachableException($"No patients for {population}"),
    };

    public CohortOutcome Outcome(Cohort cohort, PatientRecord patient)
    {
        ImmutableArray<CriterionOutcome> include = [.. (cohort.Include?.Criteria ?? []).Select(c => new CriterionOutcome(c, Holds(c.Condition, patient)))];
        ImmutableArray<CriterionOutcome> exclude = [.. cohort.Exclude.Select(c => new CriterionOutcome(c, Holds(c.Condition, patient)))];
        var population = IsIn(cohort.From, patient);
        var included = cohort.Include is null || include.Count(c => c.Holds) >= cohort.Include.Needed;
        return new CohortOutcome(population && included && !exclude.Any(c => c.Holds), population, include, exclude);
    }

    private void LookAt(PatientRecord patient)
    {
        if (ReferenceEquals(last, patient)) return;
        known.Clear();
        (last, lastRecords) = (patient, null);
    }

    private Records RecordsOf(PatientRecord patient, DateOnly? it)
    {
        if (it is not null) return new Records(project, patient, reference, it);
        LookAt(patient);
        return lastRecords ??= new Records(project, patient, reference, null);
    }

    /// <summary>Whether a condition holds of a patient; "it" is the day of the record that a measure over records is at.</summary>
    public bool Holds(Condition condition, PatientRecord patient, DateOnly? it = null)
    {
        var records = RecordsOf(patient, it);
        return condition switch
        {
            AllOf all => all.Operands.All(o => Holds(o, patient, it)),
            AnyOf any => any.Operands.Any(o => Holds(o, patient, it)),
            Not not => !Holds(not.Operand, patient, it),
            Unreadable => false,
            AgeTest age => Clock.Contains(age.Range, patient.Born, reference),
            BornTest born => (born.From is null || patient.Born >= born.From) && (born.To is null || patient.Born <= born.To),
            SexTest sex => patient.Sex == sex.Sex,
            RegisteredForTest test => patient.RegistrationOn(reference) is { } registration && Clock.Contains(test.Range, registration.Since, reference),
            RegisteredAtAgeTest test => patient.RegistrationOn(reference) is { } registration && Clock.Contains(test.Range, patient.Born, registration.Since),
            InCohortTest test => IsIn(test.FullName, patient),
            HappenedTest test => Happened(test, records),
            NoSuchTest test => AnchorExists(test.Filters, records) && !records.Of([test.Set], test.How, test.Filters).Any(),
            OnRepeatTest test => patient.Repeats.Any(r => IsOnRepeat(r) && test.Sets.Any(s => records.IsIn(s, r.Code))),
            NotOnRepeatTest test => !patient.Repeats.Any(r => IsOnRepeat(r) && records.IsIn(test.Set, r.Code)),
            IssuedTogetherTest test => IssuedTogether(test, records),
            ValueTest test => Value(test, records),
            ChangeTest test => Change(test, records),
            StatusTest test => Status(test, records),
            CountTest test => Count(test, patient, records),
            CourseBeganTest test => Courses(test.Drug, test.Gap, records).Any(day => Clock.Contains(test.Window, day, reference)),
            NoBaselineTest test => NoBaseline(test, records),
            _ => throw new System.Diagnostics.UnreachableException($"No meaning for {condition}"),
        };
    }

    /// <summary>Different days; with "apart", each at least so long after the one counted before.</summary>
    private static bool Happened(HappenedTest test, Records records)
    {
        var days = records.Of(test.Sets, test.How, test.Filters).Select(r => r.Date).Distinct().ToList();
        if (test.Times is not { } times) return days.Count > 0;
        var counted = 0;
        DateOnly? last = null;
        foreach (var day in days)
        {
            if (last is { } before && times.Apart is { } apart && day < apart.After(before)) continue;
            counted++;
            last = day;
        }
        return counted >= times.Count;
    }

    private static bool AnchorExists(ImmutableArray<Filter> filters, Records records) => filters.AnchorOf() is not { } anchor || records.Days(anchor).Count > 0;

    /// <summary>An issue of each, two records, the later at most so long after the earlier.</summary>
    private static bool IssuedTogether(IssuedTogetherTest test, Records records)
    {
        var second = records.Of(test.Second, Model.Conditions.Happened.Issued, test.Filters).ToList();
        return records.Of(test.First, Model.Conditions.Happened.Issued, test.Filters).Any(a => second.Any(b =>
            !ReferenceEquals(a, b) && (a.Date <= b.Date ? b.Date <= test.Within.After(a.Date) : a.Date <= test.Within.After(b.Date))));
    }

    /// <summary>The day is chosen among records that carry a result, usable or not; true when any record of that day satisfies the range.</summary>
    private static bool Value(ValueTest test, Records records)
    {
        var carrying = records.Of([test.Set], Model.Conditions.Happened.Recorded, test.Filters).Where(r => r.Value is not null).ToList();
        return OfDay(carrying, test.Pick).Any(r => records.Usable(r, test.Set) is { } result && Results.Satisfies(result, test.Range));
    }

    private static bool Change(ChangeTest test, Records records)
    {
        var carrying = records.Of([test.Set], Model.Conditions.Happened.Recorded, [new WindowFilter(test.Window)]).Where(r => r.Value is not null).ToList();
        var latest = OfDay(carrying, Pick.Latest).ToList();
        if (latest.Count == 0) return false;
        var earlier = carrying.Where(r => r.Date < latest[0].Date).Select(r => records.Usable(r, test.Set)).OfType<UsableResult>().ToList();
        return latest.Select(r => records.Usable(r, test.Set)).OfType<UsableResult>().Any(to => earlier.Any(from => Results.Changed(to, from, test)));
    }

    private static bool Status(StatusTest test, Records records)
    {
        var day = OfDay(records.Of(test.Sets, test.How, test.Choose).ToList(), test.Pick).ToList();
        if (day.Count == 0) return false;
        var kept = records.Of(test.Kept is null ? test.Sets : [test.Kept], test.How, [.. test.Choose, .. test.Keep]).ToList();
        return kept.Any(k => k.Date == day[0].Date);
    }

    private bool Count(CountTest test, PatientRecord patient, Records records)
    {
        var codes = test.Window is { } window
            ? patient.Issues.Where(i => i.Date <= reference && Clock.Contains(window, i.Date.Value, reference)).Select(i => i.Code)
            : patient.Repeats.Where(IsOnRepeat).Select(r => r.Code);
        var count = codes.Where(c => (test.Set is null || records.IsIn(test.Set, c)) && !test.Except.Any(s => records.IsIn(s, c))).Distinct().Count();
        return test.Comparison switch
        {
            Comparison.AtLeast => count >= test.Limit,
            Comparison.MoreThan => count > test.Limit,
            Comparison.AtMost => count <= test.Limit,
            Comparison.LessThan => count < test.Limit,
            _ => count == test.Limit,
        };
    }

    /// <summary>The days on which a course began: an issue, and none in the gap before it.</summary>
    private static IEnumerable<DateOnly> Courses(string drug, Duration gap, Records records)
    {
        DateOnly? last = null;
        foreach (var day in records.Of([drug], Model.Conditions.Happened.Issued, []).Select(r => r.Date).Distinct())
        {
            if (last is null || last < gap.Before(day)) yield return day;
            last = day;
        }
    }

    /// <summary>Looks at the latest course alone.</summary>
    private bool NoBaseline(NoBaselineTest test, Records records) =>
        Courses(test.Drug, test.Gap, records).ToList() is [.., var start] && Clock.Contains(test.Window, start, reference)
        && !records.Of([test.Test], Model.Conditions.Happened.Recorded, []).Any(r => r.Date >= test.Within.Before(start) && r.Date <= start);

    private bool IsOnRepeat(RepeatItem item) => item.Since <= reference && !(item.Until <= reference);

    private static IEnumerable<PatientEvent> OfDay(List<PatientEvent> records, Pick pick) =>
        records.Count == 0 ? [] : records.Where(r => r.Date == (pick == Pick.Latest ? records[^1] : records[0]).Date);
}
