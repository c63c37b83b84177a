using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Ecl;

/// <summary>What was expected and what stands there, with the mend that is probably meant.</summary>
internal static class EclMessages
{
    public const string Concept = "a concept (an identifier such as 195967001, or '*')";

    private static readonly string[] Joins = ["and", "or", "minus"];

    private static readonly string[] OtherWordsForMinus = ["not", "except", "without", "but", "excluding"];

    public static string Expected(EclToken at, string expected)
    {
        var found = at.Kind == EclTokenKind.End ? "the expression ends" : $"{Shown(at)} stands here";
        return $"Expected {expected}, but {found}.{Mend(at, expected)}";
    }

    public static string Shown(EclToken token) => token.Kind switch
    {
        EclTokenKind.End => "the end",
        EclTokenKind.Term => "a term",
        EclTokenKind.Quoted when token.Chars.Length > 40 => "a text",
        _ => $"'{token.Text}'",
    };

    /// <summary>Something stands behind an expression that was complete.</summary>
    public static string AfterExpression(EclToken at) => at.Kind switch
    {
        EclTokenKind.Close => "This ')' closes nothing: remove it, or write '(' where it begins.",
        EclTokenKind.Term => "A term stands behind its identifier, once: write the identifier before it, or remove it.",
        EclTokenKind.Not or EclTokenKind.Word => $"Expected 'and', 'or' or 'minus', but {Shown(at)} stands here.{MendJoin(at)}",
        EclTokenKind.Equal or EclTokenKind.NotEqual => "An attribute and its value come after ':', which is missing before.",
        EclTokenKind.OpenBrace when EclWords.Holds(EclWords.OfDescriptions, at.Next.Chars) || EclWords.Holds(EclWords.OfConcepts, at.Next.Chars) =>
            "A filter begins with '{{' and ends with '}}': write '{{'.",
        EclTokenKind.OpenBrace => "A group of attributes comes after ':', which is missing before.",
        _ => $"Expected 'and', 'or' or 'minus' before {Shown(at)}: nothing says how it belongs to what stands before.",
    };

    private static string Mend(EclToken at, string expected)
    {
        if (at.Kind == EclTokenKind.Not && expected == Concept) return " 'and not' is written 'minus'.";
        if (at.Kind == EclTokenKind.Term && expected == Concept) return " A term alone is not enough: write its identifier before it.";
        if (at.Kind is EclTokenKind.Word && expected == Concept && EclWords.OperatorBefore(at.Text) is { } sign) return $" Write a blank after '{sign}'.";
        if (at.Kind is EclTokenKind.Word && expected == Concept) return " Words stand only between bars, behind an identifier: 195967001 |Asthma|.";
        if (at.Kind is EclTokenKind.And or EclTokenKind.Or or EclTokenKind.Minus && expected == Concept) return $" Something is missing before '{at.Text}'.";
        if (at.Kind is not EclTokenKind.Word) return "";
        var near = CloseWords.Nearest(at.Text.ToUpperInvariant(), Quoted(expected).Select(w => w.ToUpperInvariant()));
        return near is null ? "" : $" Did you mean '{Quoted(expected).First(w => w.Equals(near, StringComparison.OrdinalIgnoreCase))}'?";
    }

    private static string MendJoin(EclToken at)
    {
        var word = at.Text.ToLowerInvariant();
        if (OtherWordsForMinus.Contains(word)) return " Did you mean 'minus'?";
        if (Joins.FirstOrDefault(j => word.StartsWith(j, StringComparison.Ordinal) && word.AsSpan(j.Length).ContainsAnyInRange('0', '9')) is { } stuck)
            return $" Write a blank after '{stuck}'.";
        return CloseWords.Nearest(word, Joins) is { } near ? $" Did you mean '{near}'?" : "";
    }

    /// <summary>The words that an expectation names.</summary>
    private static IEnumerable<string> Quoted(string expected) => expected.Split('\'').Where((_, i) => i % 2 == 1);
}
