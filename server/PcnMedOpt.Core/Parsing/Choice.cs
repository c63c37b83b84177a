using PcnMedOpt.Core.Syntax;
using Sprache;

namespace PcnMedOpt.Core.Parsing;

/// <summary>A parser that chooses by the kind of the next token, and knows which kinds it can start with.</summary>
internal sealed class Choice<T>
{
    private readonly byte[] index = new byte[256];
    private readonly Parser<T>[] parsers;
    private readonly string expected;
    private readonly Slot slot;
    private readonly TokenKind[] words;

    public Choice(string expected, Slot slot, (TokenKind Kind, Parser<T> Parser)[] cases)
    {
        this.expected = expected;
        this.slot = slot;
        Parse = Read;
        var distinct = cases.Select(c => c.Parser).Distinct().ToArray();
        foreach (var (kind, parser) in cases) index[(int)kind] = (byte)(Array.IndexOf(distinct, parser) + 1);
        parsers = distinct;
        words = cases.Any(c => c.Kind == TokenKind.Name) ? [] : [.. cases.Select(c => c.Kind).Where(TokenText.IsWord)];
    }

    /// <summary>The parser itself, made once: a method group would be a new delegate at each use.</summary>
    public Parser<T> Parse { get; }

    public bool Starts(TokenKind kind) => index[(int)kind] != 0;

    /// <summary>The same of a token; a probe notes what could start here.</summary>
    public bool Starts(Token token)
    {
        if (index[(int)token.Kind] != 0) return true;
        if (token.Kind == TokenKind.Probe) Note(token);
        return false;
    }

    public static implicit operator Parser<T>(Choice<T> choice) => choice.Parse;

    private IResult<T> Read(IInput input)
    {
        var token = (Token)input;
        var found = index[(int)token.Kind];
        if (found != 0) return parsers[found - 1](input);
        if (token.Kind == TokenKind.Probe) Note(token);
        return new Failure<T>(token, expected, words);
    }

    /// <summary>A word that stands here only because it may be a name is asked for as a name.</summary>
    private void Note(Token probe)
    {
        var name = index[(int)TokenKind.Name];
        for (var kind = 0; kind < index.Length; kind++)
        {
            if (index[kind] == 0) continue;
            var isAnyName = name != 0 && index[kind] == name && (TokenKind)kind != TokenKind.Name && TokenText.IsName((TokenKind)kind);
            if (!isAnyName) Probe.NoteAt(probe, slot, (TokenKind)kind);
        }
    }
}
