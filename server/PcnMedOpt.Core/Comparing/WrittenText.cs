using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Comparing;

/// <summary>The words of a declaration without layout and comments: what is the same here differs at most in how it is set out.</summary>
internal static class WrittenText
{
    /// <summary>All of its words, with other names where some were renamed.</summary>
    public static string Of(PlacedDeclaration declaration, IReadOnlyDictionary<string, string> renamed) =>
        string.Join(' ', Tokens(declaration).Select(t => Word(t, renamed)));

    /// <summary>All but its own name and title.</summary>
    public static string Body(PlacedDeclaration declaration, IReadOnlyDictionary<string, string> renamed)
    {
        var parsed = declaration.Declared.Slice.Parsed;
        var own = new[] { parsed.Declaration?.Name, parsed.Declaration?.Title }.OfType<Token>().ToImmutableHashSet();
        var name = declaration.Facts.Name;
        return string.Join(' ', Tokens(declaration).Where(t => !own.Contains(t)).Select(t => t.IsName && t.Text == name ? "·" : Word(t, renamed)));
    }

    /// <summary>Its blocks of text: guidance and sections.</summary>
    public static string Guidance(PlacedDeclaration declaration) => string.Join('\n', Tokens(declaration).Where(t => t.Kind == TokenKind.Text).Select(Strings.Value));

    private static IEnumerable<Token> Tokens(PlacedDeclaration declaration) => declaration.Declared.Slice.Parsed.Lexed.Tokens.Where(t => t.Kind != TokenKind.End);

    private static string Word(Token token, IReadOnlyDictionary<string, string> renamed) =>
        token.Kind == TokenKind.Text ? $"\"{Strings.Value(token)}\"" : token.IsName && renamed.TryGetValue(token.Text, out var name) ? name : token.Text;
}
