using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Parsing;

/// <summary>
/// Cuts a file into declarations. A line whose first column starts a declaration's head begins one whatever is still open, so that an
/// unclosed bracket, text or comment costs one declaration and not the file. The slices, one after the other, are the file.
/// </summary>
public static class Slicer
{
    private static readonly string[] Keywords =
    [
        "protocol", "codes", "cohort", "measure", "template", "sop", "letter", "workflow", "register", "checklist", "pack", "example", "parameter",
    ];

    /// <summary>The slices of a text; of a stretch that is a slice already, that one.</summary>
    public static ImmutableArray<Slice> Cut(string text, Func<string, Slice?>? known = null)
    {
        var slices = ImmutableArray.CreateBuilder<Slice>();
        var start = 0;
        foreach (var head in Heads(text))
        {
            var begin = Math.Max(start, CommentsBefore(text, head));
            if (begin > start && !(start == 0 && string.IsNullOrWhiteSpace(text[..begin].TrimStart('\uFEFF')))) start = Add(text, start, begin, slices, known);
        }
        if (start < text.Length || slices.Count == 0) Add(text, start, text.Length, slices, known);
        return slices.DrainToImmutable();
    }

    private static int Add(string text, int start, int end, ImmutableArray<Slice>.Builder slices, Func<string, Slice?>? known)
    {
        var chunk = text[start..end];
        if (known?.Invoke(chunk) is { } same)
        {
            slices.Add(same);
            return end;
        }
        var lexed = Lexer.Lex(chunk);
        var from = 0;
        foreach (var cut in CutsInside(lexed))
        {
            slices.Add(new Slice(chunk[from..cut]));
            from = cut;
        }
        slices.Add(from == 0 ? new Slice(lexed) : new Slice(chunk[from..]));
        return end;
    }

    /// <summary>Where the lines are that start a declaration in their first column.</summary>
    private static IEnumerable<int> Heads(string text)
    {
        for (var at = text.StartsWith('\uFEFF') ? 1 : 0; at < text.Length;)
        {
            if (IsHead(text, at)) yield return at;
            var next = text.AsSpan(at).IndexOfAny('\n', '\r');
            if (next < 0) yield break;
            at += next + 1;
        }
    }

    private static bool IsHead(string text, int at)
    {
        if (text[at] is not (>= 'a' and <= 'z')) return false;
        foreach (var keyword in Keywords)
        {
            if (string.CompareOrdinal(text, at, keyword, 0, keyword.Length) != 0) continue;
            var next = Blanks(text, at + keyword.Length);
            if (next == at + keyword.Length && !(keyword == "example" && Quote(text, next))) return false;
            if (keyword == "example") return Quote(text, next);
            var end = next;
            while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')) end++;
            if (end == next) return false;
            var after = Blanks(text, end);
            return Quote(text, after) || (after < text.Length && text[after] is '{' or '=') || Word(text, after, "snomed") || Word(text, after, "dmd");
        }
        return false;
    }

    private static bool Quote(string text, int at) => at < text.Length && text[at] is '"' or '“' or '”';

    private static bool Word(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && (at + word.Length == text.Length || !char.IsAsciiLetterOrDigit(text[at + word.Length]));

    private static int Blanks(string text, int at)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u00A0' or '\n' or '\r') at++;
        return at;
    }

    /// <summary>Back over the lines before a head that hold only a // comment or nothing: they belong to the declaration after them.</summary>
    private static int CommentsBefore(string text, int head)
    {
        var begin = head;
        while (begin > 0)
        {
            var lineEnd = begin - 1;
            var lineStart = lineEnd == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], lineEnd - 1) + 1;
            var line = text.AsSpan(lineStart, lineEnd - lineStart).Trim(" \t\r\n\u00A0\uFEFF");
            if (!line.IsEmpty && !line.StartsWith("//")) break;
            begin = lineStart;
        }
        return begin;
    }

    /// <summary>Where, inside a stretch without heads in the first column, a second declaration starts.</summary>
    private static IEnumerable<int> CutsInside(LexedText chunk)
    {
        var depth = 0;
        Token? before = null;
        for (var token = chunk.First; token.Kind != TokenKind.End; before = token, token = token.Next)
        {
            if (before is not null && depth == 0 && DeclarationParser.StartsDeclaration(token.Kind)) yield return CutBetween(chunk.Text, before, token);
            if (token.Kind == TokenKind.OpenBrace) depth++;
            else if (token.Kind == TokenKind.CloseBrace && depth > 0) depth--;
        }
    }

    /// <summary>What stands behind a declaration on its line is still its own.</summary>
    private static int CutBetween(string chunk, Token before, Token token)
    {
        var lineEnd = chunk.IndexOf('\n', before.EndOffset, token.Start - before.EndOffset);
        return lineEnd < 0 ? token.Start : lineEnd + 1;
    }
}
