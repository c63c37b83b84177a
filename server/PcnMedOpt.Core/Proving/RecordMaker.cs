using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Proving;

/// <summary>Records that satisfy filters, with the records that these count from.</summary>
internal sealed class RecordMaker(SearchSpace space)
{
    private const int MostAnchors = 24;

    public static ExampleRecord On(ExampleRecord record, DateOnly day) => record switch
    {
        SetEvent set => set with { Date = day },
        CodeEvent code => code with { Date = day },
        _ => record,
    };

    public SetEvent Event(string set, Happened how, DateOnly day, ExampleValue? value, Episode episode) => new(
        set, how != Happened.Either ? how : space.Project.Definition(set)?.System == CodeSystem.Dmd ? Happened.Issued : Happened.Recorded, day, value, episode, default);

    /// <summary>A record of a set that satisfies the filters, last; before it the record that it counts from, where that is not there yet.</summary>
    public IEnumerable<ImmutableArray<ExampleRecord>> Satisfying(string set, Happened how, ImmutableArray<Filter> filters, ExamplePatient patient)
    {
        var episodes = filters.OfType<EpisodeFilter>().FirstOrDefault();
        var episode = episodes is null ? Episode.Unmarked : Enum.GetValues<Episode>().First(e => episodes.Kinds.Contains(e) != episodes.Not);
        var results = filters.OfType<ValueFilter>().FirstOrDefault() is { } asked ? Satisfying(set, asked.Range).Take(3).ToList() : [null];
        foreach (var (day, before) in Placed(filters, patient))
            foreach (var result in results) yield return [.. before, Event(set, how, day, result, episode)];
    }

    /// <summary>Records that an anchor is found by, and its day: what the patient has, else new ones.</summary>
    public IEnumerable<(DateOnly Day, ImmutableArray<ExampleRecord> Records)> Anchors(RecordAnchor anchor, ExamplePatient patient)
    {
        if (ExamplePatients.Record(space.Project, patient).Patient is { } record)
            foreach (var day in new Records(space.Project, record, space.Reference, null).Days(anchor)) yield return (day, []);
        foreach (var records in anchor.Sets.Take(2).SelectMany(s => Satisfying(s, anchor.How, anchor.Filters, patient)).Take(MostAnchors)) yield return (ExampleText.DayOf(records[^1]), records);
    }

    /// <summary>Days that satisfy the filters that look at no other record: those of their own windows first.</summary>
    public IEnumerable<DateOnly> Days(ImmutableArray<Filter> filters, ExamplePatient patient)
    {
        var windows = filters.OfType<WindowFilter>().Select(f => f.Window).Where(w => w.AnchorOf() is null).ToList();
        var ages = filters.OfType<AtAgeFilter>().ToList();
        var atAges = patient.Born is { } born ? ages.SelectMany(a => AgeDays(a.Range, born)) : [];
        return windows.SelectMany(space.DaysOf).Concat(atAges).Concat(space.Days).Distinct().Where(d => d <= space.Reference
            && windows.All(w => Clock.Contains(w, d, space.Reference)) && ages.All(a => Clock.Contains(a.Range, patient.Born ?? space.Reference, d)));
    }

    /// <summary>A course from its first day: issues go on, each before the gap ends, until the last is within the gap.</summary>
    public IEnumerable<ExampleRecord> Course(string drug, Duration gap, DateOnly start)
    {
        var day = start;
        yield return Event(drug, Happened.Issued, day, null, Episode.Unmarked);
        while (gap.After(day) <= space.Reference)
        {
            var next = gap.After(day).AddDays(-7);
            if (next <= day) next = day.AddDays(1);
            day = next > space.Reference ? space.Reference : next;
            yield return Event(drug, Happened.Issued, day, null, Episode.Unmarked);
        }
    }

    private IEnumerable<ExampleValue?> Satisfying(string set, ValueRange range) =>
        from value in space.Values(set, range)
        let usable = Results.Usable(new ResultValue(null, value.Number, value.Unit), space.Project.Definition(set)?.Unit)
        where usable is not null && Results.Satisfies(usable, range)
        select value;

    /// <summary>Days for a record with what has to be there before it.</summary>
    private IEnumerable<(DateOnly Day, ImmutableArray<ExampleRecord> Before)> Placed(ImmutableArray<Filter> filters, ExamplePatient patient)
    {
        if (filters.OfType<WindowFilter>().Select(f => f.Window).FirstOrDefault(w => w.AnchorOf() is not null) is not { } window)
        {
            foreach (var day in Days(filters, patient)) yield return (day, []);
            yield break;
        }
        var anchors = window.AnchorOf() switch
        {
            RecordAnchor anchor => Anchors(anchor, patient),
            _ => [(patient.Registrations.Select(r => (DateOnly?)r.Since).LastOrDefault() ?? patient.Born ?? space.Reference, ImmutableArray<ExampleRecord>.Empty)],
        };
        var plain = Days([.. filters.Where(f => f is not WindowFilter { Window: RelativeToAnchor or WithinOfAnchor })], patient).ToHashSet();
        foreach (var (anchor, records) in anchors)
            foreach (var day in Beside(window, anchor).Where(d => d <= space.Reference)) yield return (day, records);
        foreach (var (anchor, records) in anchors)
            foreach (var day in plain.Where(d => Holds(window, d, anchor)).Take(6)) yield return (day, records);
    }

    private static bool Holds(Window window, DateOnly day, DateOnly anchor) => window switch
    {
        RelativeToAnchor relative => Clock.Contains(relative.Preposition, day, anchor),
        WithinOfAnchor within => Clock.Contains(within, day, anchor),
        _ => false,
    };

    private static IEnumerable<DateOnly> Beside(Window window, DateOnly anchor) => window switch
    {
        RelativeToAnchor relative => new[] { anchor, anchor.AddDays(1), anchor.AddDays(-1) }.Where(d => Clock.Contains(relative.Preposition, d, anchor)),
        WithinOfAnchor within => new[] { anchor, within.Duration.After(anchor), within.Duration.Before(anchor), anchor.AddDays(1), anchor.AddDays(-1) }.Where(d => Clock.Contains(within, d, anchor)),
        _ => [],
    };

    private static IEnumerable<DateOnly> AgeDays(AgeRange range, DateOnly born) => range switch
    {
        AgeAtLeast least => [least.Duration.After(born)],
        AgeUnder under => [under.Duration.After(born).AddDays(-1)],
        AgeBetween between => [between.Low.After(born), between.Above.After(born).AddDays(-1)],
        _ => [],
    };
}
