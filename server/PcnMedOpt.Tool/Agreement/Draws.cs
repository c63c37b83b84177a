namespace PcnMedOpt.Tool.Agreement;

/// <summary>Decisions by lot, always the same for the same seed and number (SplitMix64: Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014).</summary>
internal sealed class Draws(ulong seed, int number)
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state = Mixed(seed + ((ulong)number * Golden));

    public int Next(int count) => (int)(Mixed(state += Golden) % (ulong)count);

    public bool Maybe() => Next(2) == 1;

    public T Of<T>(params IReadOnlyList<T> items) => items[Next(items.Count)];

    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
