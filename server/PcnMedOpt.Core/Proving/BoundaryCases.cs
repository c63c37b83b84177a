using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Proving;

/// <summary>The changes of a patient that stand in a table of boundaries, for one test.</summary>
internal sealed class BoundaryCases(SearchSpace space)
{
    private static readonly (int Move, string Word)[] Around = [(-1, "the day before"), (0, "on"), (1, "the day after")];

    /// <summary>Units that laboratories report in, in which a result may come instead.</summary>
    private static readonly string[] OtherUnits = ["mmol/L", "umol/L", "nmol/L", "g/L", "mg/L", "g/dL", "mg/dL", "ug/L", "10*9/L", "10*6/L", "10*12/L", "U/L", "m[iU]/L", "u[iU]/mL", "mL/s", "kg", "g", "fL", "%"];

    private readonly RecordMaker make = new(space);
    private readonly Matching matching = new(space.Project);

    public IEnumerable<(string What, ExamplePatient Patient)> Of(Condition test, ExamplePatient patient) => test switch
    {
        AgeTest age => Ages(age.Range, space.Reference).Select(d => (d.What, patient with { Born = d.Day })),
        BornTest born => new[] { born.From, born.To }.OfType<DateOnly>().Distinct().SelectMany(d => Around.Select(a => ($"born {a.Word} {Numbers.Shown(d)}", patient with { Born = d.AddDays(a.Move) }))),
        SexTest => Enum.GetValues<Sex>().Select(s => ($"sex {s.ToString().ToLowerInvariant()}", patient with { Sex = s })),
        RegisteredForTest registered => Ages(registered.Range, space.Reference).Select(d => ($"registered: {d.What}", patient with { Registrations = [(d.Day, null)] })),
        RegisteredAtAgeTest registered => AtAges(registered.Range, patient.Born ?? space.Reference).Select(d => ($"registered {d.What}", patient with { Registrations = [(d.Day, null)] })),
        OnRepeatTest repeat => Repeats(repeat.Sets[0], patient),
        NotOnRepeatTest repeat => Repeats(repeat.Set, patient),
        CountTest count => Counts(count, patient),
        CourseBeganTest began => Starts(began.Drug, began.Gap, began.Window, patient),
        NoBaselineTest baseline => [.. Starts(baseline.Drug, baseline.Gap, baseline.Window, patient), .. BeforeStart(baseline, patient)],
        IssuedTogetherTest pair => [.. Recorded(pair.First[0], Happened.Issued, pair.Filters, patient), .. Apart(pair, patient)],
        _ => OfRecords(test, patient),
    };

    private IEnumerable<(string What, ExamplePatient Patient)> OfRecords(Condition test, ExamplePatient patient)
    {
        var (set, how) = test switch
        {
            HappenedTest happened => (happened.Sets[0], happened.How),
            NoSuchTest none => (none.Set, none.How),
            ValueTest value => (value.Set, Happened.Recorded),
            ChangeTest change => (change.Set, Happened.Recorded),
            StatusTest status => (status.Kept ?? status.Sets[0], status.How),
            _ => ("", Happened.Either),
        };
        if (set.Length == 0) yield break;
        foreach (var row in Recorded(set, how, test.Filters(), patient)) yield return row;
        if (test is ValueTest asked)
            foreach (var row in ValueCases.Of(space, matching, asked.Set, asked.Range, WithRecord(asked.Set, how, asked.Filters, patient), OtherUnits)) yield return row;
        foreach (var filter in test.Filters().OfType<ValueFilter>())
            foreach (var row in ValueCases.Of(space, matching, set, filter.Range, WithRecord(set, how, test.Filters(), patient), OtherUnits)) yield return row;
        if (test is ChangeTest moved)
            foreach (var row in ValueCases.Changes(space, matching, moved, patient)) yield return row;
        if (test is StatusTest pair)
            foreach (var other in pair.Sets.Where(s => s != set))
                foreach (var (move, word) in Around)
                    if (matching.Latest(patient, [set], how) is { } last)
                        yield return ($"{other} {(move == 0 ? "on the same day" : word)}", patient with { Records = patient.Records.Add(make.Event(other, how, ExampleText.DayOf(last).AddDays(move), null, Episode.Unmarked)) });
        if (test is HappenedTest { Times: { } times } often) foreach (var row in Often(often, times, patient)) yield return row;
    }

