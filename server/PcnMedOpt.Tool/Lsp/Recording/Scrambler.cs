using System.Globalization;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>
/// Replaces words and numbers by others of the same length and kind of characters, each always by the same. What the language itself says stays: keywords,
/// punctuation, units, and the lengths of everything. A code with a right check digit becomes another with a right check digit, a date another date.
/// </summary>
public sealed partial class Scrambler(Random random)
{
    private const int Tries = 200;

    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "file", "untitled", "medopt", "json", "csv" };

    private readonly Dictionary<string, string> replacements = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>A text in no language: every word and number is replaced.</summary>
    public string Text(string text) => Words().Replace(text, word => word.Value[0] == '%' ? word.Value : Word(word.Value));

    /// <summary>A source.</summary>
    public string Source(string text) => string.Concat(Slicer.Cut(text).Select(slice => Slice(Lexer.Lex(slice.Text))));

    /// <summary>Settings: the names of the settings stay.</summary>
    public string Settings(string json) => SettingNames().Replace(json, part => part.Groups["name"].Success ? part.Value : Text(part.Value));

    private string Slice(LexedText lexed) =>
        Text(lexed.Text[..lexed.First.Start]) + string.Concat(lexed.Tokens.Select(token => Token(token) + Text(token.Trivia)));

    private string Token(Token token) => token.Kind switch
    {
        TokenKind.Date => Date(token.Text),
        TokenKind.Name or TokenKind.CasedWord => Ucum.IsUnit(token.Text) ? token.Text : Text(token.Text),
        TokenKind.Number or TokenKind.Dotted or TokenKind.Damaged or TokenKind.String or TokenKind.Text or TokenKind.Term or TokenKind.Unknown => Text(token.Text),
        _ => token.Text,
    };

    private string Date(string date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? Always(date, () => new DateOnly(random.Next(1930, 2040), random.Next(1, 13), random.Next(1, 29)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : Text(date);

    private string Word(string word) => Kept.Contains(word) || word == "0" ? word : Always(word, () => Candidate(word));

    private string Always(string text, Func<string> make)
    {
        if (replacements.TryGetValue(text, out var known)) return known;
        var made = make();
        for (var i = 0; i < Tries && (made == text || used.Contains(made) || Lexer.Lex(made).First.Kind is not (TokenKind.Name or TokenKind.Number or TokenKind.CasedWord or TokenKind.Date)); i++)
            made = make();
        used.Add(made);
        return replacements[text] = made;
    }

    private string Candidate(string word)
    {
        var letters = word.Select((c, i) => Other(c, isFirst: i == 0)).ToArray();
        if (Sctid.Check(word) == SctidProblem.None) Mend(letters, word);
        return new string(letters);
    }

    private char Other(char c, bool isFirst) =>
        char.IsDigit(c) ? (c == '0' && isFirst ? '0' : (char)('0' + random.Next(isFirst ? 1 : 0, 10))) :
        char.IsUpper(c) ? (char)('A' + random.Next(26)) :
        char.IsLetter(c) ? (char)('a' + random.Next(26)) :
        c;

    /// <summary>The two digits before the last say what is identified, and stay; the last is made right.</summary>
    private static void Mend(char[] digits, string code)
    {
        (digits[^3], digits[^2]) = (code[^3], code[^2]);
        for (var last = '0'; last <= '9'; last++)
        {
            digits[^1] = last;
            if (Sctid.HasGoodCheckDigit(digits)) return;
        }
    }

    /// <summary>An escaped byte of a URI, or a word.</summary>
    [GeneratedRegex(@"%[0-9A-Fa-f]{2}|[\p{L}\p{Nd}_]+")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?<name>""\w+""\s*:)|[\p{L}\p{Nd}_]+")]
    private static partial Regex SettingNames();
}
