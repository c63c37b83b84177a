using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Structure;
using Type = PcnMedOpt.Ide.Highlighting.SemanticTokenType;

namespace PcnMedOpt.Ide.Highlighting;

/// <summary>The tokens of a file for colouring, in the order of the text, none over another, each on one line.</summary>
public static class SemanticTokens
{
    public static IReadOnlyList<SemanticToken> Of(Compilation compilation, SourceFile file) => In(compilation, file, new TextSpan(0, file.Text.Length));

    /// <summary>Those that touch a stretch of the file.</summary>
    public static IReadOnlyList<SemanticToken> In(Compilation compilation, SourceFile file, TextSpan range)
    {
        var tokens = new List<SemanticToken>();
        foreach (var declaration in file.Declarations)
        {
            var end = declaration.Start + declaration.Declared.Slice.Text.Length;
            if (declaration.Start > range.End || end < range.Start) continue;
            foreach (var (span, (type, modifiers)) in Declaration(compilation, declaration))
                foreach (var line in LinesOf(declaration.Declared.Slice.Text, span))
                {
                    var placed = line.Shift(declaration.Start);
                    if (placed.Length > 0 && placed.Start <= range.End && placed.End >= range.Start) tokens.Add(new SemanticToken(placed, type, modifiers));
                }
        }
        return tokens;
    }

    private static IEnumerable<(TextSpan Span, (Type Type, SemanticTokenModifiers Modifiers) What)> Declaration(Compilation compilation, PlacedDeclaration declaration)
    {
        var lexed = declaration.Declared.Slice.Parsed.Lexed;
        var names = NamedTokens.Of(compilation, declaration);
        using var comments = Comments.Each(lexed).GetEnumerator();
        var hasComment = comments.MoveNext();
        for (var token = lexed.First; ; token = token.Next)
        {
            for (; hasComment && comments.Current.Span.Start < token.Start; hasComment = comments.MoveNext())
                yield return (comments.Current.Span, (Type.Comment, comments.Current.IsDescription ? SemanticTokenModifiers.Documentation : SemanticTokenModifiers.None));
            if (token.Kind == TokenKind.End) yield break;
            if (token.Kind is TokenKind.String or TokenKind.Text && names.HoldsPlaceholders(token))
                foreach (var part in Parts(compilation, token)) yield return part;
            else if (names.Find(token) is { } named) yield return (token.Span, named);
            else if (ByKind(token.Kind) is { } type) yield return (token.Span, (type, SemanticTokenModifiers.None));
        }
    }

    /// <summary>A text between whose words a letter puts something in.</summary>
    private static IEnumerable<(TextSpan Span, (Type Type, SemanticTokenModifiers Modifiers) What)> Parts(Compilation compilation, Token text)
    {
        var at = text.Start;
        foreach (var placeholder in Placeholder.In(text))
        {
            yield return (TextSpan.FromBounds(at, placeholder.Span.Start), (Type.String, SemanticTokenModifiers.None));
            var given = Placeholders.MergeFields.Any(f => f.Name == Placeholders.Written(placeholder));
            var (type, modifiers) = given ? (Type.Macro, SemanticTokenModifiers.DefaultLibrary) : NamedTokens.OfName(compilation, placeholder.Name);
            yield return (placeholder.Span, (type, modifiers));
            at = placeholder.Span.End;
        }
        yield return (TextSpan.FromBounds(at, text.EndOffset), (Type.String, SemanticTokenModifiers.None));
    }

    private static Type? ByKind(TokenKind kind) => kind switch
    {
        TokenKind.Name or TokenKind.CasedWord => Type.Variable,
        TokenKind.Number or TokenKind.Dotted or TokenKind.Date or TokenKind.Damaged => Type.Number,
        TokenKind.String or TokenKind.Text or TokenKind.Term => Type.String,
        TokenKind.Unit or TokenKind.Percent => Type.EnumMember,
        >= TokenKind.ShiftLeft and <= TokenKind.Arrow or TokenKind.Slash or TokenKind.Minus => Type.Operator,
        _ => TokenText.IsWord(kind) ? Type.Keyword : null,
    };

    /// <summary>A token of several lines is one for each of them, without what ends the line and without its indentation.</summary>
    private static IEnumerable<TextSpan> LinesOf(string text, TextSpan span)
    {
        if (text.AsSpan(span.Start, span.Length).IndexOfAny('\r', '\n') < 0)
        {
            yield return span;
            yield break;
        }
        var at = span.Start;
        while (at < span.End)
        {
            var length = text.AsSpan(at, span.End - at).IndexOfAny('\r', '\n');
            var end = length < 0 ? span.End : at + length;
            while (at < end && text[at] is ' ' or '\t') at++;
            if (end > at) yield return TextSpan.FromBounds(at, end);
            at = end + 1;
        }
    }
}
