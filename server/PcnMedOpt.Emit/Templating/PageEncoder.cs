using System.Text;
using HandlebarsDotNet;

namespace PcnMedOpt.Emit.Templating;

/// <summary>
/// Text for a page: what HTML and XML read as markup is escaped, and what they cannot hold, or what turns the direction of reading round unseen,
/// becomes the replacement character. Pages are therefore also well-formed XML.
/// </summary>
public sealed class PageEncoder : ITextEncoder
{
    private const char Replacement = '\uFFFD';

    /// <summary>Handlebars asks for it; there is nothing to configure.</summary>
    public IFormatProvider? FormatProvider => null;

    /// <summary>The text without characters that a page cannot show; escapes nothing.</summary>
    public static string Legal(string text)
    {
        if (IsPlain(text)) return text;
        var legal = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++) Append(legal, text[i], i + 1 < text.Length ? text[i + 1] : '\0', ref i);
        return legal.ToString();
    }

    public static string Encoded(string text)
    {
        using var target = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        new PageEncoder().Encode(text, target);
        return target.ToString();
    }

    public void Encode(StringBuilder? text, TextWriter target) => Encode(text?.ToString(), target);

    public void Encode<T>(T? text, TextWriter target)
        where T : IEnumerator<char>
    {
        var characters = new StringBuilder();
        while (text is not null && text.MoveNext()) characters.Append(text.Current);
        Encode(characters.ToString(), target);
    }

    public void Encode(string? text, TextWriter target)
    {
        if (string.IsNullOrEmpty(text)) return;
        foreach (var character in Legal(text))
            switch (character)
            {
                case '&': target.Write("&amp;"); break;
                case '<': target.Write("&lt;"); break;
                case '>': target.Write("&gt;"); break;
                case '"': target.Write("&quot;"); break;
                case '\'': target.Write("&#39;"); break;
                default: target.Write(character); break;
            }
    }

    private static bool IsPlain(string text)
    {
        foreach (var character in text)
            if (character is < ' ' or > '~') return false;
        return true;
    }

    private static void Append(StringBuilder legal, char character, char next, ref int at)
    {
        if (char.IsHighSurrogate(character) && char.IsLowSurrogate(next))
        {
            legal.Append(character).Append(next);
            at++;
        }
        else if (character == '\r')
        {
            if (next != '\n') legal.Append('\n');
        }
        else legal.Append(IsLegal(character) ? character : Replacement);
    }

    /// <summary>XML 1.0 §2.2, without controls of C1 and without the marks that override the direction of text (Unicode Bidirectional Algorithm §2).</summary>
    private static bool IsLegal(char c) =>
        c is '\t' or '\n' or (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\uD800') or (>= '\uE000' and <= '\uFFFD')
        && c is not ((>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069'));
}
