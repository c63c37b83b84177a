using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Counting;

/// <summary>Who has a record of some code sets on one of some days: no more is asked of it, so that rows are looked at where they lie, and once for all who ask the same.</summary>
internal sealed class DatedRecords(BlockEvaluator evaluator, int today)
{
    private readonly Dictionary<(string Sets, Happened How, DayRange Days), PatientSet> known = [];

    public PatientSet Of(IReadOnlyList<string> sets, Happened how, DayRange days)
    {
        days = days.And(new DayRange(0, today));
        var key = (string.Join(' ', sets), how, days);
        if (!known.TryGetValue(key, out var found)) known[key] = found = Find(sets, how, days);
        return found;
    }

    private PatientSet Find(IReadOnlyList<string> sets, Happened how, DayRange days)
    {
        var set = new PatientSet(evaluator.Size);
        if (days.From > days.To) return set;
        foreach (var (place, _) in evaluator.Lookup.PlacesOf(sets))
        {
            if ((how & Happened.Recorded) != 0) Add(set, evaluator.Block.Events.Of(place), days);
            if ((how & Happened.Issued) != 0) Add(set, evaluator.Block.Issues.Of(place), days);
        }
        return set;
    }

    private static void Add(PatientSet set, ReadOnlySpan<uint> rows, DayRange days)
    {
        var length = (uint)(days.To - days.From);
        foreach (var row in rows)
            if ((ushort)row - (uint)days.From <= length) set.Add((int)(row >> 16));
    }
}
