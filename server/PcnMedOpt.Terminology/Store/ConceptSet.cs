using System.Collections;
using System.Numerics;

namespace PcnMedOpt.Terminology.Store;

/// <summary>A set of concepts, by ordinal: a bit for each concept of the release. It is changed in place, and belongs to one thread.</summary>
public sealed class ConceptSet : IEnumerable<int>
{
    private readonly ulong[] bits;

    /// <param name="size">How many concepts the release has.</param>
    public ConceptSet(int size)
    {
        Size = size;
        bits = new ulong[WordsFor(size)];
    }

    private ConceptSet(int size, ulong[] bits)
    {
        Size = size;
        this.bits = bits;
    }

    /// <summary>How many concepts the release has.</summary>
    public int Size { get; }

    /// <summary>How many words of 64 bits hold a bit for each concept.</summary>
    internal static int WordsFor(int size) => (size + 63) / 64;

    /// <summary>The set itself: a bit for each ordinal, from the lowest bit of the first word.</summary>
    internal Span<ulong> Bits => bits;

    /// <summary>How many are in the set; counted each time.</summary>
    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in bits) count += BitOperations.PopCount(word);
            return count;
        }
    }

    public bool IsEmpty => !bits.AsSpan().ContainsAnyExcept(0UL);

    public bool Contains(int ordinal) => (bits[ordinal >> 6] & (1UL << ordinal)) != 0;

    /// <summary>Puts a concept in; false where it was in already.</summary>
    public bool Add(int ordinal)
    {
        ref var word = ref bits[ordinal >> 6];
        var bit = 1UL << ordinal;
        if ((word & bit) != 0) return false;
        word |= bit;
        return true;
    }

    public void AddAll(ReadOnlySpan<int> ordinals)
    {
        foreach (var ordinal in ordinals) bits[ordinal >> 6] |= 1UL << ordinal;
    }

    public void Remove(int ordinal) => bits[ordinal >> 6] &= ~(1UL << ordinal);

    /// <summary>Takes out all.</summary>
    public void Clear() => Array.Clear(bits);

    /// <summary>Keeps what is in both.</summary>
    public ConceptSet And(ConceptSet other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] &= other.bits[i];
        return this;
    }

    /// <summary>Takes in what is in the other.</summary>
    public ConceptSet Or(ConceptSet other) => Or(other.bits);

    /// <summary>Takes in a set that lies in the store.</summary>
    internal ConceptSet Or(ReadOnlySpan<ulong> other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] |= other[i];
        return this;
    }

    /// <summary>Takes out what is in the other.</summary>
    public ConceptSet Minus(ConceptSet other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] &= ~other.bits[i];
        return this;
    }

    /// <summary>A set of its own that holds the same.</summary>
    public ConceptSet Copy() => new(Size, [.. bits]);

    /// <summary>The ordinals, ascending; which is the order of identifiers.</summary>
    public int[] ToArray()
    {
        var ordinals = new int[Count];
        var at = 0;
        foreach (var ordinal in this) ordinals[at++] = ordinal;
        return ordinals;
    }

    /// <summary>The ordinals, ascending. What is put in while they are walked may be met or not.</summary>
    public Enumerator GetEnumerator() => new(bits);

    IEnumerator<int> IEnumerable<int>.GetEnumerator()
    {
        for (var i = 0; i < bits.Length; i++)
            for (var word = bits[i]; word != 0; word &= word - 1)
                yield return (i << 6) + BitOperations.TrailingZeroCount(word);
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<int>)this).GetEnumerator();

    /// <summary>Walks the words of a set without an object of its own.</summary>
    public struct Enumerator(ulong[] bits)
    {
        private int index = -1;
        private ulong word;

        public readonly int Current => (index << 6) + BitOperations.TrailingZeroCount(word);

        public bool MoveNext()
        {
            if (index >= 0) word &= word - 1;
            while (word == 0)
            {
                if (++index == bits.Length) return false;
                word = bits[index];
            }
            return true;
        }
    }
}
