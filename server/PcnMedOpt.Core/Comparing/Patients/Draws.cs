using PcnMedOpt.Core.Draws;

namespace PcnMedOpt.Core.Comparing.Patients;

/// <summary>Decisions by lot, the same every time.</summary>
internal sealed class Draws(ulong seed)
{
    private SplitMix64 numbers = new(seed);

    public int Below(int count) => (int)(numbers.Next() % (ulong)count);

    public bool OneIn(int count) => Below(count) == 0;

    public T Of<T>(IReadOnlyList<T> items) => items[Below(items.Count)];
}
