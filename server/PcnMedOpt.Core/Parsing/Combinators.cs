using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PcnMedOpt.Core.Syntax;
using Sprache;

namespace PcnMedOpt.Core.Parsing;

/// <summary>
/// The two combinators that keep Sprache quick over tokens, and what is made of them. <c>Seq</c> builds no closure while it parses,
/// <c>Switch</c> chooses by the kind of the next token (the language is LL(1)); query syntax and <c>Or</c> do both for every clause.
/// </summary>
internal static class Combinators
{
    public static Parser<Token> Tok(TokenKind kind) => Tok(kind, $"'{TokenText.Of(kind)}'");

    public static Parser<Token> Tok(TokenKind kind, string expected, Slot slot = Slot.None)
    {
        TokenKind[] words = TokenText.IsWord(kind) ? [kind] : [];
        return input =>
        {
            var token = (Token)input;
            if (token.Kind == kind) return token;
            Probe.NoteAt(token, slot, kind);
            return new Failure<Token>(token, expected, words);
        };
    }

    public static Parser<Token> OneOf(string expected, params TokenKind[] kinds) => OneOf(expected, Slot.None, kinds);

    public static Parser<Token> OneOf(string expected, Slot slot, params TokenKind[] kinds) => Switch(expected, slot, [.. kinds.Select(k => (k, Tok(k)))]);

    public static Choice<T> Switch<T>(string expected, params (TokenKind Kind, Parser<T> Parser)[] cases) => new(expected, Slot.None, cases);

    public static Choice<T> Switch<T>(string expected, Slot slot, params (TokenKind Kind, Parser<T> Parser)[] cases) => new(expected, slot, cases);

    /// <summary>Cases that begin with any name.</summary>
    public static (TokenKind Kind, Parser<T> Parser)[] Names<T>(Parser<T> parser) =>
        [.. Enumerable.Range(0, 256).Select(k => (TokenKind)k).Where(TokenText.IsName).Select(k => (k, parser))];

    public static Parser<R> Seq<A, R>(Parser<A> a, Func<A, R> make) => input =>
    {
        var ra = a(input);
        return ra.WasSuccessful ? Made(make(ra.Value), input, ra.Remainder) : Fail<A, R>(ra);
    };

    public static Parser<R> Seq<A, B, R>(Parser<A> a, Parser<B> b, Func<A, B, R> make) => input =>
    {
        var ra = a(input);
        if (!ra.WasSuccessful) return Fail<A, R>(ra);
        var rb = b(ra.Remainder);
        return rb.WasSuccessful ? Made(make(ra.Value, rb.Value), input, rb.Remainder) : Fail<B, R>(rb);
    };

    public static Parser<R> Seq<A, B, C, R>(Parser<A> a, Parser<B> b, Parser<C> c, Func<A, B, C, R> make) => input =>
    {
        var ra = a(input);
        if (!ra.WasSuccessful) return Fail<A, R>(ra);
        var rb = b(ra.Remainder);
        if (!rb.WasSuccessful) return Fail<B, R>(rb);
        var rc = c(rb.Remainder);
        return rc.WasSuccessful ? Made(make(ra.Value, rb.Value, rc.Value), input, rc.Remainder) : Fail<C, R>(rc);
    };

    public static Parser<R> Seq<A, B, C, D, R>(Parser<A> a, Parser<B> b, Parser<C> c, Parser<D> d, Func<A, B, C, D, R> make) => input =>
    {
        var ra = a(input);
        if (!ra.WasSuccessful) return Fail<A, R>(ra);
        var rb = b(ra.Remainder);
        if (!rb.WasSuccessful) return Fail<B, R>(rb);
        var rc = c(rb.Remainder);
        if (!rc.WasSuccessful) return Fail<C, R>(rc);
        var rd = d(rc.Remainder);
        return rd.WasSuccessful ? Made(make(ra.Value, rb.Value, rc.Value, rd.Value), input, rd.Remainder) : Fail<D, R>(rd);
    };

