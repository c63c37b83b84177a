using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Evaluation;

/// <summary>One line of a why or why-not: how deep it stands, whether it holds, and in a sentence what was seen.</summary>
public sealed record Reason(int Depth, bool Holds, string Text)
{
    public override string ToString() => $"{new string(' ', Depth * 2)}{(Holds ? "holds" : "fails")}: {Text}";
}

/// <summary>Says why a condition holds of a patient or not: each test with the records that it saw.</summary>
public sealed class Explainer(ProjectModel project, DateOnly reference)
{
    private const int MostRecords = 4;

    private readonly Evaluator evaluator = new(project, reference);

    public IEnumerable<Reason> Why(Condition condition, PatientRecord patient, int depth = 0)
    {
        var holds = evaluator.Holds(condition, patient);
        var inner = condition.Children();
        if (inner.IsEmpty) return [new Reason(depth, holds, $"{ConditionText.Of(condition)} ({Seen(condition, patient)})")];
        var word = condition switch { AllOf => "all of these", AnyOf => "any of these", _ => "not this" };
        return inner.SelectMany(c => Why(c, patient, depth + 1)).Prepend(new Reason(depth, holds, word));
    }

    private string Seen(Condition test, PatientRecord patient) => test switch
    {
        AgeTest age => Age(age.Range, patient.Born, reference),
        BornTest => $"born {Numbers.Shown(patient.Born)}",
        SexTest => $"sex is {patient.Sex.ToString().ToLowerInvariant()}",
        RegisteredForTest => patient.RegistrationOn(reference) is { } r ? $"registered since {Numbers.Shown(r.Since)}" : "not registered",
        RegisteredAtAgeTest registered => patient.RegistrationOn(reference) is { } r ? Age(registered.Range, patient.Born, r.Since) : "not registered",
        InCohortTest cohort => project.Cohort(cohort.FullName) is { } named ? InCohort(evaluator.Outcome(named, patient)) : "no such cohort",
        OnRepeatTest or NotOnRepeatTest => OnRepeat(test, patient),
        CountTest { Window: null } => OnRepeat(test, patient),
        CountTest count => Counted(count, patient),
        _ => RecordsSeen(test, patient),
    };

    private static string Age(AgeRange range, DateOnly born, DateOnly day)
    {
        var unit = range switch { AgeAtLeast least => least.Duration.Unit, AgeUnder under => under.Duration.Unit, AgeBetween between => between.Unit, _ => DurationUnit.Years };
        return $"born {Numbers.Shown(born)}: {new Duration(Clock.Full(unit, born, day), unit)} on {Numbers.Shown(day)}";
    }

    private static string InCohort(CohortOutcome outcome)
    {
        if (!outcome.IsInPopulation) return "not in the patients that it starts from";
        var holding = outcome.Include.Concat(outcome.Exclude).Where(c => c.Holds).Select(c => $"\"{c.Criterion.Label}\"").ToList();
        return holding.Count == 0 ? "none of its criteria holds" : $"of its criteria these hold: {string.Join(", ", holding)}";
    }

    private string OnRepeat(Condition test, PatientRecord patient)
    {
        var sets = test switch { OnRepeatTest on => on.Sets, NotOnRepeatTest off => [off.Set], CountTest { Set: { } set } => [set], _ => [] };
        var items = patient.Repeats.Where(r => sets.IsEmpty || sets.Any(s => project.CodeSet(s)?.ContainsInExample(r.Code) == true)).ToList();
        return Listed(items.Count, "repeat item", items.Select(r => $"{Term(sets, r.Code)} since {Numbers.Shown(r.Since)}{(r.Until is { } until ? $" until {Numbers.Shown(until)}" : "")}"));
    }

    private string Counted(CountTest test, PatientRecord patient)
    {
        var issues = patient.Issues.Where(i => i.Date <= reference && Clock.Contains(test.Window ?? new Ever(), i.Date.Value, reference)).Select(i => i.Code).Distinct()
            .Where(c => test.Set is null || project.CodeSet(test.Set)?.ContainsInExample(c) == true)
            .Where(c => !test.Except.Any(s => project.CodeSet(s)?.ContainsInExample(c) == true)).Count();
        return string.Create(CultureInfo.InvariantCulture, $"{issues} counted, each dm+d identifier as one");
    }

    /// <summary>The records of the test's code sets, and of each whether its filters let it count.</summary>
    private string RecordsSeen(Condition test, PatientRecord patient)
    {
        var records = new Records(project, patient, reference, null);
        var used = test.SetsUsed().Distinct().ToList();
        var counted = Own(test).SelectMany(o => records.Of(o.Sets, o.How, test is StatusTest status ? status.Choose : test.Filters())).ToHashSet();
        var seen = used.SelectMany(u => records.Of([u.Set], u.How, []).Select(r => (Record: r, u.Set))).DistinctBy(s => s.Record).OrderByDescending(s => s.Record.Date).ToList();
        var later = patient.Events.Count(e => e.Date > reference) + patient.Issues.Count(i => i.Date > reference);
        var shown = Listed(seen.Count, "record", seen.Select(s => Shown(s.Record, s.Set, used.Select(u => u.Set).ToList(), counted.Contains(s.Record), records)));
        return later > 0 ? string.Create(CultureInfo.InvariantCulture, $"{shown}; {later} dated after {Numbers.Shown(reference)} do not exist") : shown;
    }

    private static IEnumerable<(ImmutableArray<string> Sets, Happened How)> Own(Condition test) => test switch
    {
        HappenedTest happened => [(happened.Sets, happened.How)],
        NoSuchTest none => [([none.Set], none.How)],
        IssuedTogetherTest pair => [([.. pair.First, .. pair.Second], Happened.Issued)],
        ValueTest value => [([value.Set], Happened.Recorded)],
        ChangeTest change => [([change.Set], Happened.Recorded)],
        StatusTest status => [(status.Sets, status.How)],
        _ => [],
    };

    private string Shown(PatientEvent record, string set, IReadOnlyList<string> sets, bool counts, Records records)
    {
        var text = $"{Numbers.Shown(record.Date)} {Term(sets, record.Code)} {(record.How == Happened.Issued ? "issued" : "recorded")}";
        if (record.Episode != Episode.Unmarked) text += $" as {record.Episode.ToString().ToLowerInvariant()}";
        if (record.Value is { } value)
        {
            text += $" value {Value(value)}";
            if (records.Usable(record, set) is null) text += ", unusable";
        }
        return counts ? text : text + ", not chosen";
    }

    private static string Value(ResultValue value) => value.Number is not { } number ? "no number"
        : $"{(value.Comparator is { } comparator ? ConditionText.Of(comparator) : "")}{Numbers.Shown(number)}{(value.Unit is null ? "" : " " + value.Unit)}";

    private string Term(IEnumerable<string> sets, long code)
    {
        foreach (var set in sets)
            if (project.CodeSet(set) is { } resolved && resolved.ContainsInExample(code))
                return code < 0 ? $"a member of {set}" : resolved.TermOf(code) is { } term ? $"|{term}|" : code.ToString(CultureInfo.InvariantCulture);
        return code < 0 ? "another medicine" : code.ToString(CultureInfo.InvariantCulture);
    }

    private static string Listed(int count, string noun, IEnumerable<string> items)
    {
        if (count == 0) return $"no {noun}";
        var more = count > MostRecords ? string.Create(CultureInfo.InvariantCulture, $" and {count - MostRecords} more") : "";
        return string.Join("; ", items.Take(MostRecords)) + more;
    }
}
