namespace PcnMedOpt.Tests.Support;

/// <summary>
/// Makes decisions from a row of numbers: the same numbers give the same thing, and fewer or smaller numbers a simpler one, so that FsCheck
/// shrinks whatever is made from them. When the numbers run out, every choice is the first.
/// </summary>
public sealed class Choices(IReadOnlyList<byte> numbers)
{
    private int at;

    public int Next(int count) => at < numbers.Count ? numbers[at++] % count : 0;

    public bool Maybe() => Next(2) == 1;

    public T Of<T>(params IReadOnlyList<T> items) => items[Next(items.Count)];

    /// <summary>From none to as many as given.</summary>
    public IReadOnlyList<T> Many<T>(int most, Func<T> make) => [.. Enumerable.Range(0, Next(most + 1)).Select(_ => make())];

    /// <summary>From one to as many as given.</summary>
    public IReadOnlyList<T> Some<T>(int most, Func<T> make) => [.. Enumerable.Range(0, 1 + Next(most)).Select(_ => make())];
}
