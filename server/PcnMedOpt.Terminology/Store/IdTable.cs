using System.Numerics;

namespace PcnMedOpt.Terminology.Store;

/// <summary>Where an identifier stands in a column of identifiers: a table with open addressing, at most four fifths full.</summary>
public static class IdTable
{
    /// <summary>The table of a column. Of identifiers that stand there twice the first is found; 0 is no identifier and is left out.</summary>
    public static int[] Make(ReadOnlySpan<long> ids)
    {
        var table = new int[(int)BitOperations.RoundUpToPowerOf2(Math.Max((uint)((long)ids.Length * 5 / 4) + 1, 8u))];
        table.AsSpan().Fill(-1);
        for (var i = 0; i < ids.Length; i++)
        {
            if (ids[i] == 0) continue;
            var slot = SlotOf(ids[i], table.Length);
            while (table[slot] >= 0 && ids[table[slot]] != ids[i]) slot = (slot + 1) & (table.Length - 1);
            if (table[slot] < 0) table[slot] = i;
        }
        return table;
    }

    /// <summary>The index of an identifier; -1 where it is not there.</summary>
    public static int Find(ReadOnlySpan<int> table, ReadOnlySpan<long> ids, long id)
    {
        if (table.IsEmpty) return -1;
        for (var slot = SlotOf(id, table.Length); ; slot = (slot + 1) & (table.Length - 1))
        {
            var index = table[slot];
            if (index < 0 || ids[index] == id) return index;
        }
    }

    /// <summary>The high bits of a product with 2^64 divided by the golden ratio, which spreads identifiers that follow each other.</summary>
    private static int SlotOf(long id, int size) => (int)(((ulong)id * 0x9E3779B97F4A7C15UL) >> (64 - BitOperations.Log2((uint)size)));
}
