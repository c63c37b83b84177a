using System.Text;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Formatting;

/// <summary>
/// Writes the tokens of one line and breaks it when it is too wide: a criterion after its label, a long condition before each of its
/// joining words, anything else after a comma or before "or".
/// </summary>
internal sealed class LineBreaks(DeclarationSyntax declaration)
{
    private const int Width = 140;

    private readonly HashSet<Token> joints =
        [.. declaration.DescendantsAndSelf().OfType<CriterionSyntax>().Select(c => c.Condition).OfType<JoinedSyntax>().SelectMany(j => j.Operators)];

    private readonly HashSet<Token> labels = [.. declaration.DescendantsAndSelf().OfType<CriterionSyntax>().Select(c => c.Label)];

    public static StringBuilder Indent(StringBuilder output, int depth) => output.Append(' ', Math.Max(depth, 0) * 2);

    /// <summary>A comparator that belongs to a patient's result is joined to it: "value >90".</summary>
    private readonly HashSet<Token> comparators =
        [.. declaration.DescendantsAndSelf().OfType<EventPartSyntax>().Select(p => p.Comparator).OfType<Token>()];

    public void Write(StringBuilder output, List<Token> line, int depth)
    {
        var plain = Joined(line, 0, line.Count, depth);
        Indent(output, depth);
        if (Fits(plain, depth) || line.SkipLast(1).Any(t => Gap.Of(t.Trivia).Comments.Count > 0)) output.Append(plain);
        else if (labels.Contains(line[0])) Criterion(output, line, depth);
        else Filled(output, line, 0, depth);
    }

    private void Criterion(StringBuilder output, List<Token> line, int depth)
    {
        output.Append(Joined(line, 0, 2, depth)).Append('\n');
        var condition = Joined(line, 2, line.Count, depth);
        Indent(output, depth + 2);
        if (Fits(condition, depth + 2) || !line.Any(joints.Contains))
        {
            if (Fits(condition, depth + 2)) output.Append(condition);
            else Filled(output, line, 2, depth + 2);
            return;
        }
        var from = 2;
        for (var i = 3; i <= line.Count; i++)
        {
            if (i < line.Count && !joints.Contains(line[i])) continue;
            Filled(output, line[from..i], 0, depth + 2);
            if (i < line.Count) Indent(output.Append('\n'), depth + 2);
            from = i;
        }
    }

    /// <summary>As much on each line as fits; the rest goes on two steps further in.</summary>
    private void Filled(StringBuilder output, List<Token> line, int from, int depth)
    {
        var used = depth * 2;
        for (var start = from; start < line.Count;)
        {
            var end = start + 1;
            while (end < line.Count && !MayBreakBefore(line, end)) end++;
            var piece = Joined(line, start, end, depth);
            if (start > from)
            {
                if (used + 1 + WidthOf(piece) > Width)
                {
                    Indent(output.Append('\n'), depth + 2);
                    used = (depth + 2) * 2;
                }
                else if (Spaced(line[start - 1], line[start]))
                {
                    output.Append(' ');
                    used++;
                }
            }
            output.Append(piece);
            used += WidthOf(piece);
            start = end;
        }
    }

    private static bool MayBreakBefore(List<Token> line, int index) =>
        line[index - 1].Kind == TokenKind.Comma || line[index].Kind is TokenKind.OrWord or TokenKind.OpenBracket
        || (line[index].Kind == TokenKind.BecauseWord) || (line[index].Kind == TokenKind.AllowWord);

    private static bool Fits(string text, int depth) => !text.Contains('\n', StringComparison.Ordinal) ? (depth * 2) + text.Length <= Width : WidthOf(text) <= Width;

    private static int WidthOf(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text.Length : end;
    }

    private string Joined(List<Token> line, int from, int to, int depth)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            text.Append(line[i].Text.ReplaceLineEndings("\n"));
            if (i + 1 == to) break;
            var gap = Gap.Of(line[i].Trivia);
            foreach (var comment in gap.Comments)
            {
                if (text[^1] != ' ') text.Append(' ');
                text.Append(comment.Text);
                if (comment.EndsLine) Indent(text.Append('\n'), depth + 2);
            }
            if (gap.Comments.Count > 0 ? !gap.Comments[^1].EndsLine : Spaced(line[i], line[i + 1])) text.Append(' ');
        }
        return text.ToString();
    }

    private bool Spaced(Token left, Token right) => !comparators.Contains(left) && (left.Kind, right.Kind) switch
    {
        (_, TokenKind.Comma or TokenKind.Colon or TokenKind.CloseParen or TokenKind.CloseBracket or TokenKind.Dot) => false,
        (TokenKind.OpenParen or TokenKind.OpenBracket or TokenKind.Dot, _) => false,
        (TokenKind.Minus, TokenKind.Number) => false,
        _ => true,
    };
}
