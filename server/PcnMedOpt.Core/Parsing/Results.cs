using PcnMedOpt.Core.Syntax;
using Sprache;

namespace PcnMedOpt.Core.Parsing;

/// <summary>What a parser reports when it cannot go on: the token where, and a phrase that a clinician reads after "Expected".</summary>
internal interface IFailure
{
    Token At { get; }

    string Expected { get; }

    /// <summary>The words that could stand here, for "did you mean".</summary>
    IReadOnlyList<TokenKind> Words { get; }
}

internal sealed class Success<T>(T value, IInput remainder) : IResult<T>
{
    public T Value => value;

    public bool WasSuccessful => true;

    public string Message => "";

    public IEnumerable<string> Expectations => [];

    public IInput Remainder => remainder;
}

internal sealed class Failure<T>(Token at, string expected, IReadOnlyList<TokenKind> words) : IResult<T>, IFailure
{
    public Token At => at;

    public string Expected => expected;

    public IReadOnlyList<TokenKind> Words => words;

    public T Value => throw new InvalidOperationException($"Nothing was read: expected {expected}.");

    public bool WasSuccessful => false;

    public string Message => $"Expected {expected}";

    public IEnumerable<string> Expectations => [expected];

    public IInput Remainder => at;
}
