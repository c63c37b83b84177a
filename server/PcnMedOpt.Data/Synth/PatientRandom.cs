namespace PcnMedOpt.Data.Synth;

/// <summary>
/// SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, OOPSLA 2014): a counter that grows by an odd constant, and a mixing of its bits.
/// It is written out here because the practice of a seed must be the same on every machine and runtime. Whole numbers only.
/// </summary>
internal struct PatientRandom
{
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state;

    /// <summary>Each patient draws from numbers of its own: patients do not depend on each other, nor on the order in which they are made.</summary>
    public PatientRandom(long seed, int patient) => state = Mixed(Mixed(unchecked((ulong)seed) + Golden) + unchecked((ulong)patient * Golden));

    public ulong Next() => Mixed(state += Golden);

    /// <summary>From 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True for so many of 10,000.</summary>
    public bool Chance(int share) => Below(10_000) < share;

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
