using Sprache;

namespace PcnMedOpt.Core.Ecl;

/// <summary>
/// A token of an ECL expression, linked to the next. As in the grammar of the language it is what the parsers read from and a successful match of
/// itself, so that matching one token allocates nothing.
/// </summary>
internal sealed class EclToken(string source, EclTokenKind kind, int start, int length, bool blankBefore) : IInput, IResult<EclToken>
{
    private EclToken? next;

    public EclTokenKind Kind => kind;

    /// <summary>Offset in the expression.</summary>
    public int Start => start;

    public int EndOffset => start + length;

    /// <summary>A blank or a comment stands before it, or nothing does.</summary>
    public bool BlankBefore => blankBefore;

    /// <summary>The token after this one; the last is followed by itself.</summary>
    public EclToken Next => next ?? this;

    /// <summary>The bracket that closes this one; null for what is no opening bracket.</summary>
    public EclToken? Closing { get; internal set; }

    public string Text => source.Substring(start, length);

    public ReadOnlySpan<char> Chars => source.AsSpan(start, length);

    /// <summary>The text within its quotation marks or bars.</summary>
    public ReadOnlySpan<char> Inner => Chars[1..^1];

    public bool Is(string word) => Chars.Equals(word, StringComparison.OrdinalIgnoreCase);

    internal void LinkTo(EclToken following) => next = following;

    string IInput.Source => source;

    char IInput.Current => source[start];

    bool IInput.AtEnd => kind == EclTokenKind.End;

    int IInput.Position => start;

    int IInput.Line => 1;

    int IInput.Column => start + 1;

    IDictionary<object, object> IInput.Memos => throw new NotSupportedException("Tokens keep no memos.");

    IInput IInput.Advance() => Next;

    bool IEquatable<IInput>.Equals(IInput? other) => ReferenceEquals(this, other);

    EclToken IResult<EclToken>.Value => this;

    bool IResult<EclToken>.WasSuccessful => true;

    string IResult<EclToken>.Message => "";

    IEnumerable<string> IResult<EclToken>.Expectations => [];

    IInput IResult<EclToken>.Remainder => Next;
}
