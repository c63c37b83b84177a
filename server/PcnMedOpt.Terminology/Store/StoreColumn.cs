using System.Text;

namespace PcnMedOpt.Terminology.Store;

/// <summary>The values of a section, where they lie in the mapped file. Not to be used after the store has been closed.</summary>
public readonly unsafe struct StoreColumn<T>
    where T : unmanaged
{
    private readonly T* first;

    internal StoreColumn(T* first, int count)
    {
        this.first = first;
        Count = count;
    }

    public int Count { get; }

    public ReadOnlySpan<T> Span => new(first, Count);

    /// <exception cref="IndexOutOfRangeException">There is no such value.</exception>
    public T this[int index] => (uint)index < (uint)Count ? first[index] : throw new IndexOutOfRangeException();

    /// <summary>Some of the values.</summary>
    public ReadOnlySpan<T> Slice(int start, int end) => Span[start..end];
}

/// <summary>A list of values for each ordinal.</summary>
public readonly struct StoreLists<T>(StoreColumn<int> starts, StoreColumn<T> values)
    where T : unmanaged
{
    /// <summary>How many lists there are; 0 where the store has no such section.</summary>
    public int Count => Math.Max(starts.Count - 1, 0);

    /// <summary>Where each list begins among the values of all, and behind the last where it ends.</summary>
    public ReadOnlySpan<int> Starts => starts.Span;

    /// <summary>The values of all lists.</summary>
    public ReadOnlySpan<T> Values => values.Span;

    public ReadOnlySpan<T> this[int ordinal] => values.Slice(starts[ordinal], starts[ordinal + 1]);

    /// <summary>Where the list begins among the values of all.</summary>
    public int StartOf(int ordinal) => starts[ordinal];
}

/// <summary>Texts by ordinal, held in UTF-8.</summary>
public readonly struct StoreTexts(StoreLists<byte> lists)
{
    public int Count => lists.Count;

    public string this[int ordinal] => Encoding.UTF8.GetString(lists[ordinal]);

    public ReadOnlySpan<byte> Bytes(int ordinal) => lists[ordinal];
}
