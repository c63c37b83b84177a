using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Parsing;

/// <summary>What could not be read, in words a clinician can act on.</summary>
public static class SyntaxFindings
{
    public static readonly DiagnosticKind NotUnderstood = new("MO1010", "not-understood", Severity.Error, "Something else was expected here");

    public static readonly DiagnosticKind MissingBrace = new("MO1011", "missing-brace", Severity.Error, "A closing brace is missing");

    public static readonly DiagnosticKind NestedTooDeep = new("MO1012", "nested-too-deep", Severity.Error, "Brackets are nested too deep");

    public static readonly DiagnosticKind StrayText = new("MO1013", "stray-text", Severity.Error, "Text stands outside every declaration");

    public static IEnumerable<Diagnostic> Of(ParsedSlice slice)
    {
        foreach (var finding in slice.Lexed.Findings) yield return finding;
        if (slice.Declaration is not { } declaration) yield break;
        if (declaration is DamagedSyntax { Skipped: null } && DeclarationParser.TooDeep(slice.Lexed.First) is { } deep)
            yield return NestedTooDeep.At(
                deep.Span, $"Brackets are nested more than {DeclarationParser.DeepestNesting} deep.", "Give the inner parts names: a cohort of their own each.");
        foreach (var node in slice.Nodes)
        {
            if (node is SkippedSyntax skipped && !IsSecond(slice, skipped.At)) yield return Unread(slice, skipped);
            if (node is IBlockSyntax { Close: null } block && !slice.Lexed.EndsOpen && !HoldsSecondBrace(node))
                yield return MissingBrace.At(block.Open.Span, "This '{' is never closed.", "Write '}' where it ends.");
        }
        if (declaration.Stray is { } stray && !IsSecond(slice, stray.At) && !slice.Nodes.Any(n => n is SkippedSyntax))
            yield return StrayText.At(
                TextSpan.FromBounds(stray.First.Start, stray.Last.EndOffset),
                $"{Shown(stray.At)} stands after the end of the declaration.",
                Close(stray.At) is { } word ? $"Did you mean '{word}'?" : "Remove it, or put it into a comment: // …",
                Write(stray.At, Close(stray.At)));
    }

    /// <summary>What was expected, at the end of the token before when the reader has gone on to another line.</summary>
    private static Diagnostic Unread(ParsedSlice slice, SkippedSyntax skipped)
    {
        var at = skipped.At;
        var before = Before(slice, at);
        var span = before is not null && before.Trivia.AsSpan().ContainsAny('\r', '\n') ? new TextSpan(before.EndOffset, 0) : at.Span;
        if (skipped.Expected == "a name" && TokenText.IsWord(at.Kind) && at == slice.Lexed.First.Next)
            return NotUnderstood.At(at.Span, $"'{at.Text}' is a word of the language and cannot be a name.", $"Choose another name, such as '{at.Text}_1'.");
        var found = at.Kind == TokenKind.End ? ", but the declaration ends" : span.Length == 0 ? "" : $", but {Shown(at)} stands";
        var near = at.Kind == TokenKind.Name ? CloseWords.Nearest(at.Text, skipped.Words.Select(TokenText.Of)) : null;
        return NotUnderstood.At(span, $"Expected {skipped.Expected}{found} here.", near is null ? "" : $"Did you mean '{near}'?", Write(at, near));
    }

    private static Fix[] Write(Token at, string? word) => word is null ? [] : [Fix.Changes($"Write {word}", new TextEdit(at.Span, word))];

    private static string? Close(Token at) =>
        at.Kind == TokenKind.Name ? CloseWords.Nearest(at.Text, TokenText.AllWords.Where(w => DeclarationParser.StartsDeclaration(TokenText.WordKind(w)))) : null;

    private static string Shown(Token token) => token.Kind switch
    {
        TokenKind.End => "The end",
        TokenKind.Text => "a block of text",
        _ when token.Length > 40 => $"'{token.Text[..40]}…'",
        _ => $"'{token.Text}'",
    };

    /// <summary>One brace too many is the mistake that is reported, and not that its partner is missing.</summary>
    private static bool HoldsSecondBrace(SyntaxNode block) => block.DescendantsAndSelf().Any(n => n is SkippedSyntax { At.Kind: TokenKind.OpenBrace });

    /// <summary>The token has a finding of its own, or the text is open at its end: one mistake gives one error.</summary>
    private static bool IsSecond(ParsedSlice slice, Token at) =>
        (at.Kind == TokenKind.End && slice.Lexed.EndsOpen) || slice.Lexed.Findings.Any(f => f.Span.Start <= at.Start && f.Span.End >= at.Start);

    private static Token? Before(ParsedSlice slice, Token at)
    {
        Token? before = null;
        for (var token = slice.Lexed.First; token != at && token.Kind != TokenKind.End; token = token.Next) before = token;
        return before;
    }
}
