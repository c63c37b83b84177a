using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>
/// The records of some code sets in a block, by patient and by day. Records after the reference date are not among them. For a few patients they are looked for where they lie;
/// for many they are sorted once.
/// </summary>
internal sealed class RowTable
{
    /// <summary>Looking for one patient's rows of one code takes about as long as sorting so many rows.</summary>
    private const int RowsOfASearch = 24;

    private readonly List<(Postings Postings, int Place, byte Set, int Before)> codes = [];
    private readonly int patients;
    private readonly int today;
    private readonly long size;
    private int[]? starts;
    private Row[] rows = new Row[16];
    private (int Patient, int Count) last = (-1, 0);

    public RowTable(PatientBlock block, CodeLookup lookup, IReadOnlyList<string> sets, Happened how, int today)
    {
        (patients, this.today) = (block.Patients.Count, today);
        foreach (var (place, set) in lookup.PlacesOf(sets))
        {
            if ((how & Happened.Recorded) != 0 && block.Events.Of(place).Length > 0) codes.Add((block.Events, place, set, 0));
            if ((how & Happened.Issued) != 0 && block.Issues.Of(place).Length > 0) codes.Add((block.Issues, place, set, block.Events.Rows.Length));
        }
        size = codes.Sum(c => (long)c.Postings.Of(c.Place).Length);
    }

    /// <summary>So many patients will be asked for.</summary>
    public void Expect(int asked)
    {
        if (starts is null && (long)asked * codes.Count * RowsOfASearch > size) Sort();
    }

    /// <summary>The rows of a patient, until another patient is asked for.</summary>
    public ReadOnlySpan<Row> Of(int patient)
    {
        if (starts is not null) return rows.AsSpan(starts[patient], starts[patient + 1] - starts[patient]);
        if (last.Patient != patient) last = (patient, Search(patient));
        return rows.AsSpan(0, last.Count);
    }

    private int Search(int patient)
    {
        var count = 0;
        foreach (var (postings, place, set, before) in codes)
        {
            var own = postings.Of(place);
            var at = Postings.FirstOf(own, patient);
            if (at == own.Length || own[at] >> 16 != patient) continue;
            var values = postings.ValuesOf(place);
            var episodes = postings.EpisodesOf(place);
            for (; at < own.Length && own[at] >> 16 == patient && (ushort)own[at] <= today; at++)
            {
                if (count == rows.Length) Array.Resize(ref rows, count * 2);
                rows[count++] = RowAt(own, values, episodes, at, set, postings.Starts.Span[place] + before);
            }
        }
        if (codes.Count > 1) Sort(rows.AsSpan(0, count));
        return count;
    }

    private void Sort()
    {
        var from = new int[patients + 1];
        foreach (var (postings, place, _, _) in codes)
            foreach (var row in postings.Of(place))
                if ((ushort)row <= today) from[(row >> 16) + 1]++;
        for (var patient = 1; patient < from.Length; patient++) from[patient] += from[patient - 1];
        rows = new Row[from[^1]];
        var next = from.AsSpan(0, patients).ToArray();
        foreach (var (postings, place, set, before) in codes)
        {
            var own = postings.Of(place);
            var values = postings.ValuesOf(place);
            var episodes = postings.EpisodesOf(place);
            var first = postings.Starts.Span[place] + before;
            for (var i = 0; i < own.Length; i++)
                if ((ushort)own[i] <= today) rows[next[own[i] >> 16]++] = RowAt(own, values, episodes, i, set, first);
        }
        if (codes.Count > 1)
            for (var patient = 0; patient < patients; patient++) Sort(rows.AsSpan(from[patient], from[patient + 1] - from[patient]));
        starts = from;
    }

    private static Row RowAt(ReadOnlySpan<uint> own, ReadOnlySpan<int> values, ReadOnlySpan<byte> episodes, int at, byte set, int first) =>
        new((ushort)own[at], set, episodes.IsEmpty ? Episode.Unmarked : (Episode)episodes[at], values.IsEmpty ? -1 : values[at], first + at);

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