    /// <summary>The record of a set on and about each day of its windows, missing, twice, later than the reference date, and with a code that the set does not have.</summary>
    private IEnumerable<(string What, ExamplePatient Patient)> Recorded(string set, Happened how, ImmutableArray<Filter> filters, ExamplePatient patient)
    {
        var with = WithRecord(set, how, filters, patient);
        if (matching.Latest(with, [set], how) is not { } record) yield break;
        ExamplePatient Instead(ExampleRecord other) => with with { Records = with.Records.Replace(record, other) };
        foreach (var (name, day) in filters.OfType<WindowFilter>().SelectMany(f => Ends(f.Window, with)).Distinct())
            foreach (var (move, word) in Around) yield return ($"{set} {word} {name} ({Numbers.Shown(day.AddDays(move))})", Instead(RecordMaker.On(record, day.AddDays(move))));
        foreach (var (what, day) in filters.OfType<AtAgeFilter>().SelectMany(f => AtAges(f.Range, patient.Born ?? space.Reference)))
            yield return ($"{set} {what}", Instead(RecordMaker.On(record, day)));
        yield return ($"{set} on the reference date", Instead(RecordMaker.On(record, space.Reference)));
        yield return ($"{set} dated the day after the reference date", Instead(RecordMaker.On(record, space.Reference.AddDays(1))));
        yield return ($"{set} missing", with with { Records = [.. with.Records.Where(r => !matching.IsOf(r, [set], how))] });
        yield return ($"{set} twice on the same day", with with { Records = with.Records.Add(record) });
        if (record is SetEvent written && matching.OtherCode(set, space) is { } other)
            yield return ($"a code that {set} does not have; whether it is inactive is not known", Instead(new CodeEvent(other.Code, other.Term, written.How, written.Date, written.Value, written.Episode, default)));
        foreach (var episodes in filters.OfType<EpisodeFilter>())
            foreach (var episode in Enum.GetValues<Episode>())
                if (record is SetEvent marked) yield return ($"{set} {(episode == Episode.Unmarked ? "without an episode" : "as " + episode.ToString().ToLowerInvariant())}", Instead(marked with { Episode = episode }));
    }

    private ExamplePatient WithRecord(string set, Happened how, ImmutableArray<Filter> filters, ExamplePatient patient) =>
        matching.Latest(patient, [set], how) is not null ? patient
        : make.Satisfying(set, how, filters, patient).FirstOrDefault() is { IsDefault: false } records ? patient with { Records = [.. patient.Records, .. records] } : patient;

    /// <summary>The days at which a window begins or ends, and what each is called.</summary>
    private IEnumerable<(string Name, DateOnly Day)> Ends(Window window, ExamplePatient patient) => window switch
    {
        InLast last => [Ago(last.Duration)],
        SinceAgo ago => [Ago(ago.Duration)],
        MoreThanAgo ago => [Ago(ago.Duration)],
        BetweenAgo between => [Ago(between.Near), Ago(between.Far)],
        BetweenDates between => [("the first day", between.From), ("the last day", between.To)],
        RelativeToDate relative => [("that day", relative.Date)],
        InPeriod period => Clock.Period(period, space.Reference) is var (from, to) ? [("the first day of the period", from), ("the last day of the period", to)] : [],
        RelativeToAnchor relative => AnchorDays(relative.Anchor, patient).Select(d => ("the day that it is counted from", d)),
        WithinOfAnchor within => AnchorDays(within.Anchor, patient).SelectMany(d => new[]
        {
            ("the day that it is counted from", d), ($"{within.Duration} after it", within.Duration.After(d)), ($"{within.Duration} before it", within.Duration.Before(d)),
        }),
        _ => [],
    };

    private IEnumerable<DateOnly> AnchorDays(Anchor anchor, ExamplePatient patient) =>
        ExamplePatients.Record(space.Project, patient).Patient is { } record ? new Records(space.Project, record, space.Reference, null).Days(anchor).Take(1) : [];

    private (string Name, DateOnly Day) Ago(Duration duration) => ($"{duration} ago", duration.Before(space.Reference));

    private static IEnumerable<(string What, DateOnly Day)> Ages(AgeRange range, DateOnly day) =>
        range.Ends().SelectMany(d => Around.Select(a => ($"{d} {(a.Move < 0 ? "and a day" : a.Move == 0 ? "to the day" : "less a day")}", d.Before(day).AddDays(a.Move))));

    private static IEnumerable<(string What, DateOnly Day)> AtAges(AgeRange range, DateOnly born) =>
        range.Ends().SelectMany(d => Around.Select(a => ($"{a.Word} {(a.Move == 0 ? "the day of " : "")}{d} of age", d.After(born).AddDays(a.Move))));

    private IEnumerable<(string What, ExamplePatient Patient)> Repeats(string set, ExamplePatient patient)
    {
        var others = patient.Records.Where(r => r is not (SetOnRepeat or CodeOnRepeat) || !matching.Has(r, [set])).ToImmutableArray();
        ExamplePatient With(DateOnly since, DateOnly? until) => patient with { Records = others.Add(new SetOnRepeat(set, since, until, default)) };
        var (day, long_ago) = (space.Reference, space.Reference.AddYears(-1));
        yield return ($"{set} not on repeat", patient with { Records = others });
        foreach (var (move, word) in Around) yield return ($"{set} on repeat, begins {word} {(move == 0 ? "the reference date" : "the reference date")}", With(day.AddDays(move), null));
        foreach (var (move, word) in Around) yield return ($"{set} on repeat, ends {word} the reference date", With(long_ago, day.AddDays(move)));
        yield return ($"{set} issued, and not on repeat", patient with { Records = others.Add(make.Event(set, Happened.Issued, day, null, Episode.Unmarked)) });
    }

