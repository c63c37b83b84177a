using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Layout;

/// <summary>The canonical form of a file as changes of its blanks alone, so that cursors, foldings and markers stay where they are.</summary>
public static class FormatEdits
{
    /// <summary>What makes a text canonical, in its order; none where it is already.</summary>
    public static ImmutableArray<TextEdit> Of(string text) => Between(text, Formatter.Format(text));

    /// <summary>Of these changes those that lie on the lines of a range: each is what formatting everything would do there.</summary>
    public static ImmutableArray<TextEdit> InRange(string text, TextSpan range)
    {
        var start = range.Start == 0 ? 0 : text.LastIndexOf('\n', range.Start - 1) + 1;
        var last = range.Length > 0 && text[range.End - 1] == '\n' ? range.End - 1 : range.End;
        var newLine = text.IndexOf('\n', last);
        var end = newLine < 0 ? text.Length : newLine;
        return [.. Of(text).Where(e => e.Span.Start >= start && e.Span.End <= end)];
    }

    /// <summary>Both texts are the same but for blanks; where that should not be so, one edit replaces all.</summary>
    private static ImmutableArray<TextEdit> Between(string before, string after)
    {
        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        var (at, to) = (0, 0);
        while (at < before.Length || to < after.Length)
        {
            var (blank, wanted) = (BlanksAt(before, at), BlanksAt(after, to));
            if (!before.AsSpan(at, blank).SequenceEqual(after.AsSpan(to, wanted))) edits.Add(Smallest(new TextSpan(at, blank), before, after.Substring(to, wanted)));
            (at, to) = (at + blank, to + wanted);
            if (at == before.Length && to == after.Length) break;
            if (at == before.Length || to == after.Length || before[at] != after[to]) return [new TextEdit(new TextSpan(0, before.Length), after)];
            (at, to) = (at + 1, to + 1);
        }
        return edits.DrainToImmutable();
    }

    private static int BlanksAt(string text, int at)
    {
        var end = at;
        while (end < text.Length && (char.IsWhiteSpace(text[end]) || text[end] == '\uFEFF')) end++;
        return end - at;
    }

    /// <summary>Without what stays the same at both ends; a line end of two characters is not cut in two.</summary>
    private static TextEdit Smallest(TextSpan span, string before, string after)
    {
        var text = span.Of(before);
        var shorter = Math.Min(text.Length, after.Length);
        var tail = 0;
        while (tail < shorter && text[^(tail + 1)] == after[^(tail + 1)]) tail++;
        if (tail > 0 && text[^tail] == '\n') tail--;
        var head = 0;
        while (head < shorter - tail && text[head] == after[head]) head++;
        if (head > 0 && text[head - 1] == '\r') head--;
        return new TextEdit(TextSpan.FromBounds(span.Start + head, span.End - tail), after[head..^tail]);
    }
}