    public static Parser<R> Seq<A, B, C, D, E, R>(
        Parser<A> a, Parser<B> b, Parser<C> c, Parser<D> d, Parser<E> e, Func<A, B, C, D, E, R> make) => input =>
    {
        var ra = a(input);
        if (!ra.WasSuccessful) return Fail<A, R>(ra);
        var rb = b(ra.Remainder);
        if (!rb.WasSuccessful) return Fail<B, R>(rb);
        var rc = c(rb.Remainder);
        if (!rc.WasSuccessful) return Fail<C, R>(rc);
        var rd = d(rc.Remainder);
        if (!rd.WasSuccessful) return Fail<D, R>(rd);
        var re = e(rd.Remainder);
        return re.WasSuccessful ? Made(make(ra.Value, rb.Value, rc.Value, rd.Value, re.Value), input, re.Remainder) : Fail<E, R>(re);
    };

    /// <summary>Two tokens or parts in a row of which only the second matters.</summary>
    public static Parser<B> After<A, B>(Parser<A> a, Parser<B> b) => input =>
    {
        var ra = a(input);
        return ra.WasSuccessful ? b(ra.Remainder) : Fail<A, B>(ra);
    };

    public static Parser<B> After<A0, A, B>(Parser<A0> a0, Parser<A> a, Parser<B> b) => After(a0, After(a, b));

    public static Parser<T?> Optional<T>(Choice<T> choice)
        where T : class => input => choice.Starts((Token)input) ? (IResult<T?>)choice.Parse(input) : new Success<T?>(null, input);

    public static Parser<Token?> Optional(TokenKind kind, Slot slot = Slot.None) => input =>
    {
        var token = (Token)input;
        if (token.Kind == kind) return token;
        Probe.NoteAt(token, slot, kind);
        return new Success<Token?>(null, token);
    };

    public static Parser<ImmutableArray<T>> Many<T>(Choice<T> choice) => input =>
    {
        if (!choice.Starts((Token)input)) return new Success<ImmutableArray<T>>([], input);
        var items = default(Items<T>);
        while (choice.Starts((Token)input))
        {
            var result = choice.Parse(input);
            if (!result.WasSuccessful) return Fail<T, ImmutableArray<T>>(result);
            items.Add(result.Value);
            input = result.Remainder;
        }
        return new Success<ImmutableArray<T>>(items.ToImmutable(), input);
    };

    /// <summary>At least one, with the separator between them.</summary>
    public static Parser<ImmutableArray<T>> Separated<T>(Parser<T> item, TokenKind separator) => input =>
    {
        var items = default(Items<T>);
        while (true)
        {
            var result = item(input);
            if (!result.WasSuccessful) return Fail<T, ImmutableArray<T>>(result);
            items.Add(result.Value);
            input = result.Remainder;
            var next = (Token)input;
            if (next.Kind != separator)
            {
                Probe.NoteAt(next, Slot.None, separator);
                return new Success<ImmutableArray<T>>(items.ToImmutable(), input);
            }
            input = next.Next;
        }
    };

    public static IResult<R> Fail<A, R>(IResult<A> result)
    {
        var failure = (IFailure)result;
        return new Failure<R>(failure.At, failure.Expected, failure.Words);
    }

    private static IResult<R> Made<R>(R value, IInput from, IInput to)
    {
        if (value is SyntaxNode node) node.Place((Token)from, (Token)to);
        return new Success<R>(value, to);
    }

    /// <summary>Collects without a list object.</summary>
    private struct Items<T>
    {
        private T[]? array;
        private int count;

        public void Add(T item)
        {
            if (array is null) array = new T[2];
            else if (count == array.Length) Array.Resize(ref array, count * 2);
            array[count++] = item;
        }

        public readonly ImmutableArray<T> ToImmutable() =>
            array is null ? [] : ImmutableCollectionsMarshal.AsImmutableArray(count == array.Length ? array : array[..count]);
    }
}
