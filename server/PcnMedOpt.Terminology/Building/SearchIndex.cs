using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PcnMedOpt.Terminology.Search;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>
/// What search needs: the words in order; for each word the descriptions with it, by rank; for each description its words; and all descriptions in
/// the order of their folded terms.
/// </summary>
internal sealed record SearchIndex(Lists<byte> Words, Lists<int> Postings, Lists<int> WordsOf, int[] ByText)
{
    private const int LongestTerm = 2 * ushort.MaxValue;

    public static SearchIndex Of(Terms terms)
    {
        var table = new WordTable();
        var (starts, values) = (new int[terms.Count + 1], new List<int>(terms.Count * 5));
        var (foldedStarts, folded) = (new int[terms.Count + 1], new byte[terms.Texts.Values.Length + terms.Texts.Values.Length / 8 + LongestTerm]);
        var found = new List<int>(terms.Count);
        for (var description = 0; description < terms.Count; description++)
        {
            var from = foldedStarts[description];
            if (folded.Length - from < terms.Texts[description].Length * TermFolding.Growth) Array.Resize(ref folded, folded.Length * 2);
            var length = terms.IsFound(description) ? TermFolding.Fold(terms.Texts[description], folded.AsSpan(from)) : 0;
            if (length > 0) found.Add(description);
            for (var text = folded.AsSpan(from, length); !text.IsEmpty;)
            {
                var end = text.IndexOf((byte)' ');
                var word = table.NumberOf(end < 0 ? text : text[..end]);
                if (!CollectionsMarshal.AsSpan(values)[starts[description]..].Contains(word)) values.Add(word);
                text = end < 0 ? [] : text[(end + 1)..];
            }
            foldedStarts[description + 1] = from + length;
            starts[description + 1] = values.Count;
        }
        var (words, places) = table.Sort();
        var numbers = values.ToArray();
        values = [];
        Memory.Release();
        var keys = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++) numbers[i] = places[numbers[i]];
        for (var description = 0; description < terms.Count; description++) keys.AsSpan(starts[description]..starts[description + 1]).Fill(description);
        var postings = Lists<int>.Of(table.Count, numbers, keys);
        int[] byText = [.. found];
        SortByText(byText, new Lists<byte>(foldedStarts, folded), 0);
        return new SearchIndex(words, postings, new Lists<int>(starts, numbers), byText);
    }

    public void Write(StoreWriter writer)
    {
        writer.AddLists<byte>(StoreNames.Words, Words.Starts, Words.Values);
        writer.AddLists<int>(StoreNames.Postings, Postings.Starts, Postings.Values);
        writer.AddLists<int>(StoreNames.WordsOf, WordsOf.Starts, WordsOf.Values);
        writer.Add<int>(StoreNames.ByText, ByText);
    }

    /// <summary>Sorts by eight bytes at a time, and what is the same in them by the next; what is the same to its end by rank.</summary>
    private static void SortByText(Span<int> descriptions, Lists<byte> texts, int at)
    {
        var keys = new ulong[descriptions.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = KeyOf(texts[descriptions[i]], at);
        keys.AsSpan().Sort(descriptions);
        for (var start = 0; start < keys.Length;)
        {
            var end = start + 1;
            while (end < keys.Length && keys[end] == keys[start]) end++;
            var same = descriptions[start..end];
            if (end - start > 1)
            {
                if ((byte)keys[start] == 0) same.Sort();
                else SortByText(same, texts, at + 8);
            }
            start = end;
        }
    }

    /// <summary>Eight bytes as a number that sorts as they do; the end of the text is 0, which no text holds.</summary>
    private static ulong KeyOf(ReadOnlySpan<byte> text, int at)
    {
        Span<byte> eight = stackalloc byte[8];
        if (at < text.Length) text[at..Math.Min(text.Length, at + 8)].CopyTo(eight);
        return BinaryPrimitives.ReadUInt64BigEndian(eight);
    }
}
