namespace PcnMedOpt.Core.Formatting;

/// <summary>A comment between two tokens: its text, whether it begins its line, and whether a blank line stands before it.</summary>
internal readonly record struct Comment(string Text, bool OwnLine, bool BlankBefore)
{
    public bool EndsLine => Text.StartsWith("//", StringComparison.Ordinal);
}

/// <summary>What stands between two tokens: comments, and whether a line or an empty line ends it.</summary>
internal sealed record Gap(IReadOnlyList<Comment> Comments, bool BlankAfter)
{
    public static Gap Of(ReadOnlySpan<char> trivia)
    {
        var comments = new List<Comment>();
        var newLines = 0;
        for (var at = 0; at < trivia.Length;)
        {
            if (trivia[at] == '\n' || (trivia[at] == '\r' && (at + 1 == trivia.Length || trivia[at + 1] != '\n')))
            {
                newLines++;
                at++;
            }
            else if (trivia[at] == '/')
            {
                var length = LengthOf(trivia[at..]);
                comments.Add(new Comment(trivia.Slice(at, length).TrimEnd().ToString().ReplaceLineEndings("\n"), newLines > 0, newLines > 1));
                newLines = 0;
                at += length;
            }
            else at++;
        }
        return new Gap(comments, newLines > 1);
    }

    private static int LengthOf(ReadOnlySpan<char> comment)
    {
        if (comment[1] == '/')
        {
            var end = comment.IndexOfAny('\r', '\n');
            return end < 0 ? comment.Length : end;
        }
        var close = comment[2..].IndexOf("*/");
        return close < 0 ? comment.Length : close + 4;
    }
}
