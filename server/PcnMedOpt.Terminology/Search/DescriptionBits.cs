using System.Buffers;
using System.Numerics;

namespace PcnMedOpt.Terminology.Search;

/// <summary>A set of descriptions, a bit for each, on rented memory.</summary>
internal ref struct DescriptionBits
{
    private readonly ulong[] rented;
    private readonly Span<ulong> bits;

    public DescriptionBits(int count)
    {
        var words = (count + 63) / 64;
        rented = ArrayPool<ulong>.Shared.Rent(words);
        bits = rented.AsSpan(0, words);
        bits.Clear();
    }

    public readonly void AddAll(ReadOnlySpan<int> descriptions)
    {
        foreach (var description in descriptions) bits[description >> 6] |= 1UL << description;
    }

    public readonly void And(DescriptionBits other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] &= other.bits[i];
    }

    public readonly void Or(DescriptionBits other)
    {
        for (var i = 0; i < bits.Length; i++) bits[i] |= other.bits[i];
    }

    public readonly void Dispose() => ArrayPool<ulong>.Shared.Return(rented);

    /// <summary>Ascending.</summary>
    public readonly Enumerator GetEnumerator() => new(bits);

    public ref struct Enumerator(Span<ulong> bits)
    {
        private readonly Span<ulong> all = bits;
        private int next = 0;
        private ulong left = 0;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (left == 0)
            {
                if (next == all.Length) return false;
                left = all[next++];
            }
            Current = ((next - 1) << 6) + BitOperations.TrailingZeroCount(left);
            left &= left - 1;
            return true;
        }
    }
}
