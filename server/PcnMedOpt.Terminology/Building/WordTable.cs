using System.Buffers.Binary;

namespace PcnMedOpt.Terminology.Building;

/// <summary>Gives each word a number, in the order in which words come.</summary>
internal sealed class WordTable
{
    private int[] table = new int[1 << 18];
    private byte[] bytes = new byte[1 << 20];
    private readonly List<int> starts = [0];

    public int Count => starts.Count - 1;

    public int NumberOf(ReadOnlySpan<byte> word)
    {
        var slot = SlotOf(word);
        while (table[slot] != 0)
        {
            if (Word(table[slot] - 1).SequenceEqual(word)) return table[slot] - 1;
            slot = (slot + 1) & (table.Length - 1);
        }
        var end = starts[^1] + word.Length;
        if (end > bytes.Length) Array.Resize(ref bytes, Math.Max(bytes.Length * 2, end));
        word.CopyTo(bytes.AsSpan(starts[^1]));
        starts.Add(end);
        table[slot] = Count;
        if (Count * 2 > table.Length) Grow();
        return Count - 1;
    }

    public ReadOnlySpan<byte> Word(int number) => bytes.AsSpan(starts[number], starts[number + 1] - starts[number]);

    /// <summary>The words by their bytes, and for each number its place among them.</summary>
    public (Lists<byte> Sorted, int[] Places) Sort()
    {
        int[] order = [.. Enumerable.Range(0, Count)];
        order.AsSpan().Sort((a, b) => Word(a).SequenceCompareTo(Word(b)));
        var (places, sortedStarts, sorted) = (new int[Count], new int[Count + 1], new byte[starts[^1]]);
        for (var i = 0; i < Count; i++)
        {
            places[order[i]] = i;
            Word(order[i]).CopyTo(sorted.AsSpan(sortedStarts[i]));
            sortedStarts[i + 1] = sortedStarts[i] + Word(order[i]).Length;
        }
        return (new Lists<byte>(sortedStarts, sorted), places);
    }

    private void Grow()
    {
        table = new int[table.Length * 2];
        for (var number = 0; number < Count; number++)
        {
            var slot = SlotOf(Word(number));
            while (table[slot] != 0) slot = (slot + 1) & (table.Length - 1);
            table[slot] = number + 1;
        }
    }

    private int SlotOf(ReadOnlySpan<byte> word)
    {
        var hash = (ulong)word.Length;
        for (; word.Length >= 8; word = word[8..]) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(word));
        ulong rest = 0;
        foreach (var letter in word) rest = (rest << 8) | letter;
        return (int)(Mix(hash ^ rest) >> 40) & (table.Length - 1);
    }

    private static ulong Mix(ulong value)
    {
        value *= 0x9E3779B97F4A7C15UL;
        return value ^ (value >> 29);
    }
}
