using System.Runtime.InteropServices;
using PcnMedOpt.Core.Model.Conditions;

namespace PcnMedOpt.Data.Columns;

/// <summary>A row on its way into the columns of a block, in 12 bytes: there are as many of them at once as rows in the extract.</summary>
/// <param name="row">The patient's place in the block (the upper 16 bits) and the day.</param>
/// <param name="code">A code's place among the codes of its part.</param>
/// <param name="value">The result's place among the values of its part; -1 for none.</param>
/// <param name="episode">The episode.</param>
internal readonly struct PlainRow(uint row, int code, int value, Episode episode)
{
    private const int ValueBits = 28;

    /// <summary>The episode in the upper bits, and one more than the result below them.</summary>
    private readonly uint others = ((uint)episode << ValueBits) | (uint)(value + 1);

    public uint Row { get; } = row;

    public int Code { get; } = code;

    public int Value => (int)(others & ((1u << ValueBits) - 1)) - 1;

    public Episode Episode => (Episode)(others >> ValueBits);

    public static uint Place(int patient, ushort day) => ((uint)(patient % PatientBlock.Most) << 16) | day;
}

/// <summary>Rows that were read together, by block.</summary>
/// <param name="Codes">For each of the part's codes its place among all.</param>
/// <param name="Values">For each of the part's results its place among all.</param>
/// <param name="Blocks">The rows of each block.</param>
internal sealed record RowPart(int[] Codes, int[] Values, IReadOnlyList<List<PlainRow>> Blocks);

/// <summary>Sorts rows into the columns of blocks: by code, then by patient, then by day.</summary>
internal static class RowBuilder
{
    /// <summary>The columns of each block.</summary>
    /// <param name="parts">The rows; the order of the parts is that of rows that are alike.</param>
    /// <param name="codes">How many codes there are.</param>
    /// <param name="blocks">How many blocks there are.</param>
    /// <param name="duplicates">How many rows say the same as another.</param>
    public static Postings[] Build(IReadOnlyList<RowPart> parts, int codes, int blocks, out long duplicates)
    {
        var built = new Postings[blocks];
        var same = new long[blocks];
        Parallel.For(0, blocks, block => built[block] = Block(parts, codes, block, out same[block]));
        duplicates = same.Sum();
        return built;
    }

    private static Postings Block(IReadOnlyList<RowPart> parts, int codes, int block, out long duplicates)
    {
        var starts = new int[codes + 1];
        var valued = new bool[codes];
        var marked = new bool[codes];
        foreach (var part in parts)
            foreach (ref readonly var row in CollectionsMarshal.AsSpan(part.Blocks[block]))
            {
                var code = part.Codes[row.Code];
                starts[code + 1]++;
                if (row.Value >= 0) valued[code] = true;
                if (row.Episode != Episode.Unmarked) marked[code] = true;
            }
        var (valueStarts, values) = Beside(starts, valued);
        var (episodeStarts, episodes) = Beside(starts, marked);
        for (var code = 1; code < starts.Length; code++) starts[code] += starts[code - 1];
        var rows = new uint[starts[^1]];
        var valueOf = new int[values];
        var episodeOf = new byte[episodes];
        var next = starts.AsSpan(0, codes).ToArray();
        foreach (var part in parts)
            foreach (ref readonly var row in CollectionsMarshal.AsSpan(part.Blocks[block]))
            {
                var code = part.Codes[row.Code];
                var at = next[code]++;
                rows[at] = row.Row;
                if (valueStarts[code] >= 0) valueOf[valueStarts[code] + at - starts[code]] = row.Value < 0 ? -1 : part.Values[row.Value];
                if (episodeStarts[code] >= 0) episodeOf[episodeStarts[code] + at - starts[code]] = (byte)row.Episode;
            }
        duplicates = 0;
        for (var code = 0; code < codes; code++)
        {
            var length = starts[code + 1] - starts[code];
            var own = rows.AsSpan(starts[code], length);
            var ownValues = valueStarts[code] < 0 ? [] : valueOf.AsSpan(valueStarts[code], length);
            var ownEpisodes = episodeStarts[code] < 0 ? [] : episodeOf.AsSpan(episodeStarts[code], length);
            if (!IsSorted(own)) Sort(own, ownValues, ownEpisodes);
            duplicates += Same(own, ownValues, ownEpisodes);
        }
        return new Postings(starts, rows, valueStarts, valueOf, episodeStarts, episodeOf);
    }

    /// <summary>Where the results (or episodes) of each code begin when only some codes have any, and how many there are; <paramref name="lengths"/> holds the length of a code one place after it.</summary>
    private static (int[] Starts, int Count) Beside(int[] lengths, bool[] has)
    {
        var starts = new int[has.Length];
        var count = 0;
        for (var code = 0; code < has.Length; code++)
        {
            starts[code] = has[code] ? count : -1;
            if (has[code]) count += lengths[code + 1];
        }
        return (starts, count);
    }

    private static bool IsSorted(ReadOnlySpan<uint> rows)
    {
        for (var i = 1; i < rows.Length; i++)
            if (rows[i] < rows[i - 1]) return false;
        return true;
    }

    private static void Sort(Span<uint> rows, Span<int> values, Span<byte> episodes)
    {
        if (values.IsEmpty && episodes.IsEmpty)
        {
            rows.Sort();
            return;
        }
        var keys = new ulong[rows.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ((ulong)rows[i] << 32) | (uint)i;
        Array.Sort(keys);
        var (oldValues, oldEpisodes) = (values.ToArray(), episodes.ToArray());
        for (var i = 0; i < keys.Length; i++)
        {
            rows[i] = (uint)(keys[i] >> 32);
            var from = (int)(uint)keys[i];
            if (!values.IsEmpty) values[i] = oldValues[from];
            if (!episodes.IsEmpty) episodes[i] = oldEpisodes[from];
        }
    }

    /// <summary>How many rows of one code say the same as one before them: the same patient, day, result and episode.</summary>
    private static long Same(ReadOnlySpan<uint> rows, ReadOnlySpan<int> values, ReadOnlySpan<byte> episodes)
    {
        long same = 0;
        for (var i = 1; i < rows.Length; i++)
            for (var j = i - 1; j >= 0 && rows[j] == rows[i]; j--)
                if ((values.IsEmpty || values[i] == values[j]) && (episodes.IsEmpty || episodes[i] == episodes[j]))
                {
                    same++;
                    break;
                }
        return same;
    }
}
