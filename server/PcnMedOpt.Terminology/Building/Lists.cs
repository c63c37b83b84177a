using System.Runtime.InteropServices;

namespace PcnMedOpt.Terminology.Building;

/// <summary>Values as they come, each for the list of an ordinal.</summary>
internal sealed class Gathered<T>(int expected)
    where T : unmanaged
{
    private readonly List<int> keys = new(expected);
    private readonly List<T> values = new(expected);

    public void Add(int key, T value)
    {
        keys.Add(key);
        values.Add(value);
    }

    /// <param name="count">How many lists there are.</param>
    public Lists<T> Lists(int count) => Building.Lists<T>.Of(count, CollectionsMarshal.AsSpan(keys), CollectionsMarshal.AsSpan(values));
}

/// <summary>A list of values for each ordinal, being made: where each begins among all values, and the values.</summary>
internal sealed record Lists<T>(int[] Starts, T[] Values)
    where T : unmanaged
{
    public Span<T> this[int ordinal] => Values.AsSpan(Starts[ordinal], Starts[ordinal + 1] - Starts[ordinal]);

    /// <summary>Puts values into the lists of their keys, in the order in which they are given.</summary>
    /// <param name="count">How many lists there are.</param>
    /// <param name="keys">The ordinal whose list each value belongs to.</param>
    /// <param name="values">As many as there are keys.</param>
    public static Lists<T> Of(int count, ReadOnlySpan<int> keys, ReadOnlySpan<T> values)
    {
        var starts = new int[count + 1];
        foreach (var key in keys) starts[key + 1]++;
        for (var i = 0; i < count; i++) starts[i + 1] += starts[i];
        var next = starts[..count];
        var sorted = new T[values.Length];
        for (var i = 0; i < values.Length; i++) sorted[next[keys[i]]++] = values[i];
        return new Lists<T>(starts, sorted);
    }

    /// <summary>The same with each list sorted, and what stands in it twice once.</summary>
    public Lists<T> SortedOnce(IComparer<T>? order = null)
    {
        order ??= Comparer<T>.Default;
        var starts = new int[Starts.Length];
        var at = 0;
        for (var list = 0; list < Starts.Length - 1; list++)
        {
            var values = this[list];
            if (values.Length > 1) values.Sort(order);
            for (var i = 0; i < values.Length; i++)
                if (i == 0 || order.Compare(values[i], values[i - 1]) != 0) Values[at++] = values[i];
            starts[list + 1] = at;
        }
        return new Lists<T>(starts, at == Values.Length ? Values : Values[..at]);
    }
}
