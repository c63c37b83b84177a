using System.Collections.Immutable;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// Terms (specification, 6.8): words of the term begin with those that are searched for, in any order, as search in the store compares them; or the
/// whole term follows a pattern. Capital and small letters are the same.
/// </summary>
internal static class EclTermTest
{
    public static Func<int, bool> Of(TextComparison terms, EclContext context)
    {
        var store = context.Store;
        Func<string, bool>[] tests = [.. terms.Terms.Select(t => Test(t, context))];
        return description =>
        {
            var term = store.Term(description);
            return Array.Exists(tests, matches => matches(term)) != terms.IsNot;
        };
    }

    private static Func<string, bool> Test(SearchTerm term, EclContext context)
    {
        if (term is WildTerm wild)
        {
            var pattern = Pattern(wild.Pattern);
            return text => Follows(text, pattern);
        }
        var wanted = term is MatchTerm match ? match.Words.SelectMany(Words.Of).ToArray() : [];
        if (wanted.Length == 0) context.Refuse("A term that is searched for has no letters and no digits, and words have nothing else.");
        return text => Begins(Words.Of(text), wanted);
    }

    private static bool Begins(string[] words, string[] wanted) =>
        Array.TrueForAll(wanted, w => Array.Exists(words, word => word.StartsWith(w, StringComparison.Ordinal)));

    /// <summary>The characters of a pattern in small letters; null stands for any characters.</summary>
    private static ImmutableArray<char?> Pattern(string text)
    {
        var pattern = ImmutableArray.CreateBuilder<char?>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '*') pattern.Add(null);
            else pattern.Add(char.ToLowerInvariant(text[i] == '\\' ? text[++i] : text[i]));
        }
        return pattern.DrainToImmutable();
    }

    /// <summary>Goes along both, and where they part back to the last place for any characters, which then takes one more.</summary>
    private static bool Follows(string text, ImmutableArray<char?> pattern)
    {
        var (at, place, star, taken) = (0, 0, -1, 0);
        while (at < text.Length)
        {
            if (place < pattern.Length && pattern[place] is { } wanted && wanted == char.ToLowerInvariant(text[at]))
            {
                at++;
                place++;
            }
            else if (place < pattern.Length && pattern[place] is null)
            {
                star = place++;
                taken = at;
            }
            else if (star >= 0)
            {
                place = star + 1;
                at = ++taken;
            }
            else return false;
        }
        while (place < pattern.Length && pattern[place] is null) place++;
        return place == pattern.Length;
    }
}
