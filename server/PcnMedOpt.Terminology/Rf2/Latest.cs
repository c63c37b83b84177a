using System.Numerics;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>Of all states of a component the latest.</summary>
internal static class Latest
{
    /// <summary>
    /// The rows of all files, each key once: the latest day wins, and among states of the same day the file of the package that others depend on
    /// least, then the later file, then the later row.
    /// </summary>
    /// <param name="files">The rows of each file; emptied, and their memory used for what is returned.</param>
    /// <param name="ranks">For each file the place of its package in the order of dependency: a higher one wins.</param>
    public static RowList<T> Of<T>(IReadOnlyList<RowList<T>> files, IReadOnlyList<int> ranks)
        where T : struct, ILayered
    {
        var rows = new RowList<T>();
        var table = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(files.Sum(f => f.Count), 8) * 2)];
        var shift = 64 - BitOperations.Log2((uint)table.Length);
        foreach (var block in files.SelectMany(f => f.TakeBlocks()))
        {
            foreach (ref readonly var row in block.AsSpan())
            {
                var key = row.Key;
                var slot = (int)((((ulong)key ^ (ulong)(key >> 64)) * 0x9E3779B97F4A7C15UL) >> shift);
                while (table[slot] != 0 && rows[table[slot] - 1].Key != key) slot = (slot + 1) & (table.Length - 1);
                if (table[slot] == 0)
                {
                    rows.Add(row);
                    table[slot] = rows.Count;
                }
                else
                {
                    ref var other = ref rows[table[slot] - 1];
                    if ((row.Day, ranks[row.File]).CompareTo((other.Day, ranks[other.File])) >= 0) other = row;
                }
            }
            if (block.Array is { } emptied) rows.Reuse(emptied);
        }
        rows.Trim();
        return rows;
    }
}
