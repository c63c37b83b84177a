using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>
/// Search finds what has the words, in the order that is promised: the term itself, then terms that begin so, then others, retired concepts last; among
/// these by rank. Compared with looking at every description.
/// </summary>
public sealed class SearchAgreementTests(ImportedRelease release) : IClassFixture<ImportedRelease>
{
    private const long Definition = 900000000000550004;
    private const long FullName = 900000000000003001;
    private const int Times = 400;

    private readonly ReleaseStore store = release.Store;

    [Fact]
    public void What_is_found_and_in_which_order_follows_from_the_descriptions()
    {
        var random = new Random(1);
        var (found, full) = (0, 0);
        foreach (var typed in Enumerable.Range(0, Times).Select(_ => Typed(random)).Concat(["d", "s", "a", "p d", "of"]))
        {
            var scope = new SearchScope(random.Next(4) == 0 ? store.IdOf(random.Next(store.Count)) : null, random.Next(6) == 0 ? random.Next(2) == 0 : null, random.Next(2) == 0);
            var most = random.Next(2) == 0 ? 10 : 5000;
            var expected = Expected(typed, scope, most);
            Assert.Equal(expected, store.Search(typed, scope, most).Select(h => (h.Concept.Id, h.Matched)));
            if (expected.Count > 0) found++;
            if (expected.Count > 500) full++;
        }
        Assert.InRange(found, Times / 2, Times);
        Assert.InRange(full, 5, Times);
    }

    [Fact]
    public void Descriptions_are_numbered_by_rank()
    {
        for (var description = 1; description < store.DescriptionCount; description++) Assert.True(RankOf(description - 1).CompareTo(RankOf(description)) <= 0, $"{store.Term(description)}");
    }

    private List<(long, string)> Expected(string typed, SearchScope scope, int most)
    {
        var words = Words.Of(typed);
        var text = string.Join(' ', words);
        var hits =
            from description in Enumerable.Range(0, store.DescriptionCount)
            let concept = store.ConceptOf(description)
            where store.DescriptionType(description) != Definition && (store.IsDescriptionActive(description) || !store.IsActive(concept))
            let own = Words.Of(store.Term(description))
            where words.All(w => own.Any(o => o.StartsWith(w, StringComparison.Ordinal)))
            where (scope.WithInactive || store.IsActive(concept)) && (scope.Dmd is not { } dmd || store.DmdLevelOf(concept) is not null == dmd)
            where scope.Below is not { } below || concept == store.OrdinalOf(below) || store.Ancestors(concept).Contains(store.OrdinalOf(below))
            let joined = string.Join(' ', own)
            orderby joined == text ? 0 : 1, joined == text || store.IsActive(concept) ? 0 : 1, joined.StartsWith(text, StringComparison.Ordinal) ? 0 : 1, description
            select (Concept: store.IdOf(concept), Term: store.Term(description));
        return [.. hits.DistinctBy(h => h.Concept).Take(most)];
    }

    private (int, int, int, long) RankOf(int description)
    {
        var type = store.DescriptionType(description);
        var shown = store.ShownAs(description);
        var kind = type == Definition || shown == Acceptability.None ? 3 : type == FullName ? 2 : shown == Acceptability.Preferred ? 0 : 1;
        var id = store.DescriptionId(description);
        return ((store.IsActive(store.ConceptOf(description)) ? 0 : 2) + (store.IsDescriptionActive(description) ? 0 : 1), kind, store.TermBytes(description).Length, id == 0 ? long.MaxValue : id);
    }

    private string Typed(Random random)
    {
        var words = Words.Of(store.Term(random.Next(store.DescriptionCount)));
        random.Shuffle(words);
        if (random.Next(10) == 0) return store.Term(random.Next(store.DescriptionCount));
        return string.Join(' ', words.Take(random.Next(1, 4)).Select(w => w[..random.Next(1, w.Length + 1)]));
    }
}
