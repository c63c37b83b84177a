using System.Collections.Immutable;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>The filters of a test, prepared for the rows of some sets. All have to hold of the same row.</summary>
internal sealed class RowFilter
{
    private readonly DayRange days = DayRange.Always;
    private readonly List<AgeRange> ages = [];
    private readonly List<EpisodeFilter> episodes = [];
    private readonly List<ResultsInRange[]> values = [];
    private readonly List<(Window Window, AnchorDays Days)> anchored = [];
    private readonly BlockEvaluator evaluator;

    public RowFilter(BlockEvaluator evaluator, ImmutableArray<Filter> filters, IReadOnlyList<string> sets)
    {
        this.evaluator = evaluator;
        foreach (var filter in filters)
            switch (filter)
            {
                case WindowFilter { Window: var window } when window.AnchorOf() is { } anchor: anchored.Add((window, new AnchorDays(evaluator, anchor))); break;
                case WindowFilter { Window: var window }: days = days.And(DayRange.Of(window, evaluator.Reference)); break;
                case AtAgeFilter age: ages.Add(age.Range); break;
                case ValueFilter value: values.Add([.. sets.Select(s => evaluator.Lookup.ResultsOf(s).In(value.Range))]); break;
                case EpisodeFilter episode: episodes.Add(episode); break;
                default: throw new System.Diagnostics.UnreachableException($"No meaning for {filter}");
            }
    }

    /// <summary>The days that the filters ask for, when they ask for nothing else; null when they do.</summary>
    public DayRange? DaysAlone => ages.Count + episodes.Count + values.Count + anchored.Count == 0 ? days : null;

    /// <summary>So many patients will be asked for.</summary>
    public void Expect(int patients)
    {
        foreach (var (_, days) in anchored) days.Expect(patients);
    }

    public bool Fits(in Row row, int patient, int it)
    {
        if (!days.Contains(row.Day)) return false;
        foreach (var each in values)
            if (row.Value < 0 || !each[row.Set][row.Value]) return false;
        foreach (var each in episodes)
            if (each.Kinds.Contains(row.Episode) == each.Not) return false;
        foreach (var each in ages)
            if (!Clock.Contains(each, evaluator.BornOf(patient), Day.Date(row.Day))) return false;
        foreach (var (window, anchor) in anchored)
            if (!anchor.Any(window, row.Day, patient, it)) return false;
        return true;
    }

    /// <summary>The anchor of the filters, where there is one, gives a day.</summary>
    public bool HasAnchor(int patient, int it) => anchored.Count == 0 || anchored[0].Days.Of(patient, it).Count > 0;
}
