using System.Text;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>What a text, block or term says, without its marks.</summary>
public static class Strings
{
    /// <summary>What parts words of a term: blanks of every kind, line ends, control characters.</summary>
    private static readonly char[] Blanks = [.. Enumerable.Range(0, char.MaxValue).Select(c => (char)c).Where(c => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF')];

    public static string Value(Token token) => token.Kind switch
    {
        TokenKind.String => Unescaped(AsTyped(token)),
        TokenKind.Term => Inside(token.Chars, '|').Trim().ToString(),
        TokenKind.Text => OfBlock(token.Text),
        _ => token.Text,
    };

    /// <summary>What stands between the marks, escapes and all: a path, in which a backslash is to be seen.</summary>
    public static string AsTyped(Token token) => Inside(token.Chars, '"').ToString();

    /// <summary>As the language writes a text: in quotation marks, with its escapes.</summary>
    public static string Quoted(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal) + "\"";

    private static ReadOnlySpan<char> Inside(ReadOnlySpan<char> text, char mark)
    {
        var end = text.Length > 1 && (text[^1] == mark || text[^1] is '”' or '“' or '’') ? text.Length - 1 : text.Length;
        return text[1..end];
    }

    /// <summary>As the language writes the term of a code: between bars, on one line. A bar in it becomes a stroke, as there is no escape for one; empty for no term.</summary>
    public static string TermOf(string value)
    {
        var words = string.Join(' ', value.Replace('|', '/').Split(Blanks, StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "" : $"|{words}|";
    }

    private static string Unescaped(string text)
    {
        if (!text.Contains('\\', StringComparison.Ordinal)) return text;
        var value = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length) value.Append(text[i]);
            else value.Append(text[++i] switch { 'n' => '\n', var c => c });
        }
        return value.ToString();
    }

    /// <summary>The lines between the quotation marks, the indentation of the closing ones removed. CRLF is read as LF.</summary>
    internal static string OfBlock(string text)
    {
        var inside = text[3..(text.Length >= 6 && text.EndsWith("\"\"\"", StringComparison.Ordinal) ? text.Length - 3 : text.Length)].ReplaceLineEndings("\n");
        var lines = inside.Split('\n');
        var indent = lines.Length > 1 && string.IsNullOrWhiteSpace(lines[^1]) ? lines[^1] : "";
        var kept = lines.Select((line, i) => i > 0 && line.StartsWith(indent, StringComparison.Ordinal) ? line[indent.Length..] : i > 0 ? line.TrimStart() : line);
        return string.Join('\n', kept).Trim('\n').TrimEnd();
    }
}
