using System.Collections.Immutable;
using Sprache;
using static PcnMedOpt.Core.Ecl.EclCombinators;
using static PcnMedOpt.Core.Ecl.EclTokenKind;

namespace PcnMedOpt.Core.Ecl;

/// <summary>
/// Attributes and groups of them. The grammar of the specification reads a row of attributes with <c>and</c> and <c>or</c> in several ways; its text
/// (6.4) asks for brackets there, and so does this.
/// </summary>
internal static class EclRefinementGrammar
{
    private static readonly Parser<EclToken> Upto = input => (EclToken)input is { } token && (token.Kind == DotDot || token.Is("to"))
        ? token
        : Unexpected<EclToken>((EclToken)input, "'..' between two numbers, as in [1..3]");

    private static readonly Parser<int> Most = input => (EclToken)input is { } token && (token.Kind == Star || token.Is("many"))
        ? new EclSuccess<int>(-1, token.Next)
        : EclValues.Count(input);

    private static readonly Parser<Cardinality> Bounds = Seq(EclValues.Count, Upto, Most, (least, _, most) => new Cardinality(least, most < 0 ? null : most));

    private static readonly EclChoice<Cardinality> Cardinality = Switch<Cardinality>("'['", (OpenSquare, input =>
    {
        var bounds = Between(Tok(OpenSquare, "'['"), Bounds, Tok(CloseSquare, "']'"))(input);
        return bounds.WasSuccessful && bounds.Value.Most < bounds.Value.Least
            ? Fail<Cardinality>(((EclToken)input).Next, $"From {bounds.Value.Least} to {bounds.Value.Most} is nothing: the smaller number comes first.")
            : bounds;
    }
    ));

    private static readonly Parser<EclAttribute> Named = Seq(
        Reverse, EclGrammar.ReadSub, EclComparisonGrammar.OfAttribute, (reverse, name, comparison) => new EclAttribute(null, reverse, name, comparison));

    private static readonly Parser<EclRefinement> Group = Between(
        Tok(OpenBrace, "'{'"),
        input => ReadList(input, isInGroup: true),
        input => (EclToken)input is { Kind: CloseBrace } close ? close : Fail<EclToken>((EclToken)input, Behind((EclToken)input)));

    public static IResult<EclRefinement> ReadRefinement(IInput input) => ReadList(input, isInGroup: false);

    private static IResult<EclRefinement> ReadList(IInput input, bool isInGroup)
    {
        var first = ReadPart(input, isInGroup);
        if (!first.WasSuccessful) return first;
        var at = (EclToken)first.Remainder;
        if (at.Kind is not (And or Comma or Or)) return first;
        var (isOr, word) = (at.Kind == Or, at.Text.ToLowerInvariant());
        var parts = ImmutableArray.CreateBuilder<EclRefinement>(2);
        parts.Add(first.Value);
        while (at.Kind is And or Comma or Or)
        {
            if (at.Kind == Or != isOr) return Fail<EclRefinement>(at, EclGrammar.Mixed(word, at.Text.ToLowerInvariant()));
            if (EclGrammar.IsStuck(at)) return Fail<EclRefinement>(at.Next, $"Write a blank after '{at.Text}'.");
            var part = ReadPart(at.Next, isInGroup);
            if (!part.WasSuccessful) return part;
            parts.Add(part.Value);
            at = (EclToken)part.Remainder;
        }
        return new EclSuccess<EclRefinement>(new RefinementList(isOr, parts.DrainToImmutable()), at);
    }

    private static IResult<EclRefinement> ReadPart(IInput input, bool isInGroup)
    {
        var token = (EclToken)input;
        if (token.Kind == Open && !IsAttributeName(token)) return Nested(token, isInGroup);
        var cardinality = Optional(Cardinality)(input);
        if (!cardinality.WasSuccessful) return Fail<Cardinality?, EclRefinement>(cardinality);
        var at = (EclToken)cardinality.Remainder;
        if (at.Kind != OpenBrace)
        {
            if (at.Kind == Open && !IsAttributeName(at)) return Fail<EclRefinement>(at, "A cardinality stands before one attribute or one group, and not before brackets.");
            var attribute = Named(at);
            return attribute.WasSuccessful
                ? new EclSuccess<EclRefinement>(attribute.Value with { Cardinality = cardinality.Value }, attribute.Remainder)
                : Fail<EclAttribute, EclRefinement>(attribute);
        }
        if (isInGroup) return Fail<EclRefinement>(at, "A group of attributes cannot stand in another: close the first with '}'.");
        var group = Group(at);
        return group.WasSuccessful ? new EclSuccess<EclRefinement>(new AttributeGroup(cardinality.Value, group.Value), group.Remainder) : group;
    }

    private static IResult<EclRefinement> Nested(EclToken open, bool isInGroup)
    {
        var inner = ReadList(open.Next, isInGroup);
        if (!inner.WasSuccessful) return inner;
        var close = (EclToken)inner.Remainder;
        return close.Kind == Close ? new EclSuccess<EclRefinement>(inner.Value, close.Next) : Fail<EclRefinement>(close, Behind(close));
    }

    /// <summary>Brackets hold the name of an attribute where a comparison or a filter follows them, and attributes otherwise.</summary>
    private static bool IsAttributeName(EclToken open) =>
        open.Closing?.Next.Kind is Equal or NotEqual or Not or Less or LessOrEqual or Greater or GreaterOrEqual or OpenFilter;

    private static IResult<bool> Reverse(IInput input)
    {
        var token = (EclToken)input;
        var isReverse = token.Kind == Word && (token.Is("R") || token.Is("reverseOf"));
        return new EclSuccess<bool>(isReverse, isReverse ? token.Next : token);
    }

    private static string Behind(EclToken at) => at.Kind == Minus
        ? "Attributes are put together with 'and' and 'or': what a concept must not have is written with [0..0] before it."
        : EclMessages.Expected(at, "',', 'and' or 'or' between attributes, or the bracket that ends them");
}
