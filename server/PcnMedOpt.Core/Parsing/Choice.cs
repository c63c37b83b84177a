using PcnMedOpt.Core.Syntax;
using Sprache;

namespace PcnMedOpt.Core.Parsing;

/// <summary>A parser that chooses by the kind of the next token, and knows which kinds it can start with.</summary>
internal sealed class Choice<T>
{
    private readonly byte[] index = new byte[256];
    private readonly Parser<T>[] parsers;
    private readonly string expected;
    private readonly TokenKind[] words;

    public Choice(string expected, (TokenKind Kind, Parser<T> Parser)[] cases)
    {
        this.expected = expected;
        Parse = Read;
        var distinct = cases.Select(c => c.Parser).Distinct().ToArray();
        foreach (var (kind, parser) in cases) index[(int)kind] = (byte)(Array.IndexOf(distinct, parser) + 1);
        parsers = distinct;
        words = cases.Any(c => c.Kind == TokenKind.Name) ? [] : [.. cases.Select(c => c.Kind).Where(TokenText.IsWord)];
    }

    /// <summary>The parser itself, made once: a method group would be a new delegate at each use.</summary>
    public Parser<T> Parse { get; }

    public bool Starts(TokenKind kind) => index[(int)kind] != 0;

    public static implicit operator Parser<T>(Choice<T> choice) => choice.Parse;

    private IResult<T> Read(IInput input)
    {
        var token = (Token)input;
        var found = index[(int)token.Kind];
        return found == 0 ? new Failure<T>(token, expected, words) : parsers[found - 1](input);
    }
}
