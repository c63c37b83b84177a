using PcnMedOpt.Core;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What kind of text the cursor is in.</summary>
internal enum Within
{
    /// <summary>In a word, or between tokens.</summary>
    Words,

    /// <summary>In digits.</summary>
    Digits,

    /// <summary>Between quotation marks.</summary>
    Text,

    /// <summary>Between bars.</summary>
    Term,
    LineComment,
    Elsewhere,
}

/// <summary>Where somebody types, and what may stand there. Offsets are those of the declaration's slice.</summary>
internal sealed class Typing
{
    private readonly Lazy<Probe> probe;
    private readonly Lazy<IReadOnlyList<Token>> before;
    private readonly Lazy<TokenKind?> clauseBefore;
    private readonly Lazy<Nearness> nearness;
    private readonly Lazy<IReadOnlyDictionary<Slot, string>> bestNames;

    private Typing(Cursor cursor, Within within, TextSpan word, Token? token)
    {
        Cursor = cursor;
        Within = within;
        Word = word;
        Token = token;
        probe = new Lazy<Probe>(() => ProbeAt(token is not null && within is Within.Text or Within.Term ? token.Start : word.Start));
        clauseBefore = new Lazy<TokenKind?>(() => Surroundings.ClauseBefore(Probe));
        nearness = new Lazy<Nearness>(() => new Nearness(cursor.Declaration));
        bestNames = new Lazy<IReadOnlyDictionary<Slot, string>>(() => Completion.BestNames.Of(this));
        before = new Lazy<IReadOnlyList<Token>>(() => [.. Probe.Read.Lexed.Tokens.TakeWhile(t => t != Probe.Token).Reverse()]);
    }

    /// <summary>How the clause before begins; null where none is before.</summary>
    public TokenKind? ClauseBefore => clauseBefore.Value;

    /// <summary>How near the project's names are to where somebody types.</summary>
    public Nearness Nearness => nearness.Value;

    /// <summary>The names that fit best, for the places of snippets; nothing is said of what the project has none for.</summary>
    public IReadOnlyDictionary<Slot, string> BestNames => bestNames.Value;

    public Cursor Cursor { get; }

    public Compilation Compilation => Cursor.Compilation;

    public Within Within { get; }

    /// <summary>The word that is being typed, to its end: what a suggestion takes the place of. Empty between words.</summary>
    public TextSpan Word { get; }

    /// <summary>The text, term or word that the cursor is in.</summary>
    public Token? Token { get; }

    public string Slice => Cursor.Parsed.Lexed.Text;

    /// <summary>The part of the word before the cursor.</summary>
    public string Typed => Slice[Word.Start..Cursor.Here];

    /// <summary>What the grammar asks for where the word starts, or the text that the cursor is in.</summary>
    public Probe Probe => probe.Value;

    public bool Asks(TokenKind kind, Slot slot) => Probe.Asked.Contains(new Asked(kind, slot));

    /// <summary>What the grammar asks for at another place of the slice.</summary>
    public Probe ProbeAt(int offset) => Probe.At(Slice, offset);

    /// <summary>A stretch of the slice as a stretch of the file.</summary>
    public TextSpan InFile(TextSpan inSlice) => inSlice.Shift(Cursor.Declaration.Start);

    /// <summary>The token that follows the word, on whatever line.</summary>
    public Token Following
    {
        get
        {
            var token = Cursor.Parsed.Lexed.First;
            while (token.Kind != TokenKind.End && token.Start < Math.Max(Word.End, Cursor.Here)) token = token.Next;
            return token;
        }
    }

    /// <summary>The tokens before the word, the nearest first.</summary>
    public IReadOnlyList<Token> Before => before.Value;

    /// <summary>Nothing but the word stands before the cursor on its line, or the brace that opens a block stands directly before it.</summary>
    public bool StartsLine => Before is [] or [{ Kind: TokenKind.OpenBrace }, ..] || Slice.AsSpan(Before[0].EndOffset, Word.Start - Before[0].EndOffset).ContainsAny('\r', '\n');

    public static Typing? At(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is not { } cursor) return null;
        var here = cursor.Here;
        var end = 0;
        for (var token = cursor.Parsed.Lexed.First; token.Kind != TokenKind.End && token.Start < here; token = token.Next)
        {
            end = token.EndOffset;
            if (here <= end) return In(cursor, token);
        }
        return Comments.At(cursor.Parsed.Lexed.Text, end, here) switch
        {
            Within.Words => new Typing(cursor, Within.Words, new TextSpan(here, 0), null),
            var comment => new Typing(cursor, comment, new TextSpan(here, 0), null),
        };
    }

    private static Typing In(Cursor cursor, Token token)
    {
        var here = cursor.Here;
        var nothing = new TextSpan(here, 0);
        return token.Kind switch
        {
            TokenKind.String or TokenKind.Text or TokenKind.Term when here < token.EndOffset || !IsClosed(token) =>
                new Typing(cursor, token.Kind == TokenKind.Term ? Within.Term : Within.Text, nothing, token),
            TokenKind.String or TokenKind.Text or TokenKind.Term => new Typing(cursor, Within.Elsewhere, nothing, token),
            TokenKind.Number or TokenKind.Dotted or TokenKind.Date or TokenKind.Damaged => new Typing(cursor, Within.Digits, token.Span, token),
            TokenKind.Unit or TokenKind.CasedWord or TokenKind.Name => new Typing(cursor, Within.Words, token.Span, token),
            var kind when TokenText.IsWord(kind) => new Typing(cursor, Within.Words, token.Span, token),
            TokenKind.Minus when here == token.EndOffset && token.Start > 0 && char.IsAsciiDigit(cursor.Parsed.Lexed.Text[token.Start - 1]) =>
                new Typing(cursor, Within.Digits, token.Span, token),
            TokenKind.Slash or TokenKind.OpenBracket when here == token.EndOffset && UnitStart(cursor.Parsed.Lexed.Text, token.Start) is var start && start < token.Start =>
                new Typing(cursor, Within.Words, TextSpan.FromBounds(start, here), token),
            _ when here == token.EndOffset => new Typing(cursor, Within.Words, nothing, null),
            _ => new Typing(cursor, Within.Elsewhere, nothing, token),
        };
    }

    /// <summary>Where a unit begins that is half typed: <c>mmol/</c>, <c>m[</c>.</summary>
    private static int UnitStart(string text, int end)
    {
        while (end > 0 && (char.IsAsciiLetterOrDigit(text[end - 1]) || text[end - 1] is '/' or '*' or ']')) end--;
        return end;
    }

    private static bool IsClosed(Token token) => token.Kind switch
    {
        TokenKind.Text => token.Length >= 6 && token.Chars.EndsWith("\"\"\""),
        TokenKind.Term => token.Length >= 2 && token.Chars[^1] == '|',
        _ => token.Length >= 2 && token.Chars[^1] is '"' or '”' or '“' or '’' or '‘',
    };
}
