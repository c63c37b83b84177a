using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>Items of the repeat list that are in force: started on or before a day, and not ended on or before it.</summary>
internal static class ActiveRepeats
{
    /// <summary>Tells of everybody who has an item with a code, in order and once.</summary>
    public static void Each(RepeatColumns repeats, int code, int today, Action<int> tell)
    {
        var patients = repeats.Patients.Span;
        var since = repeats.Since.Span;
        var until = repeats.Until.Span;
        var last = -1;
        for (var item = repeats.Starts.Span[code]; item < repeats.Starts.Span[code + 1]; item++)
        {
            if (patients[item] == last || since[item] > today || until[item] <= today) continue;
            last = patients[item];
            tell(last);
        }
    }
}
