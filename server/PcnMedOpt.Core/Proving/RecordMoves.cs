using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Proving;

/// <summary>Changes of a patient's records: some are added, taken away, or moved over the end of a window.</summary>
internal sealed class RecordMoves(SearchSpace space)
{
    private readonly RecordMaker make = new(space);
    private readonly Matching matching = new(space.Project);

    /// <summary>With a record of one of the sets that satisfies the filters; also without the others of those sets.</summary>
    public IEnumerable<ExamplePatient> With(ExamplePatient patient, ImmutableArray<string> sets, Happened how, ImmutableArray<Filter> filters, Times? times)
    {
        foreach (var set in sets.Take(4))
            foreach (var records in make.Satisfying(set, how, filters, patient))
            {
                var all = times is null || times.Count < 2 ? records : [.. records, .. Repeated(records, times)];
                yield return patient with { Records = [.. patient.Records, .. all] };
                if (patient.Records.Any(r => matching.IsOf(r, sets, how))) yield return patient with { Records = [.. patient.Records.Where(r => !matching.IsOf(r, sets, how)), .. all] };
            }
    }

    /// <summary>Without the records of the sets, or with them outside a window of the filters.</summary>
    public IEnumerable<ExamplePatient> Without(ExamplePatient patient, ImmutableArray<string> sets, Happened how, ImmutableArray<Filter> filters)
    {
        yield return NoRecords(patient, sets, how);
        foreach (var day in filters.OfType<WindowFilter>().SelectMany(f => space.DaysOf(f.Window)).Distinct())
            yield return patient with { Records = [.. patient.Records.Where(r => !matching.IsOf(r, sets, how)), make.Event(sets[0], how, day, null, Episode.Unmarked)] };
        foreach (var day in filters.OfType<WindowFilter>().SelectMany(f => space.DaysOf(f.Window)).Concat(space.Days).Distinct())
        {
            yield return patient with { Records = [.. patient.Records.Select(r => matching.IsOf(r, sets, how) ? RecordMaker.On(r, day) : r)] };
            var last = patient.Records.Where(r => matching.IsOf(r, sets, how)).MaxBy(ExampleText.DayOf);
            if (last is not null) yield return patient with { Records = patient.Records.Replace(last, RecordMaker.On(last, day)) };
        }
        foreach (var without in WithoutAnchor(patient, filters)) yield return without;
    }

    /// <summary>"No such record", which with an anchor also says that the anchor is there.</summary>
    public IEnumerable<ExamplePatient> WithoutBesideAnchor(ExamplePatient patient, ImmutableArray<string> sets, Happened how, ImmutableArray<Filter> filters)
    {
        var anchors = filters.AnchorOf() is RecordAnchor anchor ? make.Anchors(anchor, patient).Select(a => a.Records).Prepend([]).ToList() : [[]];
        foreach (var without in Without(patient, sets, how, filters).Prepend(patient))
            foreach (var records in anchors.Take(12)) yield return without with { Records = [.. without.Records, .. records] };
    }

    public IEnumerable<ExamplePatient> WithoutAnchor(ExamplePatient patient, ImmutableArray<Filter> filters) =>
        filters.AnchorOf() is RecordAnchor anchor ? [NoRecords(patient, anchor.Sets, anchor.How)] : [];

    public ExamplePatient NoRecords(ExamplePatient patient, ImmutableArray<string> sets, Happened how) =>
        patient with { Records = [.. patient.Records.Where(r => !matching.IsOf(r, sets, how))] };

    public ExamplePatient NoRepeats(ExamplePatient patient, ImmutableArray<string> sets) =>
        patient with { Records = [.. patient.Records.Where(r => !(r is SetOnRepeat or CodeOnRepeat && matching.Has(r, sets)))] };

    public IEnumerable<ExamplePatient> Together(ExamplePatient patient, IssuedTogetherTest test) =>
        from first in test.First.Take(2)
        from second in test.Second.Take(2)
        from one in make.Satisfying(first, Happened.Issued, test.Filters, patient).Take(6)
        from two in make.Satisfying(second, Happened.Issued, test.Filters, patient).Take(6)
        select patient with { Records = [.. patient.Records, .. one, .. two] };

    public IEnumerable<ExamplePatient> WithResult(ExamplePatient patient, ValueTest test) => Results(patient, test, true);

    public IEnumerable<ExamplePatient> WithoutResult(ExamplePatient patient, ValueTest test) =>
        Results(patient, test, false).Append(NoRecords(patient, [test.Set], Happened.Recorded));

