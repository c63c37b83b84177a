using System.Collections.Frozen;

namespace PcnMedOpt.Core.Ecl;

/// <summary>The words that are signs, in capital or small letters: those of both syntaxes, and those that the long syntax writes for a sign.</summary>
internal static class EclWords
{
    private static readonly Dictionary<string, EclTokenKind> Spelled = new(StringComparer.OrdinalIgnoreCase)
    {
        ["and"] = EclTokenKind.And,
        ["or"] = EclTokenKind.Or,
        ["minus"] = EclTokenKind.Minus,
        ["not"] = EclTokenKind.Not,
        ["any"] = EclTokenKind.Star,
        ["descendantOf"] = EclTokenKind.Less,
        ["descendantOrSelfOf"] = EclTokenKind.DescendantOrSelf,
        ["childOf"] = EclTokenKind.Child,
        ["childOrSelfOf"] = EclTokenKind.ChildOrSelf,
        ["ancestorOf"] = EclTokenKind.Greater,
        ["ancestorOrSelfOf"] = EclTokenKind.AncestorOrSelf,
        ["parentOf"] = EclTokenKind.Parent,
        ["parentOrSelfOf"] = EclTokenKind.ParentOrSelf,
        ["top"] = EclTokenKind.Top,
        ["bottom"] = EclTokenKind.Bottom,
        ["memberOf"] = EclTokenKind.Caret,
    };

    public static readonly FrozenDictionary<string, EclTokenKind>.AlternateLookup<ReadOnlySpan<char>> Kinds =
        Spelled.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Fields = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "referencedComponentId", "targetComponentId", "mapTarget", "mapGroup", "mapPriority", "mapRule", "mapAdvice", "mapCategoryId", "correlationId", "acceptabilityId",
        "sourceEffectiveTime", "targetEffectiveTime", "valueId", "owlExpression");

    /// <summary>What a filter of descriptions begins with, behind its letter or without one.</summary>
    public static readonly string[] OfDescriptions =
        ["term", "language", "type", "typeId", "dialect", "dialectId", "moduleId", "effectiveTime", "active", "id"];

    public static readonly string[] OfConcepts = ["definitionStatus", "definitionStatusId", "moduleId", "effectiveTime", "active"];

    /// <summary>What a filter of members begins with; any other word is the name of a field.</summary>
    public static readonly string[] OfMembers = ["moduleId", "effectiveTime", "active"];

    /// <summary>The operator that a word begins with, where nothing but digits follows it; null where there is none.</summary>
    public static string? OperatorBefore(string word) => Spelled.Keys.FirstOrDefault(
        o => word.Length > o.Length && word.StartsWith(o, StringComparison.OrdinalIgnoreCase) && !word.AsSpan(o.Length).ContainsAnyExceptInRange('0', '9'));

    /// <summary>Letters alone, which is what the grammar calls a name of a field and the code of a language.</summary>
    public static bool IsLetters(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
            if (!char.IsAsciiLetter(c)) return false;
        return !word.IsEmpty;
    }

    /// <summary>A field that reference sets of the international release have (specification, appendix E).</summary>
    public static bool IsField(string word) => Fields.Contains(word);

    public static bool Holds(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var known in words)
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    /// <summary>
    /// How long the first part of a word is that touches the next; 0 where the word is one: <c>R363698007</c>, <c>memberOf700043003</c>, and after
    /// <c>{{</c> the letter of a filter and its first word, as in <c>{{Cactive = 1}}</c>. The letter M and the name of a field are not parted: that the
    /// letter was forgotten is likelier.
    /// </summary>
    public static int TouchesNext(ReadOnlySpan<char> word, bool opensFilter)
    {
        foreach (var name in (ReadOnlySpan<string>)["R", "reverseOf", "memberOf"])
            if (word.StartsWith(name, StringComparison.OrdinalIgnoreCase) && word.Length > name.Length && !word[name.Length..].ContainsAnyExceptInRange('0', '9'))
                return name.Length;
        if (!opensFilter || word.Length < 2 || Holds(OfDescriptions, word) || Holds(OfConcepts, word)) return 0;
        var words = word[0] switch
        {
            'd' or 'D' => OfDescriptions,
            'c' or 'C' => OfConcepts,
            'm' or 'M' => OfMembers,
            _ => [],
        };
        return Holds(words, word[1..]) ? 1 : 0;
    }
}
