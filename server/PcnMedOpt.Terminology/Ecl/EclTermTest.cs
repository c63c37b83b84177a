using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// Terms (specification, 6.8): words of the term begin with those that are searched for, in any order, as search in the store compares them; or the
/// whole term follows a pattern. Capital and small letters are the same.
/// </summary>
internal static class EclTermTest
{
    private const int Longest = 512;

    private delegate bool Matcher(ReadOnlySpan<char> text);

    public static Func<int, bool> Of(TextComparison terms, EclContext context)
    {
        var store = context.Store;
        Matcher[] tests = [.. terms.Terms.Select(t => Test(t, context))];
        var characters = new char[Longest];
        return description =>
        {
            var bytes = store.TermBytes(description);
            if (bytes.Length > characters.Length) characters = new char[bytes.Length];
            return IsAny(tests, characters.AsSpan(0, Encoding.UTF8.GetChars(bytes, characters))) != terms.IsNot;
        };
    }

    /// <summary>The same of texts that are no descriptions.</summary>
    public static Func<string, bool> OfText(TextComparison terms, EclContext context)
    {
        Matcher[] tests = [.. terms.Terms.Select(t => Test(t, context))];
        return text => IsAny(tests, text) != terms.IsNot;
    }

    private static bool IsAny(Matcher[] tests, ReadOnlySpan<char> text)
    {
        foreach (var matches in tests)
            if (matches(text)) return true;
        return false;
    }

    /// <summary>For each term that is searched for the words that a description has to have; null where patterns, or descriptions without them, are asked for.</summary>
    public static ImmutableArray<string[]>? Wanted(TextComparison terms)
    {
        if (terms.IsNot || terms.Terms.Any(t => t is not MatchTerm)) return null;
        ImmutableArray<string[]> words = [.. terms.Terms.Select(WordsOf)];
        return words.Any(w => w.Length == 0) ? null : words;
    }

    private static string[] WordsOf(SearchTerm term) => term is MatchTerm match ? [.. match.Words.SelectMany(Words.Of)] : [];

    private static Matcher Test(SearchTerm term, EclContext context)
    {
        if (term is WildTerm wild)
        {
            var pattern = Pattern(wild.Pattern);
            return text => Follows(text, pattern);
        }
        string[] wanted = [.. WordsOf(term).Select(w => Words.Blank + w)];
        if (wanted.Length == 0) context.Refuse("A term that is searched for has no letters and no digits, and words have nothing else.");
        var folded = new char[Longest];
        return text =>
        {
            var length = (text.Length * Words.Longest) + 1;
            if (folded.Length < length) folded = new char[length];
            folded[0] = Words.Blank;
            var words = folded.AsSpan(0, 1 + Words.Fold(text, folded.AsSpan(1)));
            foreach (var word in wanted)
                if (words.IndexOf(word, StringComparison.Ordinal) < 0) return false;
            return true;
        };
    }

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
    private static bool Follows(ReadOnlySpan<char> text, ImmutableArray<char?> pattern)
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
