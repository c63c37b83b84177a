using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Diagnostics;

/// <summary>Edits that more than one quick fix makes.</summary>
public static class Edits
{
    /// <summary>Takes something away: its whole line when nothing else but a comment stands on it, else itself and the blanks that follow.</summary>
    public static TextEdit Remove(string text, TextSpan span)
    {
        var lineStart = span.Start == 0 ? 0 : text.LastIndexOf('\n', span.Start - 1) + 1;
        var newLine = text.IndexOf('\n', span.End);
        var lineEnd = newLine < 0 ? text.Length : newLine;
        var after = text.AsSpan(span.End, lineEnd - span.End).Trim();
        var isAlone = text.AsSpan(lineStart, span.Start - lineStart).IsWhiteSpace() && (after.IsEmpty || after.StartsWith("//"));
        if (isAlone) return new TextEdit(TextSpan.FromBounds(lineStart, newLine < 0 ? lineEnd : newLine + 1), "");
        var end = span.End;
        while (end < text.Length && text[end] is ' ' or '\t') end++;
        return new TextEdit(TextSpan.FromBounds(span.Start, end), "");
    }
}
