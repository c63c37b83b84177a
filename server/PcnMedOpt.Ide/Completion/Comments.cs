namespace PcnMedOpt.Ide.Completion;

/// <summary>Comments, which are no tokens.</summary>
internal static class Comments
{
    /// <summary>What an offset between two tokens is in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the token before ends.</param>
    /// <param name="offset">The offset.</param>
    public static Within At(string text, int from, int offset)
    {
        for (var at = from; at < offset;)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("//"))
            {
                var length = rest.IndexOfAny('\r', '\n');
                if (length < 0 || at + length >= offset) return at + 2 <= offset ? Within.LineComment : Within.Elsewhere;
                at += length;
            }
            else if (rest.StartsWith("/*"))
            {
                var length = rest[2..].IndexOf("*/");
                if (length < 0 || at + length + 4 > offset) return Within.Elsewhere;
                at += length + 4;
            }
            else at++;
        }
        return Within.Words;
    }
}
