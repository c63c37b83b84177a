using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Counting;

/// <summary>How many different medicines each patient was issued, or has on repeat.</summary>
internal static class DistinctMedicines
{
    public static PatientSet Find(BlockEvaluator evaluator, CountTest test, int today)
    {
        var counts = new int[evaluator.Size];
        var not = new HashSet<int>(test.Except.SelectMany(evaluator.Lookup.PlacesOf));
        var days = test.Window is { } window ? DayRange.Of(window, evaluator.Reference).And(new DayRange(0, today)) : default;
        foreach (var place in test.Set is { } set ? evaluator.Lookup.PlacesOf(set) : Enumerable.Range(0, evaluator.Lookup.Codes))
        {
            if (not.Contains(place)) continue;
            if (test.Window is null) Repeats(evaluator, place, today, counts);
            else if (days.From <= days.To) Issues(evaluator.Block.Issues.Of(place), days, counts);
        }
        return PatientSet.Where(counts.Length, p => test.Comparison switch
        {
            Comparison.AtLeast => counts[p] >= test.Limit,
            Comparison.MoreThan => counts[p] > test.Limit,
            Comparison.AtMost => counts[p] <= test.Limit,
            Comparison.LessThan => counts[p] < test.Limit,
            _ => counts[p] == test.Limit,
        });
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

    private static void Repeats(BlockEvaluator evaluator, int place, int today, int[] counts)
    {
        foreach (var patient in ActiveRepeats.Of(evaluator.Block.Repeats, place, today).Distinct()) counts[patient]++;
    }
}