    public IEnumerable<ExamplePatient> Changed(ExamplePatient patient, ChangeTest test, bool value)
    {
        if (!value) yield return NoRecords(patient, [test.Set], Happened.Recorded);
        var from = SearchSpace.Usual(space.Project.Definition(test.Set)?.Unit);
        var by = test.Percent ? from * test.Amount.Value / 100m : test.Amount.Value;
        var step = SearchSpace.Step(by);
        var others = patient.Records.Where(r => !matching.IsOf(r, [test.Set], Happened.Recorded)).ToImmutableArray();
        var unit = SearchSpace.UnitOf(space.Project.Definition(test.Set)?.Unit);
        foreach (var moved in value ? [by, by + step] : new[] { by, by - step, 0m })
            foreach (var early in make.Days([new WindowFilter(test.Window)], patient).Where(d => d < space.Reference).Take(6))
                yield return patient with
                {
                    Records =
                    [
                        .. others,
                        make.Event(test.Set, Happened.Recorded, early, new ExampleValue(null, from, unit), Episode.Unmarked),
                        make.Event(test.Set, Happened.Recorded, space.Reference, new ExampleValue(null, test.Rose ? from + moved : from - moved, unit), Episode.Unmarked),
                    ],
                };
    }

    public IEnumerable<ExamplePatient> WithStatus(ExamplePatient patient, StatusTest test)
    {
        var kept = test.Kept is null ? test.Sets : [test.Kept];
        foreach (var set in kept.Take(3))
            foreach (var records in make.Satisfying(set, test.How, [.. test.Choose, .. test.Keep], patient))
            {
                yield return patient with { Records = [.. patient.Records, .. records] };
                yield return patient with { Records = [.. patient.Records.Where(r => !matching.IsOf(r, test.Sets, test.How)), .. records] };
            }
    }

    public IEnumerable<ExamplePatient> WithoutStatus(ExamplePatient patient, StatusTest test)
    {
        yield return NoRecords(patient, test.Sets, test.How);
        foreach (var set in test.Sets.Where(s => s != test.Kept).Take(3))
            foreach (var records in make.Satisfying(set, test.How, test.Choose, patient)) yield return patient with { Records = [.. patient.Records, .. records] };
        foreach (var without in Without(patient, test.Kept is null ? test.Sets : [test.Kept], test.How, [.. test.Choose, .. test.Keep])) yield return without;
        foreach (var set in test.Sets)
            yield return patient with
            {
                Records = [.. patient.Records.Where(r => !matching.IsOf(r, test.Sets, test.How)), make.Event(set, test.How, space.Reference, null, Episode.Unmarked)],
            };
    }

    /// <summary>A course that begins inside the window, or outside it, or none; issues go on from its first so that no other course begins.</summary>
    public IEnumerable<ExamplePatient> Course(ExamplePatient patient, string drug, Duration gap, Window window, bool value)
    {
        var others = NoRecords(patient, [drug], Happened.Issued);
        foreach (var start in space.DaysOf(window).Concat(space.Days).Distinct().Where(d => d <= space.Reference && Clock.Contains(window, d, space.Reference) == value))
        {
            yield return others with { Records = [.. others.Records, .. make.Course(drug, gap, start)] };
            yield return others with { Records = others.Records.Add(make.Event(drug, Happened.Issued, start, null, Episode.Unmarked)) };
        }
        if (!value) yield return others;
    }

    public IEnumerable<ExamplePatient> Baseline(ExamplePatient patient, NoBaselineTest test, bool value)
    {
        var without = NoRecords(patient, [test.Test], Happened.Recorded);
        if (value) yield return without;
        foreach (var course in Course(without, test.Drug, test.Gap, test.Window, value).Prepend(without))
        {
            if (value) yield return course;
            var start = course.Records.Where(r => matching.IsOf(r, [test.Drug], Happened.Issued)).Select(ExampleText.DayOf).DefaultIfEmpty(space.Reference).Min();
            foreach (var day in new[] { start, test.Within.Before(start), test.Within.Before(start).AddDays(-1), start.AddDays(1) }.Where(d => d <= space.Reference))
                yield return course with { Records = course.Records.Add(make.Event(test.Test, Happened.Recorded, day, null, Episode.Unmarked)) };
        }
    }

    private IEnumerable<ExamplePatient> Results(ExamplePatient patient, ValueTest test, bool value)
    {
        var others = patient.Records.Where(r => !matching.IsOf(r, [test.Set], Happened.Recorded)).ToImmutableArray();
        foreach (var result in space.Values(test.Set, test.Range))
        {
            if (Evaluation.Results.Usable(new ResultValue(null, result.Number, result.Unit), space.Project.Definition(test.Set)?.Unit) is not { } usable) continue;
            if (Evaluation.Results.Satisfies(usable, test.Range) != value) continue;
            foreach (var record in patient.Records.Where(r => matching.IsOf(r, [test.Set], Happened.Recorded)).OfType<SetEvent>())
                yield return patient with { Records = patient.Records.Replace(record, record with { Value = result }) };
            foreach (var day in make.Days(test.Filters, patient).Take(4))
                yield return patient with { Records = others.Add(make.Event(test.Set, Happened.Recorded, day, result, Episode.Unmarked)) };
        }
    }

    private static IEnumerable<ExampleRecord> Repeated(ImmutableArray<ExampleRecord> records, Times times)
    {
        if (records is not [.., SetEvent main]) yield break;
        var day = main.Date;
        for (var count = 1; count < times.Count; count++)
        {
            day = times.Apart is { } apart ? apart.Before(day) : day.AddDays(-1);
            yield return main with { Date = day };
        }
    }
}
