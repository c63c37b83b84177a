using System.Runtime.CompilerServices;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Parsing;

/// <summary>A kind of token that may stand at a place, and what it is for.</summary>
public readonly record struct Asked(TokenKind Kind, Slot Slot);

/// <summary>
/// What may stand at a place. The text before it is read with a token put there that fits nothing and notes each kind that the grammar looks for,
/// also where a list or an option could end. What stands behind the place is not looked at: it is often half typed.
/// </summary>
/// <param name="Asked">Each kind once for each thing that it is for.</param>
/// <param name="Token">The token that was put there.</param>
/// <param name="Read">What was read before the place.</param>
/// <param name="IsOutside">Nothing is open: a declaration may begin here.</param>
public sealed record Probe(IReadOnlySet<Asked> Asked, Token Token, ParsedSlice Read, bool IsOutside)
{
    private static readonly ConditionalWeakTable<Token, HashSet<Asked>> Noted = [];

    /// <summary>Asks the grammar at an offset of a slice.</summary>
    public static Probe At(string slice, int offset)
    {
        var before = slice[..offset];
        var lexed = Lexer.Lex(before);
        var token = new Token(before, TokenKind.Probe, offset, 0);
        token.LinkTo(new Token(before, TokenKind.End, offset, 0));
        if (lexed.First.Kind == TokenKind.End) lexed = lexed with { First = token };
        else LastOf(lexed.First).LinkTo(token);
        var asked = new HashSet<Asked>();
        Noted.Add(token, asked);
        var declaration = DeclarationParser.Parse(lexed);
        return new Probe(asked, token, new ParsedSlice(lexed, declaration), lexed.First == token || declaration?.Stray?.At == token);
    }

    /// <summary>Notes kinds that the grammar looks for, when it is the probe that stands there.</summary>
    internal static void NoteAt(Token token, Slot slot, TokenKind kind)
    {
        if (token.Kind == TokenKind.Probe && Noted.TryGetValue(token, out var asked)) asked.Add(new Asked(kind, slot));
    }

    internal static void NoteAt(Token token, Slot slot, TokenKind kind, TokenKind other)
    {
        NoteAt(token, slot, kind);
        NoteAt(token, slot, other);
    }

    private static Token LastOf(Token first)
    {
        var last = first;
        while (last.Next.Kind != TokenKind.End) last = last.Next;
        return last;
    }
}
