using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Structure;

/// <summary>What "expand selection" takes, step by step: the word, its part of the clause, the clause, the body, the declaration, the file.</summary>
public static class SelectionRanges
{
    /// <summary>From the innermost outwards, each larger than the one before. The last is the whole file; null where there is no such file.</summary>
    public static IReadOnlyList<TextSpan>? At(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is not { } cursor) return null;
        var spans = new List<TextSpan>();
        foreach (var span in Outwards(cursor).Select(s => s.Shift(cursor.Declaration.Start)).Append(new TextSpan(0, cursor.File.Text.Length)))
            if (span.Contains(cursor.Offset) && (spans.Count == 0 || IsLarger(span, spans[^1]))) spans.Add(span);
        return spans;
    }

    private static IEnumerable<TextSpan> Outwards(Cursor cursor)
    {
        if (cursor.Token is { } token)
        {
            if (token.Kind is TokenKind.String) yield return new TextSpan(token.Start + 1, Strings.AsTyped(token).Length);
            yield return token.Span;
        }
        else
        {
            foreach (var comment in Comments.Each(cursor.Parsed.Lexed))
                if (comment.Span.Contains(cursor.Here)) yield return comment.Span;
        }
        foreach (var node in cursor.Path.Reverse())
        {
            if (node is IBlockSyntax { Close: { } close } block)
            {
                yield return Inside(cursor.Parsed.Lexed.Text, block.Open.EndOffset, close.Start);
                yield return TextSpan.FromBounds(block.Open.Start, close.EndOffset);
            }
            if (node is ClauseSyntax { Cites.IsEmpty: false } clause) yield return TextSpan.FromBounds(clause.First.Start, clause.Cites[0].First.Start > clause.First.Start ? EndBefore(clause) : clause.Span.End);
            yield return node.Span;
        }
        var text = cursor.Parsed.Lexed.Text;
        yield return TextSpan.FromBounds(text.Length - text.TrimStart().Length, text.TrimEnd().Length);
    }

    /// <summary>A clause without the citations that end it.</summary>
    private static int EndBefore(ClauseSyntax clause)
    {
        var last = clause.First;
        while (last.Next != clause.After && last.Next.Start < clause.Cites[0].First.Start && last.Next.Kind != TokenKind.OpenBracket) last = last.Next;
        return last.EndOffset;
    }

    /// <summary>What stands between braces, without the blanks at its ends.</summary>
    private static TextSpan Inside(string text, int from, int to)
    {
        while (from < to && char.IsWhiteSpace(text[from])) from++;
        while (to > from && char.IsWhiteSpace(text[to - 1])) to--;
        return TextSpan.FromBounds(from, to);
    }

    private static bool IsLarger(TextSpan span, TextSpan than) => span.Start <= than.Start && span.End >= than.End && span.Length > than.Length;
}
