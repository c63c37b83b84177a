using PcnMedOpt.Core.Draws;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>Decisions by lot, always the same for the same seed and number.</summary>
internal sealed class Draws(ulong seed, int number)
{
    private SplitMix64 numbers = new(SplitMix64.Mixed(seed + ((ulong)number * SplitMix64.Golden)));

    public int Next(int count) => (int)(numbers.Next() % (ulong)count);

    public bool Maybe() => Next(2) == 1;

    public T Of<T>(params IReadOnlyList<T> items) => items[Next(items.Count)];
}