    private IEnumerable<(string What, ExamplePatient Patient)> Counts(CountTest test, ExamplePatient patient)
    {
        foreach (var (move, word) in new[] { (-1, "one fewer than"), (0, "exactly"), (1, "one more than") })
            if (test.Limit + move >= 0 && CountMoves.Of(space, test with { Comparison = Comparison.Equal, Limit = test.Limit + move }, true, patient).FirstOrDefault() is { } made)
                yield return ($"{word} {test.Limit.ToString(CultureInfo.InvariantCulture)} counted", made);
        if (patient.Records.OfType<CodeEvent>().FirstOrDefault(r => r.How == Happened.Issued) is { } twice)
            yield return ("one of them issued twice", patient with { Records = patient.Records.Add(twice) });
        if (test.Window is not { } window) yield break;
        foreach (var (name, day) in Ends(window, patient))
            foreach (var (move, word) in Around)
                yield return ($"all issued {word} {name} ({Numbers.Shown(day.AddDays(move))})", patient with
                {
                    Records = [.. patient.Records.Select(r => r is OtherMedicines m ? m with { Date = day.AddDays(move) } : r is CodeEvent { How: Happened.Issued } or SetEvent { How: Happened.Issued } ? RecordMaker.On(r, day.AddDays(move)) : r)],
                });
    }

    private IEnumerable<(string What, ExamplePatient Patient)> Starts(string drug, Duration gap, Window window, ExamplePatient patient)
    {
        var others = patient with { Records = [.. patient.Records.Where(r => !matching.IsOf(r, [drug], Happened.Issued))] };
        foreach (var (name, day) in Ends(window, patient))
            foreach (var (move, word) in Around)
                yield return ($"the course of {drug} begins {word} {name} ({Numbers.Shown(day.AddDays(move))})", others with { Records = [.. others.Records, .. make.Course(drug, gap, day.AddDays(move))] });
        yield return ($"{drug} never issued", others);
    }

    private IEnumerable<(string What, ExamplePatient Patient)> BeforeStart(NoBaselineTest test, ExamplePatient patient)
    {
        var others = patient with { Records = [.. patient.Records.Where(r => !matching.IsOf(r, [test.Test], Happened.Recorded))] };
        if (others.Records.Where(r => matching.IsOf(r, [test.Drug], Happened.Issued)).Select(ExampleText.DayOf).Cast<DateOnly?>().Min() is not { } start) yield break;
        foreach (var (name, day) in new[] { ("the start", start), ($"{test.Within} before the start", test.Within.Before(start)) })
            foreach (var (move, word) in Around)
                yield return ($"{test.Test} {word} {name} ({Numbers.Shown(day.AddDays(move))})", others with { Records = others.Records.Add(make.Event(test.Test, Happened.Recorded, day.AddDays(move), null, Episode.Unmarked)) });
    }

    private IEnumerable<(string What, ExamplePatient Patient)> Apart(IssuedTogetherTest test, ExamplePatient patient)
    {
        if (matching.Latest(patient, test.First, Happened.Issued) is not { } first || matching.Latest(patient, test.Second, Happened.Issued) is not { } second) yield break;
        foreach (var (move, word) in Around)
            yield return ($"{test.Second[0]} {word} {test.Within} before {test.First[0]}", patient with { Records = patient.Records.Replace(second, RecordMaker.On(second, test.Within.Before(ExampleText.DayOf(first)).AddDays(move))) });
    }

    private IEnumerable<(string What, ExamplePatient Patient)> Often(HappenedTest test, Times times, ExamplePatient patient)
    {
        var all = patient.Records.Where(r => matching.IsOf(r, test.Sets, test.How)).OrderBy(ExampleText.DayOf).ToList();
        if (all.Count == 0) yield break;
        yield return ($"one fewer than {times.Count.ToString(CultureInfo.InvariantCulture)} times", patient with { Records = patient.Records.Remove(all[0]) });
        if (all.Count < 2) yield break;
        yield return ("two of them on one day", patient with { Records = patient.Records.Replace(all[0], RecordMaker.On(all[0], ExampleText.DayOf(all[1]))) });
        if (times.Apart is not { } apart) yield break;
        foreach (var (move, word) in Around)
            yield return ($"the first {word} {apart} before the second", patient with { Records = patient.Records.Replace(all[0], RecordMaker.On(all[0], apart.Before(ExampleText.DayOf(all[1])).AddDays(move))) });
    }
}
