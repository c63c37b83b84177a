namespace PcnMedOpt.Core.Ecl;

/// <summary>The signs of the grammar, a longer one before the shorter that it begins with, and what other programs make of them.</summary>
internal static class EclSigns
{
    public static readonly (string Sign, EclTokenKind Kind)[] All =
    [
        ("<<!", EclTokenKind.ChildOrSelf),
        ("<<", EclTokenKind.DescendantOrSelf),
        ("<!", EclTokenKind.Child),
        ("<=", EclTokenKind.LessOrEqual),
        ("<>", EclTokenKind.NotEqual),
        ("<", EclTokenKind.Less),
        (">>!", EclTokenKind.ParentOrSelf),
        (">>", EclTokenKind.AncestorOrSelf),
        (">!", EclTokenKind.Parent),
        (">=", EclTokenKind.GreaterOrEqual),
        (">", EclTokenKind.Greater),
        ("!!>", EclTokenKind.Top),
        ("!!<", EclTokenKind.Bottom),
        ("!=", EclTokenKind.NotEqual),
        ("=", EclTokenKind.Equal),
        ("{{", EclTokenKind.OpenFilter),
        ("{", EclTokenKind.OpenBrace),
        ("}}", EclTokenKind.CloseFilter),
        ("}", EclTokenKind.CloseBrace),
        ("(", EclTokenKind.Open),
        (")", EclTokenKind.Close),
        ("[", EclTokenKind.OpenSquare),
        ("]", EclTokenKind.CloseSquare),
        ("..", EclTokenKind.DotDot),
        (".", EclTokenKind.Dot),
        (",", EclTokenKind.Comma),
        (":", EclTokenKind.Colon),
        ("^", EclTokenKind.Caret),
        ("*", EclTokenKind.Star),
        ("+", EclTokenKind.Plus),
    ];

    private static readonly (string Found, string Meant)[] Altered =
    [
        ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("“", "\""), ("”", "\""), ("„", "\""), ("«", "<<"), ("≪", "<<"), ("»", ">>"), ("≫", ">>"),
        ("≤", "<="), ("≥", ">="), ("≠", "!="), ("…", ".."), ("¦", "|"), ("～", "-"), ("＜", "<"), ("＞", ">"), ("：", ":"), ("（", "("), ("）", ")"),
    ];

    /// <summary>What to write instead of a character that means nothing.</summary>
    public static string NotUnderstood(string text, int at)
    {
        foreach (var (found, meant) in Altered)
            if (text.AsSpan(at).StartsWith(found, StringComparison.Ordinal)) return $"'{found}' means nothing in ECL: write '{meant}'.";
        var c = text[at];
        if (char.IsWhiteSpace(c) || c is '\uFEFF' or '\u200B') return "This blank is not an ordinary one, though it looks so: type a blank.";
        if (c == '!') return "'!' stands only in '!=', '<!', '>!', '<<!', '>>!', '!!>' and '!!<'. What is to be left out is written with 'minus'.";
        if (c is '/' or '\\') return "A comment stands between '/*' and '*/'.";
        if (c == '-' && at > 0 && char.IsAsciiDigit(text[at - 1])) return "'-' means nothing here: from one number to another is written '..', as in [1..3].";
        if (c == '&') return "'&' means nothing in ECL: write 'and'.";
        if (c == '-') return "'-' means nothing here: what is to be left out is written with 'minus'.";
        if (c == '\'') return "Text stands between double quotation marks: write '\"'.";
        var shown = char.IsHighSurrogate(c) && at + 1 < text.Length ? text.Substring(at, 2) : c.ToString();
        return char.IsControl(c) || char.IsSurrogate(c) && shown.Length == 1 ? "A character that cannot be seen stands here: remove it." : $"'{shown}' means nothing in ECL.";
    }
}
