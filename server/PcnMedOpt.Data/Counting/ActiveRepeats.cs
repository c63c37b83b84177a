using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>Items of the repeat list that are in force: started on or before a day, and not ended on or before it.</summary>
internal static class ActiveRepeats
{
    /// <summary>Who has an item with a code, in order; somebody with two is there twice.</summary>
    public static IEnumerable<int> Of(RepeatColumns repeats, int code, int today)
    {
        for (var item = repeats.Starts.Span[code]; item < repeats.Starts.Span[code + 1]; item++)
            if (repeats.Since.Span[item] <= today && !(repeats.Until.Span[item] <= today)) yield return repeats.Patients.Span[item];
    }
}
