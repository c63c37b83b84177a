using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Formatting;

/// <summary>Writes one declaration: lines of tokens, each at the depth of its braces, and the comments between them.</summary>
internal sealed class SliceFormatter
{
    private readonly StringBuilder output = new();
    private readonly ImmutableHashSet<Token> lineStarts;
    private readonly LineBreaks breaks;

    private SliceFormatter(DeclarationSyntax declaration)
    {
        lineStarts = Formatter.LineStarts(declaration);
        breaks = new LineBreaks(declaration);
    }

    public static string Format(ParsedSlice slice)
    {
        if (slice.Declaration is null) return CommentsOnly(slice.Lexed.Text);
        var formatter = new SliceFormatter(slice.Declaration);
        formatter.Leading(Gap.Of(slice.Leading.TrimStart('\uFEFF')));
        formatter.Write(slice.Lexed.First);
        return formatter.output.ToString();
    }

    private static string CommentsOnly(string text)
    {
        var gap = Gap.Of(text.TrimStart('\uFEFF'));
        var output = new StringBuilder();
        foreach (var (comment, index) in gap.Comments.Select((c, i) => (c, i)))
        {
            if (index > 0 && comment.BlankBefore) output.Append('\n');
            output.Append(comment.Text).Append('\n');
        }
        return output.ToString();
    }

    private void Leading(Gap gap)
    {
        foreach (var (comment, index) in gap.Comments.Select((c, i) => (c, i)))
        {
            if (index > 0 && comment.BlankBefore) output.Append('\n');
            output.Append(comment.Text).Append('\n');
        }
        if (gap.Comments.Count > 0 && gap.BlankAfter) output.Append('\n');
    }

    private void Write(Token first)
    {
        var depth = 0;
        var line = new List<Token>();
        for (var token = first; token.Kind != TokenKind.End; token = token.Next)
        {
            line.Add(token);
            if (token.Next.Kind != TokenKind.End && !lineStarts.Contains(token.Next)) continue;
            if (line[0].Kind == TokenKind.CloseBrace) depth--;
            breaks.Write(output, line, depth);
            if (token.Kind == TokenKind.OpenBrace) depth++;
            line.Clear();
            Between(token, depth);
        }
    }

    /// <summary>The comments and the blank line after a line's last token.</summary>
    private void Between(Token last, int depth)
    {
        var gap = Gap.Of(last.Trivia);
        foreach (var comment in gap.Comments)
        {
            if (!comment.OwnLine) output.Append("  ").Append(comment.Text);
            else
            {
                output.Append('\n');
                if (comment.BlankBefore && last.Kind != TokenKind.OpenBrace) output.Append('\n');
                LineBreaks.Indent(output, depth).Append(comment.Text);
            }
        }
        output.Append('\n');
        var opened = last.Kind == TokenKind.OpenBrace && gap.Comments.Count == 0;
        if (gap.BlankAfter && !opened && last.Next.Kind is not (TokenKind.CloseBrace or TokenKind.End)) output.Append('\n');
    }
}
