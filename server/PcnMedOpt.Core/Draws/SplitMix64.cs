namespace PcnMedOpt.Core.Draws;

/// <summary>
/// Numbers that look random and are the same every time, on every machine and runtime: a counter that grows by an odd constant, and a mixing of its bits
/// (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014).
/// </summary>
public struct SplitMix64(ulong state)
{
    /// <summary>The odd constant by which the counter grows.</summary>
    public const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong state = state;

    public ulong Next() => Mixed(state += Golden);

    public static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
