using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>Offsets from the editor's lines and characters: both from 0, characters in UTF-16 units. What lies outside is the nearest place.</summary>
public static class TextPositions
{
    public static int Offset(string text, LineMap lines, long line, long character)
    {
        if (line < 0) return 0;
        if (line >= lines.Lines) return text.Length;
        var start = lines.StartOf((int)line + 1);
        var end = line + 1 < lines.Lines ? lines.StartOf((int)line + 2) : text.Length;
        while (end > start && text[end - 1] is '\r' or '\n') end--;
        return (int)Math.Clamp(start + character, start, end);
    }

    /// <summary>The text after a stretch of it is replaced.</summary>
    public static string Replaced(string text, int from, int to, string by) =>
        string.Concat(text.AsSpan(0, Math.Min(from, to)), by, text.AsSpan(Math.Max(from, to)));
}
