using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Sprache;
using static PcnMedOpt.Core.Ecl.EclCombinators;
using static PcnMedOpt.Core.Ecl.EclTokenKind;

namespace PcnMedOpt.Core.Ecl;

/// <summary>Identifiers, numbers, texts and days.</summary>
internal static class EclValues
{
    private static readonly SearchValues<char> Blanks = SearchValues.Create(" \t\r\n");

    private static readonly SearchValues<char> OfScheme = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-");

    private static readonly Parser<EclToken?> TermBehind = Optional(OneOf("a term between bars", Term));

    /// <summary>Six to eighteen digits, the first of them not 0.</summary>
    public static readonly Parser<long> Identifier = input =>
    {
        var token = (EclToken)input;
        if (token.Kind != Number) return Unexpected<long>(token, "an identifier, such as 195967001");
        if (token.Chars.Length is < 6 or > 18)
            return Fail<long>(token, $"'{token.Text}' is no identifier: it has {token.Chars.Length} digits, and one has 6 to 18.");
        return token.Chars[0] == '0'
            ? Fail<long>(token, $"'{token.Text}' is no identifier: one does not begin with 0.")
            : new EclSuccess<long>(long.Parse(token.Chars, CultureInfo.InvariantCulture), token.Next);
    };

    public static readonly Parser<ConceptReference> Concept = input =>
    {
        var id = Identifier(input);
        if (!id.WasSuccessful) return Fail<long, ConceptReference>(id);
        var term = TermBehind(id.Remainder);
        return new EclSuccess<ConceptReference>(new ConceptReference(id.Value, TermOf(term.Value), ((EclToken)input).Start), term.Remainder);
    };

    public static readonly Parser<EclFocus> AlternateConcept = Seq(
        Tok(Alternate, EclMessages.Concept), TermBehind, EclFocus (token, term) => OfAlternate(token.Chars, token.Start, term));

    public static readonly Parser<EclFocus> QuotedAlternateConcept = input => IsAlternate((EclToken)input)
        ? Seq(Tok(Quoted, EclMessages.Concept), TermBehind, EclFocus (token, term) => OfAlternate(token.Inner, token.Start, term))(input)
        : Fail<EclFocus>((EclToken)input, "Text is no concept: an identifier of another scheme is written LOINC#54486-6, or \"LOINC#54486-6\".");

    /// <summary>A whole number that counts.</summary>
    public static readonly Parser<int> Count = input =>
    {
        var token = (EclToken)input;
        if (token.Kind != Number) return Unexpected<int>(token, "a number, such as 1");
        if (token.Chars.Length > 1 && token.Chars[0] == '0') return Fail<int>(token, "A number does not begin with 0.");
        return token.Chars.Length > 9 ? Fail<int>(token, "This number is too large to count with.") : new EclSuccess<int>(int.Parse(token.Chars, CultureInfo.InvariantCulture), token.Next);
    };

    private static readonly Parser<string> Searched = input => ((EclToken)input).Kind == Quoted
        ? new EclSuccess<string>(((EclToken)input).Inner.ToString(), ((EclToken)input).Next)
        : Unexpected<string>((EclToken)input, "text between double quotation marks");

    private static readonly Parser<EclToken> Colon = Tok(EclTokenKind.Colon, "':'");

    /// <summary>Words to match, or a pattern.</summary>
    public static readonly Parser<SearchTerm> SearchTerm = input =>
    {
        var token = (EclToken)input;
        if (token.Kind == Quoted) return Matched(token, isSaid: false);
        if (!token.Is("match") && !token.Is("wild"))
            return Unexpected<SearchTerm>(token, token.Kind == Word ? "'match', 'wild' or text between double quotation marks" : "text between double quotation marks");
        var text = After(Colon, Searched)(token.Next);
        if (!text.WasSuccessful) return Fail<string, SearchTerm>(text);
        return token.Is("match") ? Matched(token.Next.Next, isSaid: true) : Wild(token.Next.Next);
    };

    /// <summary>A day as eight digits between quotation marks; nothing between them for none.</summary>
    public static readonly Parser<int> Day = input =>
    {
        var token = (EclToken)input;
        if (token.Kind != Quoted) return Unexpected<int>(token, "a day between double quotation marks, such as \"20260131\"");
        if (token.Inner.IsEmpty) return new EclSuccess<int>(0, token.Next);
        return IsDay(token.Inner)
            ? new EclSuccess<int>(int.Parse(token.Inner, CultureInfo.InvariantCulture), token.Next)
            : Fail<int>(token, "A day is eight digits, year, month and day, such as \"20260131\"; \"\" means none.");
    };

    public static readonly Parser<bool> Truth = Words("'true' or 'false'", ("true", true), ("false", false));

    public static decimal NumberOf(EclToken value) => decimal.Parse(value.Chars[1..], NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>A text that is an identifier of another scheme: the grammar reads it so where it could be either.</summary>
    public static bool IsAlternate(EclToken token)
    {
        if (token.Kind != Quoted || token.Inner.Contains('\\')) return false;
        var mark = token.Inner.IndexOf('#');
        return mark > 0 && mark < token.Inner.Length - 1 && char.IsAsciiLetter(token.Inner[0]) && !token.Inner[..mark].ContainsAnyExcept(OfScheme);
    }

    private static AlternateFocus OfAlternate(ReadOnlySpan<char> text, int offset, EclToken? term)
    {
        var mark = text.IndexOf('#');
        return new AlternateFocus(text[..mark].ToString(), text[(mark + 1)..].ToString(), TermOf(term), offset);
    }

    private static string? TermOf(EclToken? term) => term?.Inner.Trim(" \t\r\n").ToString();

    private static IResult<SearchTerm> Matched(EclToken token, bool isSaid)
    {
        if (BadEscape(token, "\"\\") is { } bad) return Fail<SearchTerm>(token, bad);
        var words = ImmutableArray.CreateBuilder<string>(1);
        foreach (var word in token.Inner.SplitAny(Blanks))
            if (!token.Inner[word].IsEmpty) words.Add(Unescaped(token.Inner[word]));
        return words.Count == 0
            ? Fail<SearchTerm>(token, "There is nothing to match between these quotation marks.")
            : new EclSuccess<SearchTerm>(new MatchTerm(words.DrainToImmutable(), Unescaped(token.Inner), isSaid), token.Next);
    }

    private static IResult<SearchTerm> Wild(EclToken token) =>
        BadEscape(token, "\"\\*") is { } bad ? Fail<SearchTerm>(token, bad)
        : token.Inner.IsEmpty ? Fail<SearchTerm>(token, "There is nothing to match between these quotation marks.")
        : new EclSuccess<SearchTerm>(new WildTerm(token.Inner.ToString()), token.Next);

    private static string? BadEscape(EclToken token, string escaped)
    {
        var text = token.Inner;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\') continue;
            if (!escaped.Contains(text[++i])) return $"'\\{text[i]}' means nothing in this text: write '\\\\' for a backslash.";
        }
        return null;
    }

    private static string Unescaped(ReadOnlySpan<char> word) =>
        word.ToString().Replace("\\\\", "\0", StringComparison.Ordinal).Replace("\\\"", "\"", StringComparison.Ordinal).Replace('\0', '\\');

    private static bool IsDay(ReadOnlySpan<char> text) =>
        text.Length == 8
        && !text.ContainsAnyExceptInRange('0', '9')
        && text[0] != '0'
        && int.Parse(text.Slice(4, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12
        && int.Parse(text[6..], CultureInfo.InvariantCulture) is >= 1 and <= 31;
}
