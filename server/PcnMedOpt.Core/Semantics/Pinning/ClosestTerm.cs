using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>Which description of a code comes closest to a term that is none of them.</summary>
internal static class ClosestTerm
{
    /// <summary>Null where the term is one of the descriptions, whatever its case, blanks and semantic tag, or where there are none.</summary>
    /// <param name="written">The term.</param>
    /// <param name="descriptions">The descriptions, the one to prefer first.</param>
    public static string? Of(string written, IReadOnlyList<string> descriptions)
    {
        if (descriptions.Count == 0 || descriptions.Any(d => Terms.AreAlike(d, written))) return null;
        var words = WordsOf(written);
        return descriptions.OrderByDescending(d => Shared(words, WordsOf(d))).First();
    }

    /// <summary>The share of words that two terms have in common, of all words that either has.</summary>
    private static double Shared(HashSet<string> one, HashSet<string> other)
    {
        var common = one.Count(other.Contains);
        return common == 0 ? 0 : (double)common / (one.Count + other.Count - common);
    }

    private static HashSet<string> WordsOf(string term) =>
        [.. term.ToLowerInvariant().Split([' ', '-', '/', ',', '(', ')'], StringSplitOptions.RemoveEmptyEntries)];
}
