using Sprache;

namespace PcnMedOpt.Core.Ecl;

/// <summary>A parser that chooses by the kind of the next token, and knows which kinds it can start with: nothing is tried and taken back.</summary>
internal sealed class EclChoice<T>
{
    private readonly Parser<T>?[] parsers = new Parser<T>?[64];
    private readonly string expected;

    public EclChoice(string expected, (EclTokenKind Kind, Parser<T> Parser)[] cases)
    {
        this.expected = expected;
        foreach (var (kind, parser) in cases) parsers[(int)kind] = parser;
        Parse = input => parsers[(int)((EclToken)input).Kind] is { } parser ? parser(input) : EclCombinators.Unexpected<T>((EclToken)input, this.expected);
    }

    /// <summary>The parser itself, made once.</summary>
    public Parser<T> Parse { get; }

    public bool Starts(EclToken token) => parsers[(int)token.Kind] is not null;

    public static implicit operator Parser<T>(EclChoice<T> choice) => choice.Parse;
}
