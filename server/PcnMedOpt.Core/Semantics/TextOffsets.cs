using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>Where what a text says stands in the source, for findings within a text.</summary>
public static class TextOffsets
{
    /// <summary>
    /// For each character of <see cref="Strings.Value"/> its offset in the slice, and behind the last where the text ends.
    /// </summary>
    /// <param name="token">A text in quotation marks, or a block of text.</param>
    public static int[] Of(Token token)
    {
        var places = token.Kind == TokenKind.Text ? Block(token.Text) : Line(token);
        return [.. places.Select(p => token.Start + p), places.Count == 0 ? token.Start + 1 : token.Start + places[^1] + 1];
    }

    private static List<int> Line(Token token)
    {
        var typed = Strings.AsTyped(token);
        var places = new List<int>(typed.Length);
        for (var i = 0; i < typed.Length; i++)
        {
            places.Add(i + 1);
            if (typed[i] == '\\' && i + 1 < typed.Length) i++;
        }
        return places;
    }

    /// <summary>The characters of the value are found again from the front: a block leaves characters out, and changes none but line ends.</summary>
    private static List<int> Block(string text)
    {
        var value = Strings.OfBlock(text);
        var places = new List<int>(value.Length);
        var at = 3;
        var indent = IndentOf(text);
        while (at < text.Length && text[at] is '\r' or '\n') at++;
        at += Skipped(text, at, indent, isFirst: at == 3);
        foreach (var c in value)
        {
            places.Add(at);
            if (c != '\n')
            {
                at++;
                continue;
            }
            at += text[at] == '\r' && at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            at += Skipped(text, at, indent, isFirst: false);
        }
        return places;
    }

    /// <summary>How many characters at the start of a line are indentation.</summary>
    private static int Skipped(string text, int start, string indent, bool isFirst)
    {
        if (isFirst) return 0;
        if (string.CompareOrdinal(text, start, indent, 0, indent.Length) == 0) return indent.Length;
        var end = start;
        while (end < text.Length && text[end] is not ('\r' or '\n') && char.IsWhiteSpace(text[end])) end++;
        return end - start;
    }

    private static string IndentOf(string text)
    {
        var lines = text[..^Math.Min(3, text.Length)].ReplaceLineEndings("\n").Split('\n');
        return lines.Length > 1 && string.IsNullOrWhiteSpace(lines[^1]) ? lines[^1] : "";
    }
}
