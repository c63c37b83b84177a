using PcnMedOpt.Core.Text;
using Sprache;

namespace PcnMedOpt.Core.Syntax;

/// <summary>
/// One token of a declaration's text, linked to the next. It owns the blanks and comments that follow it: they reach up to the next
/// token, so all tokens of a slice, with what stands before the first, are the slice's text.
/// </summary>
/// <remarks>
/// A token is also what the grammar reads from (<see cref="IInput"/>: the place before it) and a successful match of itself
/// (<see cref="IResult{T}"/>), so that matching one token allocates nothing.
/// </remarks>
public sealed class Token : IInput, IResult<Token>
{
    private readonly string source;
    private Token? next;

    internal Token(string source, TokenKind kind, int start, int length)
    {
        this.source = source;
        Kind = kind;
        Start = start;
        Length = length;
    }

    public TokenKind Kind { get; }

    /// <summary>Offset in the slice.</summary>
    public int Start { get; }

    public int Length { get; }

    public int EndOffset => Start + Length;

    /// <summary>The token after this one; the last, of kind <see cref="TokenKind.End"/>, is followed by itself.</summary>
    public Token Next => next ?? this;

    public TextSpan Span => new(Start, Length);

    public string Text => source.Substring(Start, Length);

    public ReadOnlySpan<char> Chars => source.AsSpan(Start, Length);

    /// <summary>The blanks and comments between this token and the next.</summary>
    public string Trivia => next is null ? "" : source[EndOffset..next.Start];

    public bool IsName => TokenText.IsName(Kind);

    internal void LinkTo(Token following) => next = following;

    public override string ToString() => $"{Kind} {Text}";

    string IInput.Source => source;

    char IInput.Current => source[Start];

    bool IInput.AtEnd => Kind == TokenKind.End;

    int IInput.Position => Start;

    int IInput.Line => 1;

    int IInput.Column => Start + 1;

    IDictionary<object, object> IInput.Memos => throw new NotSupportedException("Tokens keep no memos.");

    IInput IInput.Advance() => Next;

    bool IEquatable<IInput>.Equals(IInput? other) => ReferenceEquals(this, other);

    Token IResult<Token>.Value => this;

    bool IResult<Token>.WasSuccessful => true;

    string IResult<Token>.Message => "";

    IEnumerable<string> IResult<Token>.Expectations => [];

    IInput IResult<Token>.Remainder => Next;
}
