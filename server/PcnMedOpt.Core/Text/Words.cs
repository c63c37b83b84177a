namespace PcnMedOpt.Core.Text;

/// <summary>
/// The words of a term, as they are searched for: letters and digits in lower case, Latin letters without their marks, everything else a gap; but
/// an apostrophe before the s that ends a word is nothing, since most people write none (<c>Ménière's</c> is <c>menieres</c>).
/// </summary>
public static class Words
{
    /// <summary>What stands between words that are folded.</summary>
    public const char Blank = ' ';

    /// <summary>What <see cref="Fold(char, Span{char})"/> says of a character that stands between words.</summary>
    public const int Gap = -1;

    /// <summary>What stands for the character after the last.</summary>
    public const char End = '\0';

    /// <summary>The longest that a character becomes.</summary>
    public const int Longest = 2;

    /// <summary>The letters of Unicode from U+00C0 to U+017F without their marks; a blank is a gap, a capital one of <see cref="Double"/>.</summary>
    private const string Plain =
        "aaaaaaAceeeeiiiidnooooo ouuuuyTSaaaaaaAceeeeiiiidnooooo ouuuuyTy"
        + "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiIIjjkkkllllllllllnnnnnnnnnooooooOOrrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

    private const char First = '\u00C0';

    /// <summary>The words of a text, in its order.</summary>
    public static string[] Of(string text)
    {
        var folded = new char[text.Length * Longest];
        return new string(folded, 0, Fold(text, folded)).Split(Blank, StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The letters of a text, with a <see cref="Blank"/> for each character that stands between words.</summary>
    /// <param name="text">The text.</param>
    /// <param name="into">At least <see cref="Longest"/> times as long.</param>
    /// <returns>How many characters it has become.</returns>
    public static int Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (IsSilent(text[at], At(text, at + 1), At(text, at + 2))) continue;
            var count = Fold(text[at], into[length..]);
            if (count == Gap) into[length++] = Blank;
            else length += count;
        }
        return length;
    }

    /// <summary>What a character is in a word.</summary>
    /// <param name="character">A character of a text.</param>
    /// <param name="into">Takes the letters, <see cref="Longest"/> at most.</param>
    /// <returns>How many letters it becomes, none for a mark that stands by itself; <see cref="Gap"/> for what stands between words.</returns>
    public static int Fold(char character, Span<char> into)
    {
        if (character is >= First and <= '\u017F')
        {
            var plain = Plain[character - First];
            if (plain == ' ') return Gap;
            if (!char.IsAsciiLetterUpper(plain))
            {
                into[0] = plain;
                return 1;
            }
            Double(plain).CopyTo(into);
            return 2;
        }
        if (character is >= '\u0300' and <= '\u036F') return 0;
        if (!char.IsLetterOrDigit(character)) return Gap;
        into[0] = char.ToLowerInvariant(character);
        return 1;
    }

    /// <summary>A character is an apostrophe that is left out.</summary>
    /// <param name="character">The character.</param>
    /// <param name="next">The one after it; <see cref="End"/> where there is none.</param>
    /// <param name="last">The one after that.</param>
    public static bool IsSilent(char character, char next, char last) =>
        character is '\'' or '\u2019' && next is 's' or 'S' && char.IsAscii(last) && !char.IsAsciiLetterOrDigit(last);

    /// <summary>The character at a place; <see cref="End"/> behind the end.</summary>
    private static char At(ReadOnlySpan<char> text, int place) => place < text.Length ? text[place] : End;

    private static string Double(char letter) => letter switch
    {
        'A' => "ae",
        'T' => "th",
        'S' => "ss",
        'I' => "ij",
        _ => "oe",
    };
}
