using PcnMedOpt.Core.Draws;

namespace PcnMedOpt.Data.Synth;

/// <summary>
/// What is drawn for one patient: the practice of a seed is the same on every machine and runtime. Whole numbers only.
/// </summary>
internal struct PatientRandom
{
    private SplitMix64 numbers;

    /// <summary>Each patient draws from numbers of its own: patients do not depend on each other, nor on the order in which they are made.</summary>
    public PatientRandom(long seed, int patient) => numbers = new SplitMix64(SplitMix64.Mixed(SplitMix64.Mixed(unchecked((ulong)seed) + SplitMix64.Golden) + unchecked((ulong)patient * SplitMix64.Golden)));

    public ulong Next() => numbers.Next();

    /// <summary>From 0 to <paramref name="count"/> - 1.</summary>
    public int Below(int count) => (int)((Next() >> 32) * (ulong)count >> 32);

    public int Between(int low, int high) => low + Below(high - low + 1);

    /// <summary>True for so many of 10,000.</summary>
    public bool Chance(int share) => Below(10_000) < share;
}
