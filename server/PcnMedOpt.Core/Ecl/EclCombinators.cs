using System.Collections.Immutable;
using Sprache;

namespace PcnMedOpt.Core.Ecl;

/// <summary>The few combinators of the grammar: none tries and takes back, so that reading takes time in proportion to the text.</summary>
internal static class EclCombinators
{
    public static Parser<EclToken> Tok(EclTokenKind kind, string expected) =>
        input => (EclToken)input is { } token && token.Kind == kind ? token : Unexpected<EclToken>((EclToken)input, expected);

    public static EclChoice<T> Switch<T>(string expected, params (EclTokenKind Kind, Parser<T> Parser)[] cases) => new(expected, cases);

    /// <summary>A sign among several.</summary>
    public static EclChoice<EclToken> OneOf(string expected, params EclTokenKind[] kinds) => new(expected, [.. kinds.Select(k => (k, Tok(k, expected)))]);

    /// <summary>A word among several, in capital or small letters, and what it stands for.</summary>
    public static Parser<T> Words<T>(string expected, params (string Word, T Value)[] cases)
    {
        var values = cases.ToDictionary(c => c.Word, c => c.Value, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();
        return input =>
        {
            var token = (EclToken)input;
            return values.TryGetValue(token.Chars, out var value) ? new EclSuccess<T>(value, token.Next) : Unexpected<T>(token, expected);
        };
    }

    public static Parser<R> Seq<A, R>(Parser<A> a, Func<A, R> make) => input =>
    {
        var ra = a(input);
        return ra.WasSuccessful ? new EclSuccess<R>(make(ra.Value), ra.Remainder) : Fail<A, R>(ra);
    };

    public static Parser<R> Seq<A, B, R>(Parser<A> a, Parser<B> b, Func<A, B, R> make) => input =>
    {
        var ra = a(input);
        if (!ra.WasSuccessful) return Fail<A, R>(ra);
        var rb = b(ra.Remainder);
        return rb.WasSuccessful ? new EclSuccess<R>(make(ra.Value, rb.Value), rb.Remainder) : Fail<B, R>(rb);
    };

    public static Parser<R> Seq<A, B, C, R>(Parser<A> a, Parser<B> b, Parser<C> c, Func<A, B, C, R> make) => input =>
    {
        var ra = a(input);
        if (!ra.WasSuccessful) return Fail<A, R>(ra);
        var rb = b(ra.Remainder);
        if (!rb.WasSuccessful) return Fail<B, R>(rb);
        var rc = c(rb.Remainder);
        return rc.WasSuccessful ? new EclSuccess<R>(make(ra.Value, rb.Value, rc.Value), rc.Remainder) : Fail<C, R>(rc);
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
        return rd.WasSuccessful ? new EclSuccess<R>(make(ra.Value, rb.Value, rc.Value, rd.Value), rd.Remainder) : Fail<D, R>(rd);
    };

    /// <summary>The second of two.</summary>
    public static Parser<B> After<A, B>(Parser<A> a, Parser<B> b) => Seq(a, b, (_, value) => value);

    /// <summary>The middle of three.</summary>
    public static Parser<B> Between<A, B, C>(Parser<A> a, Parser<B> b, Parser<C> c) => Seq(a, b, c, (_, value, _) => value);

    public static Parser<T?> Optional<T>(EclChoice<T> choice)
        where T : class => input => choice.Starts((EclToken)input) ? (IResult<T?>)choice.Parse(input) : new EclSuccess<T?>(null, input);

    /// <summary>At least one, with commas between them.</summary>
    public static Parser<ImmutableArray<T>> Listed<T>(Parser<T> item) => input =>
    {
        var items = ImmutableArray.CreateBuilder<T>(1);
        while (true)
        {
            var result = item(input);
            if (!result.WasSuccessful) return Fail<T, ImmutableArray<T>>(result);
            items.Add(result.Value);
            input = result.Remainder;
            if (((EclToken)input).Kind != EclTokenKind.Comma) return new EclSuccess<ImmutableArray<T>>(items.DrainToImmutable(), input);
            input = ((EclToken)input).Next;
        }
    };

    /// <summary>At least one between round brackets, with blanks between them.</summary>
    public static Parser<ImmutableArray<T>> Bracketed<T>(Parser<T> item) => input =>
    {
        var items = ImmutableArray.CreateBuilder<T>(1);
        for (var at = ((EclToken)input).Next; ;)
        {
            if (items.Count > 0 && at.Kind == EclTokenKind.Comma)
                return Fail<ImmutableArray<T>>(at, "The parts of this list are separated by blanks: write a blank instead of ','.");
            if (items.Count > 0 && !at.BlankBefore) return Fail<ImmutableArray<T>>(at, "A blank is missing here: the parts of a list are separated by blanks.");
            var result = item(at);
            if (!result.WasSuccessful) return Fail<T, ImmutableArray<T>>(result);
            items.Add(result.Value);
            at = (EclToken)result.Remainder;
            if (at.Kind == EclTokenKind.Close) return new EclSuccess<ImmutableArray<T>>(items.DrainToImmutable(), at.Next);
        }
    };

    /// <summary>One, or several between round brackets.</summary>
    public static Parser<ImmutableArray<T>> OneOrBracketed<T>(Parser<T> item)
    {
        var several = Bracketed(item);
        var one = Seq(item, ImmutableArray<T> (value) => [value]);
        return input => ((EclToken)input).Kind == EclTokenKind.Open ? several(input) : one(input);
    }

    public static IResult<R> Fail<A, R>(IResult<A> result)
    {
        var failure = (IEclFailure)result;
        return new EclFailure<R>(failure.At, failure.Message);
    }

    public static IResult<T> Fail<T>(EclToken at, string message) => new EclFailure<T>(at, message);

    public static IResult<T> Unexpected<T>(EclToken at, string expected) => new EclFailure<T>(at, EclMessages.Expected(at, expected));
}
