using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Parsing;

/// <summary>
/// One declaration's text, with what stands before its first token. Equal texts parse to the same thing, so a slice is shared between
/// versions of a file. Its tree is read when asked for and kept until it is let go; from then on only as long as someone uses it.
/// </summary>
public sealed class Slice
{
    private readonly WeakReference<ParsedSlice?> parsed = new(null);
    private LexedText? lexed;
    private ParsedSlice? kept;
    private bool isLetGo;

    public Slice(string text) => Text = text;

    /// <summary>A slice whose tokens are known already; they are kept until it is parsed.</summary>
    internal Slice(LexedText lexed)
    {
        Text = lexed.Text;
        this.lexed = lexed;
    }

    public string Text { get; }

    public ParsedSlice Parsed
    {
        get
        {
            if (parsed.TryGetTarget(out var known) && known is not null) return known;
            var tokens = lexed ?? Lexer.Lex(Text);
            lexed = null;
            var fresh = new ParsedSlice(tokens, DeclarationParser.Parse(tokens));
            parsed.SetTarget(fresh);
            if (!isLetGo) kept = fresh;
            return fresh;
        }
    }

    /// <summary>Whoever reads the tree from here on reads it for a moment: it is no longer kept.</summary>
    internal void LetGo()
    {
        isLetGo = true;
        kept = null;
    }
}

/// <summary>A slice that was read. Without a declaration it holds only comments.</summary>
public sealed record ParsedSlice(LexedText Lexed, DeclarationSyntax? Declaration)
{
    private IReadOnlyList<SyntaxNode>? nodes;

    /// <summary>The declaration and everything below it, in the order of the text; walked once.</summary>
    public IReadOnlyList<SyntaxNode> Nodes => nodes ??= Declaration?.DescendantsAndSelf() ?? [];

    /// <summary>What stands before the first token: description, allow lines, other comments.</summary>
    public string Leading => Lexed.Text[..Lexed.First.Start];
}
