namespace PcnMedOpt.Terminology.Rf2;

/// <summary>The few identifiers that many rows name, such as modules, as small numbers. May be used by several threads.</summary>
internal sealed class IdPool
{
    private readonly Lock adding = new();
    private readonly Dictionary<long, int> numbers = [];
    private readonly List<long> ids = [];

    /// <summary>The identifiers by number; read when nothing is added any more.</summary>
    public IReadOnlyList<long> Ids => ids;

    public int NumberOf(long id)
    {
        lock (adding)
        {
            if (numbers.TryGetValue(id, out var number)) return number;
            numbers.Add(id, ids.Count);
            ids.Add(id);
            return ids.Count - 1;
        }
    }

    /// <summary>
    /// The identifiers in order, with 0 before them for what has none, and for each number its place among them: what a store holds must not
    /// depend on which thread came first.
    /// </summary>
    public (long[] Sorted, int[] Places) Sort()
    {
        long[] sorted = [0, .. ids.Where(i => i != 0).Order()];
        return (sorted, [.. ids.Select(i => Array.BinarySearch(sorted, i))]);
    }
}

/// <summary>What one thread has asked a pool already.</summary>
internal sealed class PoolReader(IdPool pool)
{
    private readonly Dictionary<long, int> known = [];
    private long last = -1;
    private int lastNumber;

    public int NumberOf(long id)
    {
        if (id == last) return lastNumber;
        if (!known.TryGetValue(id, out var number)) known.Add(id, number = pool.NumberOf(id));
        (last, lastNumber) = (id, number);
        return number;
    }
}

/// <summary>The few texts that many rows hold, as small numbers. May be used by several threads.</summary>
internal sealed class TextPool
{
    private readonly Lock adding = new();
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> texts = [];

    public int Count => texts.Count;

    public int NumberOf(ReadOnlySpan<byte> text)
    {
        var key = System.Text.Encoding.UTF8.GetString(text);
        lock (adding)
        {
            if (numbers.TryGetValue(key, out var number)) return number;
            numbers.Add(key, texts.Count);
            texts.Add(key);
            return texts.Count - 1;
        }
    }

    /// <summary>The texts in order, and for each number its place among them.</summary>
    public (string[] Sorted, int[] Places) Sort()
    {
        string[] sorted = [.. texts.Order(StringComparer.Ordinal)];
        return (sorted, [.. texts.Select(t => Array.BinarySearch(sorted, t, StringComparer.Ordinal))]);
    }
}
