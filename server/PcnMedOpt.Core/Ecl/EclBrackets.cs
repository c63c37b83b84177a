namespace PcnMedOpt.Core.Ecl;

/// <summary>Finds the bracket that closes each, before anything is read, so that a bracket that is missing is reported where it is, and how deep they go.</summary>
internal static class EclBrackets
{
    /// <summary>As deep as in the language.</summary>
    public const int Deepest = 200;

    public static EclFault? Match(EclToken first)
    {
        var open = new Stack<EclToken>();
        for (var token = first; token.Kind != EclTokenKind.End; token = token.Next)
        {
            if (Closing(token.Kind) != EclTokenKind.End)
            {
                if (open.Count == Deepest)
                    return new EclFault(token.Start, $"Brackets are nested more than {Deepest} deep: make code sets of the inner parts, with a name each.");
                open.Push(token);
            }
            else if (token.Kind is EclTokenKind.Close or EclTokenKind.CloseSquare or EclTokenKind.CloseBrace or EclTokenKind.CloseFilter)
            {
                if (open.Count == 0) return new EclFault(token.Start, $"This '{token.Text}' closes nothing: remove it, or write '{Opening(token.Kind)}' where it begins.");
                var opened = open.Pop();
                if (Closing(opened.Kind) != token.Kind) return Mismatch(opened, token);
                opened.Closing = token;
            }
        }
        return open.TryPop(out var left) ? NotClosed(left) : null;
    }

    private static EclFault NotClosed(EclToken opened) => new(opened.Start, $"This '{opened.Text}' is not closed: write '{Spelling(opened.Kind)}' where it ends.");

    private static EclFault Mismatch(EclToken opened, EclToken token) => (opened.Kind, token.Kind) switch
    {
        (EclTokenKind.OpenFilter, EclTokenKind.CloseBrace) => new(token.Start, "A filter begins with '{{' and ends with '}}': write '}}'."),
        (EclTokenKind.OpenBrace, EclTokenKind.CloseFilter) => new(opened.Start, "A filter begins with '{{' and ends with '}}': write '{{', or one '}' where this group ends."),
        _ => NotClosed(opened),
    };

    private static EclTokenKind Closing(EclTokenKind opening) => opening switch
    {
        EclTokenKind.Open => EclTokenKind.Close,
        EclTokenKind.OpenSquare => EclTokenKind.CloseSquare,
        EclTokenKind.OpenBrace => EclTokenKind.CloseBrace,
        EclTokenKind.OpenFilter => EclTokenKind.CloseFilter,
        _ => EclTokenKind.End,
    };

    private static string Spelling(EclTokenKind opening) => opening switch
    {
        EclTokenKind.Open => ")",
        EclTokenKind.OpenSquare => "]",
        EclTokenKind.OpenBrace => "}",
        _ => "}}",
    };

    private static string Opening(EclTokenKind closing) => closing switch
    {
        EclTokenKind.Close => "(",
        EclTokenKind.CloseSquare => "[",
        EclTokenKind.CloseBrace => "{",
        _ => "{{",
    };
}
