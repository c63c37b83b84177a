using System.Collections.Frozen;

namespace PcnMedOpt.Core.Syntax;

/// <summary>The words of the language and its marks: how each kind of token is written.</summary>
public static class TokenText
{
    private const TokenKind FirstMark = TokenKind.ShiftLeft;
    private const TokenKind FirstWord = TokenKind.AboveWord;
    private const TokenKind LastWord = TokenKind.YearsWord;

    private static readonly string[] Marks =
    [
        "<<", "<=", "<", ">=", ">", "=", "^", "->", "{", "}", "(", ")", "[", "]", ",", ":", ".", "/", "%", "-",
    ];

    /// <summary>In the order of <see cref="TokenKind"/>.</summary>
    private static readonly string[] Words =
    [
        "above", "active", "after", "age", "ago", "all", "allow", "also", "amber", "amp", "ampp", "and", "any", "apart", "approved", "as", "at",
        "author", "awaiting", "band", "baseline", "because", "before", "below", "between", "body", "born", "by", "change", "checklist", "choice",
        "choices", "cluster", "code", "codes", "cohort", "column", "completion", "contains", "count", "date", "dated", "day", "days", "deadline",
        "decision", "died", "distinct", "dmd", "draft", "drug", "duration", "each", "earliest", "ecl", "email", "emis", "end", "ended", "escalate",
        "ever", "every", "everyone", "evidence", "example", "except", "exclude", "expect", "fall", "fell", "female", "file", "financial", "first",
        "flare", "for", "framework", "from", "grace", "green", "guide", "highest", "history", "hour", "hours", "in", "include", "indeterminate",
        "interval", "is", "issued", "it", "item", "last", "latest", "least", "letter", "limit", "limits", "link", "lowest", "male", "maximum",
        "measure", "medicine", "medicines", "minimum", "minute", "minutes", "moderate", "month", "monthly", "months", "more", "new", "no", "none",
        "not", "note", "number", "of", "on", "one", "only", "or", "other", "outcome", "owner", "pack", "parameter", "patient", "phase", "plausible",
        "practice", "previous", "print", "product", "protocol", "quarter", "quarterly", "read", "reason", "recall", "recorded", "red", "register",
        "registered", "registration", "repeat", "reported", "required", "review", "reviewer", "rise", "rose", "routine", "run", "second", "section",
        "setting", "sex", "show", "since", "sms", "snomed", "sop", "stable", "start", "status", "step", "steps", "stopping", "substance", "systmone",
        "taken", "taking", "target", "targets", "template", "term", "tests", "text", "than", "then", "third", "this", "tick", "ticked", "times", "to",
        "uncoded", "unique", "unit", "unknown", "unmarked", "until", "url", "value", "version", "vmp", "vmpp", "vtm", "week", "weeks", "when", "with",
        "withdrawn", "within", "workbook", "workflow", "working", "year", "yearly", "years",
    ];

    /// <summary>Words that are never names (language §1). Every other word of the language may be one.</summary>
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "protocol", "codes", "cohort", "measure", "template", "sop", "letter", "workflow", "register", "checklist", "pack", "example", "parameter",
        "and", "or", "not", "no", "in", "is", "of", "on", "age", "sex", "registered", "everyone", "latest", "earliest", "highest", "lowest", "any",
        "all", "count", "distinct", "medicines", "recorded", "issued", "value", "within", "before", "after", "ever", "since", "until", "between",
        "more", "each", "at", "as", "with", "born", "died", "code", "medicine", "patient", "expect", "snomed", "dmd", "vtm", "vmp", "amp", "vmpp",
        "ampp", "grace", "start",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly bool[] NameLike = MakeNameLike();
    private static readonly byte[] Buckets = MakeBuckets();

    public static IReadOnlyList<string> AllWords => Words;

    public static bool IsWord(TokenKind kind) => kind is >= FirstWord and <= LastWord;

    /// <summary>A name, or a word of the language that may be a name.</summary>
    public static bool IsName(TokenKind kind) => NameLike[(int)kind];

    public static bool IsReserved(string word) => Reserved.Contains(word);

    /// <summary>How a keyword or mark is written; what a reader calls every other kind.</summary>
    public static string Of(TokenKind kind) => kind switch
    {
        TokenKind.End => "the end of the declaration",
        TokenKind.Name => "a name",
        TokenKind.CasedWord => "a unit",
        TokenKind.Number or TokenKind.Dotted or TokenKind.Damaged => "a number",
        TokenKind.Date => "a date",
        TokenKind.String => "a text in quotation marks",
        TokenKind.Text => "a block of text",
        TokenKind.Term => "a term between bars",
        TokenKind.Unit => "a unit",
        TokenKind.Unknown => "a character",
        TokenKind.Probe => "what is being typed",
        >= FirstMark and < FirstWord => Marks[kind - FirstMark],
        _ => Words[kind - FirstWord],
    };

    /// <summary>The keyword that is written so, or <see cref="TokenKind.Name"/>.</summary>
    internal static TokenKind WordKind(ReadOnlySpan<char> word)
    {
        for (var slot = Slot(word); Buckets[slot] != 0; slot = (slot + 1) & (Buckets.Length - 1))
            if (word.SequenceEqual(Words[Buckets[slot] - 1])) return (TokenKind)((int)FirstWord + Buckets[slot] - 1);
        return TokenKind.Name;
    }

    private static int Slot(ReadOnlySpan<char> word) =>
        ((word[0] * 31) + (word[^1] * 131) + (word[word.Length / 2] * 521) + (word.Length * 1031)) & 1023;

    private static byte[] MakeBuckets()
    {
        var buckets = new byte[1024];
        for (var i = 0; i < Words.Length; i++)
        {
            var slot = Slot(Words[i]);
            while (buckets[slot] != 0) slot = (slot + 1) & (buckets.Length - 1);
            buckets[slot] = (byte)(i + 1);
        }
        return buckets;
    }

    private static bool[] MakeNameLike()
    {
        var names = new bool[256];
        names[(int)TokenKind.Name] = true;
        for (var i = 0; i < Words.Length; i++) names[(int)FirstWord + i] = !Reserved.Contains(Words[i]);
        return names;
    }
}
