using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>The records of some code sets in a block, by patient and by day. Records after the reference date are not among them.</summary>
internal sealed class RowTable
{
    private readonly int[] starts;
    private readonly Row[] rows;

    private RowTable(int[] starts, Row[] rows) => (this.starts, this.rows) = (starts, rows);

    public ReadOnlySpan<Row> Of(int patient) => rows.AsSpan(starts[patient], starts[patient + 1] - starts[patient]);

    public static RowTable Of(PatientBlock block, CodeLookup lookup, IReadOnlyList<string> sets, Happened how, int today)
    {
        var codes = lookup.PlacesOf(sets).ToList();
        var starts = new int[block.Patients.Count + 1];
        foreach (var (place, _) in codes)
        {
            if ((how & Happened.Recorded) != 0) Count(block.Events.Of(place), starts, today);
            if ((how & Happened.Issued) != 0) Count(block.Issues.Of(place), starts, today);
        }
        for (var patient = 1; patient < starts.Length; patient++) starts[patient] += starts[patient - 1];
        var rows = new Row[starts[^1]];
        var next = starts.AsSpan(0, starts.Length - 1).ToArray();
        foreach (var (place, set) in codes)
        {
            if ((how & Happened.Recorded) != 0) Fill(block.Events, place, set, rows, next, today, 0);
            if ((how & Happened.Issued) != 0) Fill(block.Issues, place, set, rows, next, today, block.Events.Rows.Length);
        }
        for (var patient = 0; patient < starts.Length - 1; patient++) Sort(rows.AsSpan(starts[patient], starts[patient + 1] - starts[patient]));
        return new RowTable(starts, rows);
    }

    private static void Count(ReadOnlySpan<uint> rows, int[] starts, int today)
    {
        foreach (var row in rows)
            if ((ushort)row <= today) starts[(row >> 16) + 1]++;
    }

    private static void Fill(Postings postings, int place, byte set, Row[] rows, int[] next, int today, int before)
    {
        var own = postings.Of(place);
        var values = postings.ValuesOf(place);
        var episodes = postings.EpisodesOf(place);
        var first = postings.Starts.Span[place] + before;
        for (var i = 0; i < own.Length; i++)
            if ((ushort)own[i] <= today)
                rows[next[own[i] >> 16]++] = new Row((ushort)own[i], set, episodes.IsEmpty ? Episode.Unmarked : (Episode)episodes[i], values.IsEmpty ? -1 : values[i], first + i);
    }

    /// <summary>The rows of a patient are those of one code after another, each by day: nearly in order, and few.</summary>
    private static void Sort(Span<Row> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i];
            var at = i;
            for (; at > 0 && rows[at - 1].Day > row.Day; at--) rows[at] = rows[at - 1];
            rows[at] = row;
        }
    }
}

/// <summary>A record.</summary>
/// <param name="Day">Its day.</param>
/// <param name="Set">Which of the sets that were asked for it is in: the first.</param>
/// <param name="Episode">Its episode.</param>
/// <param name="Value">Its result's place among the values; -1 for none.</param>
/// <param name="Id">Tells it from all others of the block.</param>
internal readonly record struct Row(ushort Day, byte Set, Episode Episode, int Value, int Id);
