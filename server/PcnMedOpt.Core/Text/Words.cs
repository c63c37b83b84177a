namespace PcnMedOpt.Core.Text;

/// <summary>
/// The words of a term, as they are searched for: letters and digits in lower case, Latin letters without their marks (<c>Ménière's</c> is
/// <c>meniere s</c>), everything else a gap.
/// </summary>
public static class Words
{
    /// <summary>What <see cref="Fold"/> says of a character that stands between words.</summary>
    public const int Gap = -1;

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
        var folded = new System.Text.StringBuilder(text.Length);
        Span<char> letters = stackalloc char[Longest];
        foreach (var character in text)
        {
            var count = Fold(character, letters);
            if (count == Gap) folded.Append(' ');
            else folded.Append(letters[..count]);
        }
        return folded.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
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

    private static string Double(char letter) => letter switch
    {
        'A' => "ae",
        'T' => "th",
        'S' => "ss",
        'I' => "ij",
        _ => "oe",
    };
}
