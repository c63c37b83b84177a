using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide;

/// <summary>
/// A place in a file and what stands there: the declaration, its tree, the token. Text that stands before a declaration (its description)
/// belongs to that declaration.
/// </summary>
public sealed class Cursor
{
    private Cursor(Compilation compilation, PlacedDeclaration declaration, int offset)
    {
        Compilation = compilation;
        Declaration = declaration;
        Parsed = declaration.Declared.Slice.Parsed;
        Offset = offset;
        Here = offset - declaration.Start;
        (Before, Token) = TokensAt(Parsed.Lexed.First, Here);
    }

    public Compilation Compilation { get; }

    public PlacedDeclaration Declaration { get; }

    public ParsedSlice Parsed { get; }

    public SourceFile File => Declaration.File;

    /// <summary>The offset in the file.</summary>
    public int Offset { get; }

    /// <summary>The offset in the declaration's slice.</summary>
    public int Here { get; }

    /// <summary>The token that holds the place or ends at it; a word is taken before punctuation. Null in blanks and comments.</summary>
    public Token? Token { get; }

    /// <summary>The last token that ends at the place or before it and is not <see cref="Token"/>; null at the start of the declaration.</summary>
    public Token? Before { get; }

    /// <summary>The nodes that hold the place, from the declaration inwards.</summary>
    public IEnumerable<SyntaxNode> Path => Parsed.Declaration?.PathTo(Here) ?? [];

    /// <summary>The place in the file of a span of the slice.</summary>
    public FilePlace Place(TextSpan inSlice) => new(File.Path, inSlice.Shift(Declaration.Start));

    /// <summary>Null where the project has no such file. An offset outside the text is its nearest end.</summary>
    public static Cursor? At(Compilation compilation, string path, int offset)
    {
        if (!compilation.Files.TryGetValue(path, out var file)) return null;
        var at = Math.Clamp(offset, 0, file.Text.Length);
        var declaration = file.Declarations.LastOrDefault(d => d.Start <= at);
        return declaration is null ? null : new Cursor(compilation, declaration, at);
    }

    private static (Token? Before, Token? At) TokensAt(Token first, int offset)
    {
        Token? before = null;
        for (var token = first; token.Kind != TokenKind.End && token.Start <= offset; token = token.Next)
        {
            if (token.EndOffset < offset)
            {
                before = token;
                continue;
            }
            var following = token.Next;
            var isBetween = token.EndOffset == offset && following.Start == offset && following.Kind != TokenKind.End;
            return isBetween && !IsWord(token) ? (token, following) : (before, token);
        }
        return (before, null);
    }

    /// <summary>A name, keyword, number, code or text, as against punctuation.</summary>
    private static bool IsWord(Token token) => token.Length > 0 && (char.IsLetterOrDigit(token.Chars[0]) || token.Chars[0] is '_' or '"' or '|');
}
