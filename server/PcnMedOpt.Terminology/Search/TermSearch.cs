using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Search;

/// <summary>
/// Search by words and beginnings of words. Descriptions are numbered by rank, so that whatever finds them in order of their numbers finds the
/// best first and can stop early.
/// </summary>
internal sealed class TermSearch(ReleaseStore store, StoreFile file)
{
    /// <summary>So many descriptions can be sorted in no time.</summary>
    private const int MostSorted = 2000;

    private readonly StoreTexts words = file.Texts(StoreNames.Words);
    private readonly StoreLists<int> postings = file.Lists<int>(StoreNames.Postings);
    private readonly StoreLists<int> wordsOf = file.Lists<int>(StoreNames.WordsOf);
    private readonly StoreColumn<int> byText = file.Column<int>(StoreNames.ByText);
    private int[]? unfound;

    /// <summary>Up to so many descriptions are sorted; more are marked in a map of bits, which takes as long as the release is large.</summary>
    private int FewDescriptions => Math.Min(MostSorted, wordsOf.Count / 800);

    /// <summary>Words that begin so in more descriptions are looked for in each description that the other words leave.</summary>
    private int ManyDescriptions => wordsOf.Count / 6;

    /// <summary>The words that begin with what was typed: a range of all words, and in how many descriptions they stand.</summary>
    private readonly record struct Prefix(int From, int To, int First, int Last)
    {
        public int Descriptions => Last - First;

        public bool IsIn(ReadOnlySpan<int> words)
        {
            foreach (var word in words)
                if (word >= From && word < To) return true;
            return false;
        }
    }

    public ImmutableArray<SearchHit> Find(string typed, SearchScope scope, int most)
    {
        var typedWords = Words.Of(typed);
        if (typedWords.Length == 0 || most <= 0) return [];
        var prefixes = typedWords.Distinct().Select(PrefixOf).OrderBy(p => p.Descriptions).ToArray();
        if (prefixes[0].Descriptions == 0) return [];
        var hits = new SearchHits(store, scope, most);
        if (hits.IsFull) return [];
        var text = Encoding.UTF8.GetBytes(string.Join(' ', typedWords));
        var (from, to) = (FirstText(text, false), FirstText(text, true));
        var exact = from;
        while (exact < to && Folded(byText[exact]).Length == text.Length) exact++;
        if (hits.AddAll(byText.Slice(from, exact))) return hits.ToArray();
        hits.TakesRetired = false;
        Add(byText.Slice(exact, to), prefixes, hits);
        hits.TakesRetired = scope.WithInactive;
        if (scope.WithInactive && !hits.IsFull) Add(byText.Slice(exact, to), prefixes, hits);
        return hits.ToArray();
    }

    /// <summary>
    /// The descriptions whose words are not in the index, since search does not find them: definitions, and retired terms of concepts in use. Made
    /// when it is first asked for.
    /// </summary>
    public IReadOnlyList<int> Unfound => unfound ??= [.. Enumerable.Range(0, wordsOf.Count).Where(d => wordsOf.StartOf(d) == wordsOf.StartOf(d + 1))];

    /// <summary>Puts the descriptions into a set in which a word begins with each of some words, those of <see cref="Unfound"/> left out.</summary>
    /// <param name="folded">Words by <see cref="Words"/>, at least one.</param>
    /// <param name="into">A set with room for all descriptions.</param>
    public void AddWith(IEnumerable<string> folded, DescriptionBits into)
    {
        var prefixes = folded.Distinct().Select(PrefixOf).ToArray();
        using var found = new DescriptionBits(wordsOf.Count);
        found.AddAll(postings.Values[prefixes[0].First..prefixes[0].Last]);
        foreach (var prefix in prefixes.AsSpan(1))
        {
            using var other = new DescriptionBits(wordsOf.Count);
            other.AddAll(postings.Values[prefix.First..prefix.Last]);
            found.And(other);
        }
        into.Or(found);
    }

    /// <summary>Terms that begin with what was typed, then the others with its words.</summary>
    private void Add(ReadOnlySpan<int> beginning, Prefix[] prefixes, SearchHits hits)
    {
        AddInOrder(beginning, [], hits);
        if (!hits.IsFull) AddOthers(prefixes, hits);
    }

    private void AddOthers(Prefix[] prefixes, SearchHits hits)
    {
        var narrow = prefixes[0];
        if (narrow.Descriptions > ManyDescriptions)
        {
            for (var description = 0; description < wordsOf.Count && !hits.IsDone(description); description++)
                if (HasAll(description, prefixes) && hits.Add(description)) return;
            return;
        }
        if (narrow.Descriptions <= FewDescriptions)
        {
            AddInOrder(postings.Values[narrow.First..narrow.Last], prefixes.AsSpan(1), hits);
            return;
        }
        using var found = new DescriptionBits(wordsOf.Count);
        found.AddAll(postings.Values[narrow.First..narrow.Last]);
        var tested = 1;
        for (; tested < prefixes.Length && prefixes[tested].Descriptions <= ManyDescriptions; tested++)
        {
            using var other = new DescriptionBits(wordsOf.Count);
            other.AddAll(postings.Values[prefixes[tested].First..prefixes[tested].Last]);
            found.And(other);
        }
        foreach (var description in found)
            if (hits.IsDone(description) || (HasAll(description, prefixes.AsSpan(tested)) && hits.Add(description))) return;
    }

    /// <summary>Takes descriptions in the order of rank, whatever the order in which they are given.</summary>
    private void AddInOrder(ReadOnlySpan<int> descriptions, ReadOnlySpan<Prefix> prefixes, SearchHits hits)
    {
        if (descriptions.Length <= FewDescriptions)
        {
            Span<int> sorted = stackalloc int[descriptions.Length];
            descriptions.CopyTo(sorted);
            sorted.Sort();
            foreach (var description in sorted)
                if (HasAll(description, prefixes) && hits.Add(description)) return;
            return;
        }
        using var found = new DescriptionBits(wordsOf.Count);
        found.AddAll(descriptions);
        foreach (var description in found)
            if (hits.IsDone(description) || (HasAll(description, prefixes) && hits.Add(description))) return;
    }

    private bool HasAll(int description, ReadOnlySpan<Prefix> prefixes)
    {
        if (prefixes.IsEmpty) return true;
        var own = wordsOf[description];
        foreach (var prefix in prefixes)
            if (!prefix.IsIn(own)) return false;
        return true;
    }

    private Prefix PrefixOf(string word)
    {
        var typed = Encoding.UTF8.GetBytes(word);
        var (from, to) = (FirstWord(typed, false), FirstWord(typed, true));
        return from < to ? new Prefix(from, to, postings.StartOf(from), postings.StartOf(to)) : default;
    }

    /// <summary>The first word that does not come before what was typed, or the first that comes after all that begin so.</summary>
    private int FirstWord(ReadOnlySpan<byte> typed, bool after)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (IsBefore(words.Bytes(middle), typed, after)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private int FirstText(ReadOnlySpan<byte> typed, bool after)
    {
        var (low, high) = (0, byText.Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (IsBefore(Folded(byText[middle]), typed, after)) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    private static bool IsBefore(ReadOnlySpan<byte> text, ReadOnlySpan<byte> typed, bool after) =>
        (after && text.StartsWith(typed)) || text.SequenceCompareTo(typed) < 0;

    private ReadOnlySpan<byte> Folded(int description)
    {
        var term = store.TermBytes(description);
        var folded = new byte[term.Length * TermFolding.Growth];
        return folded.AsSpan(0, TermFolding.Fold(term, folded));
    }
}
