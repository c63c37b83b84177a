using PcnMedOpt.Core;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Structure;

/// <summary>A comment: to the end of its line, or from /* to */.</summary>
/// <param name="Span">In the slice.</param>
/// <param name="IsDescription">A line that begins with ///.</param>
/// <param name="IsLine">It ends with its line.</param>
public readonly record struct Comment(TextSpan Span, bool IsDescription, bool IsLine);

/// <summary>The comments of a declaration, which stand between its tokens.</summary>
public static class Comments
{
    /// <summary>Each comment, in the order of the text.</summary>
    public static IEnumerable<Comment> Each(LexedText lexed)
    {
        foreach (var comment in Between(lexed.Text, 0, lexed.First.Start)) yield return comment;
        for (var token = lexed.First; token.Kind != TokenKind.End; token = token.Next)
            if (token.Next.Start - token.EndOffset > 1)
                foreach (var comment in Between(lexed.Text, token.EndOffset, token.Next.Start)) yield return comment;
    }

    /// <summary>Comment lines that stand together, descriptions apart, and comments of several lines.</summary>
    internal static IEnumerable<TextSpan> Of(PlacedDeclaration declaration)
    {
        var lexed = declaration.Declared.Slice.Parsed.Lexed;
        Comment? first = null;
        var last = default(Comment);
        foreach (var comment in Each(lexed))
        {
            if (first is { } open && (!comment.IsLine || open.IsDescription != comment.IsDescription || !AreNeighbours(lexed.Text, last.Span.End, comment.Span.Start)))
            {
                yield return TextSpan.FromBounds(open.Span.Start, last.Span.End);
                first = null;
            }
            if (!comment.IsLine) yield return comment.Span;
            else if (StartsLine(lexed.Text, comment.Span.Start))
            {
                first ??= comment;
                last = comment;
            }
        }
        if (first is { } rest) yield return TextSpan.FromBounds(rest.Span.Start, last.Span.End);
    }

    private static IEnumerable<Comment> Between(string text, int from, int to)
    {
        for (var at = from; at < to - 1; at++)
        {
            if (text[at] != '/') continue;
            if (text[at + 1] == '/')
            {
                var length = text.AsSpan(at, to - at).IndexOfAny('\r', '\n');
                var end = length < 0 ? to : at + length;
                yield return new Comment(TextSpan.FromBounds(at, end), at + 2 < end && text[at + 2] == '/' && StartsLine(text, at), true);
                at = end;
            }
            else if (text[at + 1] == '*')
            {
                var close = text.IndexOf("*/", at + 2, to - at - 2, StringComparison.Ordinal);
                var end = close < 0 ? to : close + 2;
                yield return new Comment(TextSpan.FromBounds(at, end), false, false);
                at = end - 1;
            }
        }
    }

    private static bool StartsLine(string text, int at)
    {
        while (at > 0 && text[at - 1] is ' ' or '\t' or '\u00A0' or '\uFEFF') at--;
        return at == 0 || text[at - 1] is '\n' or '\r';
    }

    /// <summary>Nothing but one line's end and blanks stands between them.</summary>
    private static bool AreNeighbours(string text, int end, int start)
    {
        var between = text.AsSpan(end, start - end);
        return between.IsWhiteSpace() && between.Count('\n') + (between.Contains('\n') ? 0 : between.Count('\r')) == 1;
    }
}
