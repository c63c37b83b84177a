namespace PcnMedOpt.Terminology.Rf2;

/// <summary>Rows in blocks of several megabytes: a list of millions of them grows without being copied, and its blocks can be used again.</summary>
internal sealed class RowList<T>
    where T : struct
{
    private const int Shift = 17;
    private const int Mask = (1 << Shift) - 1;
    private const int FirstBlock = 1 << 10;

    private readonly List<T[]> blocks = [];
    private readonly Stack<T[]> spare = [];

    public int Count { get; private set; }

    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public ref T this[int index] => ref blocks[index >> Shift][index & Mask];

    public Enumerator GetEnumerator() => new(this);

    public List<T> ToList()
    {
        var rows = new List<T>(Count);
        foreach (ref readonly var row in this) rows.Add(row);
        return rows;
    }

    public void Add(in T row)
    {
        var (block, place) = (Count >> Shift, Count & Mask);
        if (block == blocks.Count) blocks.Add(Count == 0 ? new T[FirstBlock] : spare.TryPop(out var emptied) ? emptied : new T[Mask + 1]);
        if (place == blocks[block].Length) Widen();
        blocks[block][place] = row;
        Count++;
    }

    /// <summary>Hands out the rows block by block. A block may be <see cref="Reuse">used again</see> when its rows have been read; at the end the list is empty.</summary>
    public IEnumerable<ArraySegment<T>> TakeBlocks()
    {
        for (var block = 0; block < blocks.Count; block++)
        {
            var rows = new ArraySegment<T>(blocks[block], 0, Math.Min(Count - (block << Shift), Mask + 1));
            blocks[block] = [];
            yield return rows;
        }
        blocks.Clear();
        Count = 0;
    }

    /// <summary>Takes a block that nobody reads any more for rows that are still to come.</summary>
    public void Reuse(T[] block)
    {
        if (block.Length == Mask + 1) spare.Push(block);
    }

    /// <summary>Lets go of the blocks that no row was put into.</summary>
    public void Trim() => spare.Clear();

    /// <summary>The first block, which begins small, becomes twice as long.</summary>
    private void Widen()
    {
        var block = blocks[0];
        Array.Resize(ref block, block.Length * 2);
        blocks[0] = block;
    }

    /// <summary>Goes along the rows where they lie.</summary>
    public struct Enumerator(RowList<T> rows)
    {
        private int place = -1;

        public readonly ref T Current => ref rows[place];

        public bool MoveNext() => ++place < rows.Count;
    }
}
