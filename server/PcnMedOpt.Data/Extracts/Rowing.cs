using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Extracts;

/// <summary>What all rows have in common.</summary>
internal static class Rowing
{
    private const int LongestUsed = 64_000;

    /// <summary>Cuts a line into as many fields as the head has; false, and a fault, when it has not.</summary>
    public static bool Cut(ReadOnlySpan<byte> text, long number, Header header, Span<Range> ranges, Span<byte> room, FaultLog faults, out Line line)
    {
        if (text.Length > LongestUsed)
        {
            line = default;
            faults.Add(Fault.TooLong, number, text);
            return false;
        }
        line = new Line(text, ranges, room);
        if (line.IsOpen) faults.Add(Fault.Quotation, number, text);
        else if (line.Count != header.Count) faults.Add(Fault.FieldCount, number, text);
        else return true;
        return false;
    }

    public static Episode EpisodeOf(ReadOnlySpan<byte> text, long number, FaultLog faults)
    {
        if (text.IsEmpty) return Episode.Unmarked;
        if (text.SequenceEqual("first"u8)) return Episode.First;
        if (text.SequenceEqual("new"u8)) return Episode.New;
        if (text.SequenceEqual("review"u8)) return Episode.Review;
        if (text.SequenceEqual("ended"u8)) return Episode.Ended;
        if (text.SequenceEqual("flare"u8)) return Episode.Flare;
        faults.Add(Fault.UnknownEpisode, number, text);
        return Episode.Unmarked;
    }
}
