using System.Numerics;

namespace PcnMedOpt.Releases;

/// <summary>Numbers that look random and are the same every time: SplitMix64 (Steele, Lea and Flood, 2014).</summary>
internal struct Mixing(ulong state)
{
    private ulong state = state;

    /// <summary>The numbers of one thing: no other thing has to be made before it.</summary>
    public static Mixing Of(ulong seed, ulong stream, long index) => new(Scramble(Scramble(seed ^ (stream * 0xA24BAED4963EE407)) + (ulong)index));

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        return Scramble(state);
    }

    /// <summary>From 0 to one less than the limit.</summary>
    public int Below(int limit) => (int)Math.BigMul(Next(), (ulong)limit, out _);

    public bool OneIn(int times) => Below(times) == 0;

    /// <summary>From 0 to one less than the limit, the n-th about 1/n times as often as the first, as words are in a language (Zipf).</summary>
    public int Often(int limit)
    {
        var octave = Below(BitOperations.Log2((uint)limit) + 1);
        var low = 1 << octave;
        return low + Below(Math.Min(low, limit + 1 - low)) - 1;
    }

    public T Pick<T>(T[] from) => from[Below(from.Length)];

    public T PickOften<T>(T[] from) => from[Often(from.Length)];

    /// <summary>How many things, so that their mean is so many thousandths.</summary>
    public int About(int thousandths) => (Below((2 * thousandths) + 1) + 500) / 1000;

    private static ulong Scramble(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
