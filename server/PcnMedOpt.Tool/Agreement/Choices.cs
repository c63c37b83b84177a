namespace PcnMedOpt.Tool.Agreement;

/// <summary>
/// Makes decisions from a row of numbers: the same numbers give the same thing, and fewer or smaller numbers a simpler one, so that a test
/// shrinks whatever is made from them. When the numbers run out, every choice is the first.
/// </summary>
public sealed class Choices(IReadOnlyList<byte> numbers)
{
    private int at;

    /// <summary>Decisions for one of many things to be made: always the same for the same seed and number (SplitMix64, Steele, Lea and Flood 2014).</summary>
    public static Choices Of(ulong seed, int number)
    {
        var bytes = new byte[512];
        var state = seed + ((ulong)number * 0x9E3779B97F4A7C15);
        for (var i = 0; i < bytes.Length; i += 8)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            BitConverter.TryWriteBytes(bytes.AsSpan(i), mixed ^ (mixed >> 31));
        }
        return new Choices(bytes);
    }

    public int Next(int count) => at < numbers.Count ? numbers[at++] % count : 0;

    public bool Maybe() => Next(2) == 1;

    public T Of<T>(params IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>From none to as many as given.</summary>
    public IReadOnlyList<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, Next(most + 1)).Select(_ => make())];

    /// <summary>From one to as many as given.</summary>
    public IReadOnlyList<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, 1 + Next(most)).Select(_ => make())];
}
