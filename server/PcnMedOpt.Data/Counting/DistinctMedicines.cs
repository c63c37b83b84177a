using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Counting;

/// <summary>How many different medicines each patient was issued, or has on repeat. Counts of the same medicines are kept: several limits are compared with them.</summary>
internal sealed class DistinctMedicines(BlockEvaluator evaluator, int today)
{
    private readonly Dictionary<(string? Set, string Except, DayRange? Days), int[]> known = [];

    public PatientSet Find(CountTest test, PatientSet within)
    {
        DayRange? days = test.Window is { } window ? DayRange.Of(window, evaluator.Reference).And(new DayRange(0, today)) : null;
        var key = (test.Set, string.Join(' ', test.Except), days);
        if (!known.TryGetValue(key, out var counts)) known[key] = counts = Count(test, days);
        return within.Where(p => test.Comparison switch
        {
            Comparison.AtLeast => counts[p] >= test.Limit,
            Comparison.MoreThan => counts[p] > test.Limit,
            Comparison.AtMost => counts[p] <= test.Limit,
            Comparison.LessThan => counts[p] < test.Limit,
            _ => counts[p] == test.Limit,
        });
    }

    private int[] Count(CountTest test, DayRange? days)
    {
        var counts = new int[evaluator.Size];
        var not = new HashSet<int>(test.Except.SelectMany(evaluator.Lookup.PlacesOf));
        foreach (var place in test.Set is { } set ? evaluator.Lookup.PlacesOf(set) : Enumerable.Range(0, evaluator.Lookup.Codes))
        {
            if (not.Contains(place)) continue;
            if (days is null) ActiveRepeats.Each(evaluator.Block.Repeats, place, today, patient => counts[patient]++);
            else if (days.Value.From <= days.Value.To) Issues(evaluator.Block.Issues.Of(place), days.Value, counts);
        }
        return counts;
    }

    /// <summary>Rows of a code are by patient, so that one who has several is met once.</summary>
    private static void Issues(ReadOnlySpan<uint> rows, DayRange days, int[] counts)
    {
        var length = (uint)(days.To - days.From);
        var last = uint.MaxValue;
        foreach (var row in rows)
        {
            // Without a branch: whether a row is in the window is as good as chance.
            var isNew = (ushort)row - (uint)days.From <= length & row >> 16 != last ? 1 : 0;
            counts[row >> 16] += isNew;
            last = isNew == 1 ? row >> 16 : last;
        }
    }
}
