using System.Collections.Immutable;
using Sprache;
using static PcnMedOpt.Core.Ecl.EclCombinators;
using static PcnMedOpt.Core.Ecl.EclTokenKind;

namespace PcnMedOpt.Core.Ecl;

/// <summary>Expressions: what stands between <c>and</c>, <c>or</c> and <c>minus</c>, and those.</summary>
internal static class EclGrammar
{
    private static readonly EclChoice<EclToken> Operator = OneOf(
        "an operator", Less, DescendantOrSelf, Child, ChildOrSelf, Greater, AncestorOrSelf, Parent, ParentOrSelf, Top, Bottom);

    private static readonly Parser<string> FieldName = input => (EclToken)input is { } name && EclWords.IsLetters(name.Chars)
        ? new EclSuccess<string>(name.Text, name.Next)
        : Unexpected<string>((EclToken)input, "the name of a field, such as targetComponentId");

    private static readonly Parser<EclMembership> FieldList = Seq(Listed(FieldName), names => new EclMembership(names, false));

    private static readonly EclChoice<EclMembership> Fields = Switch("fields", (OpenSquare, Between(
        Tok(OpenSquare, "'['"),
        input => ((EclToken)input).Kind == Star ? new EclSuccess<EclMembership>(new EclMembership([], true), ((EclToken)input).Next) : FieldList(input),
        Tok(CloseSquare, "',' or ']'"))));

    private static readonly EclChoice<EclMembership> Membership = Switch(
        "'^'", (Caret, After(Tok(Caret, "'^'"), Seq(Optional(Fields), fields => fields ?? new EclMembership([], false)))));

    private static readonly Parser<EclExpression> Nested = Between(Tok(Open, "'('"), ReadExpression, EndOf(Close, "')'"));

    private static readonly Parser<EclFocus> Focus = Switch<EclFocus>(
        EclMessages.Concept,
        (Number, Seq(EclValues.Concept, EclFocus (concept) => new ConceptFocus(concept))),
        (Star, Seq(Tok(Star, "'*'"), EclFocus (_) => new AnyFocus())),
        (Alternate, EclValues.AlternateConcept),
        (Quoted, EclValues.QuotedAlternateConcept),
        (Open, Seq(Nested, EclFocus (expression) => new NestedFocus(expression))));

    private static readonly Parser<SubExpression> Sub = Seq(
        Optional(Operator),
        Optional(Membership),
        Focus,
        EclFilterGrammar.ReadConstraints,
        (sign, membership, focus, constraints) => new SubExpression(
            OperatorOf(sign),
            membership,
            focus,
            [.. constraints.OfType<FilterConstraint>()],
            constraints.OfType<HistorySupplement>().SingleOrDefault()));

    public static IResult<SubExpression> ReadSub(IInput input) => Sub(input);

    /// <summary>An expression; what stands behind it is the reader's who asked.</summary>
    public static IResult<EclExpression> ReadExpression(IInput input)
    {
        var first = Sub(input);
        if (!first.WasSuccessful) return Fail<SubExpression, EclExpression>(first);
        return ((EclToken)first.Remainder).Kind switch
        {
            Colon => Refined(first),
            Dot => Dotted(first),
            And or Comma => Compound(first, EclJoin.And),
            Or => Compound(first, EclJoin.Or),
            Minus => Compound(first, EclJoin.Minus),
            _ => new EclSuccess<EclExpression>(first.Value, first.Remainder),
        };
    }

    /// <summary>The bracket or the end that closes an expression; anything else does not belong to it.</summary>
    public static Parser<EclToken> EndOf(EclTokenKind kind, string sign) => input =>
        (EclToken)input is { } token && token.Kind == kind ? token
        : ((EclToken)input).Kind == End ? Unexpected<EclToken>((EclToken)input, sign)
        : Fail<EclToken>((EclToken)input, EclMessages.AfterExpression((EclToken)input));

    private static IResult<EclExpression> Refined(IResult<SubExpression> focus)
    {
        var colon = (EclToken)focus.Remainder;
        var refinement = EclRefinementGrammar.ReadRefinement(colon.Next);
        if (!refinement.WasSuccessful) return Fail<EclRefinement, EclExpression>(refinement);
        var next = (EclToken)refinement.Remainder;
        return next.Kind switch
        {
            Minus or Dot or Colon => Fail<EclExpression>(
                next, $"'{next.Text}' stands behind attributes: put brackets round the expression with ':', from its beginning to here."),
            Equal or NotEqual => Fail<EclExpression>(next, "A second value stands here: write ',' and an attribute before it."),
            OpenBrace => Fail<EclExpression>(next, "Groups of attributes are put together with ',', 'and' or 'or': write one before this '{'."),
            _ => new EclSuccess<EclExpression>(new RefinedExpression(focus.Value, refinement.Value), next),
        };
    }

    private static IResult<EclExpression> Dotted(IResult<SubExpression> focus)
    {
        var attributes = ImmutableArray.CreateBuilder<SubExpression>();
        var at = (EclToken)focus.Remainder;
        while (at.Kind == Dot)
        {
            var attribute = Sub(at.Next);
            if (!attribute.WasSuccessful) return Fail<SubExpression, EclExpression>(attribute);
            attributes.Add(attribute.Value);
            at = (EclToken)attribute.Remainder;
        }
        return IsJoin(at) || at.Kind == Colon
            ? Fail<EclExpression>(at, $"'{at.Text}' stands behind an expression with '.': put brackets round that expression.")
            : new EclSuccess<EclExpression>(new DottedExpression(focus.Value, attributes.DrainToImmutable()), at);
    }

    private static IResult<EclExpression> Compound(IResult<SubExpression> first, EclJoin join)
    {
        var parts = ImmutableArray.CreateBuilder<SubExpression>(2);
        parts.Add(first.Value);
        var at = (EclToken)first.Remainder;
        var word = at.Text.ToLowerInvariant();
        while (JoinOf(at) == join && !(join == EclJoin.Minus && parts.Count == 2))
        {
            if (IsStuck(at)) return Fail<EclExpression>(at.Next, $"Write a blank after '{at.Text}'.");
            var part = Sub(at.Next);
            if (!part.WasSuccessful) return Fail<SubExpression, EclExpression>(part);
            parts.Add(part.Value);
            at = (EclToken)part.Remainder;
        }
        if (IsJoin(at)) return Fail<EclExpression>(at, Mixed(word, at.Text.ToLowerInvariant()));
        return at.Kind is Colon or Dot
            ? Fail<EclExpression>(at, $"'{at.Text}' stands behind an expression with '{word}': put brackets round the part that it belongs to.")
            : new EclSuccess<EclExpression>(new CompoundExpression(join, parts.DrainToImmutable()), at);
    }

    /// <summary>A word that joins must be followed by a blank; a comma need not.</summary>
    public static bool IsStuck(EclToken join) => join.Kind != Comma && !join.Next.BlankBefore && join.Next.Kind != End;

    public static bool IsJoin(EclToken token) => token.Kind is And or Comma or Or or Minus;

    public static string Mixed(string first, string second) => first == second
        ? $"'{first}' stands twice: put brackets round the two that belong together, as in (A {first} B) {first} C."
        : $"'{first}' and '{second}' are mixed: put brackets round the parts that belong together.";

    private static EclJoin? JoinOf(EclToken token) => token.Kind switch
    {
        And or Comma => EclJoin.And,
        Or => EclJoin.Or,
        Minus => EclJoin.Minus,
        _ => null,
    };

    private static EclOperator OperatorOf(EclToken? sign) => sign?.Kind switch
    {
        Less => EclOperator.DescendantOf,
        DescendantOrSelf => EclOperator.DescendantOrSelfOf,
        Child => EclOperator.ChildOf,
        ChildOrSelf => EclOperator.ChildOrSelfOf,
        Greater => EclOperator.AncestorOf,
        AncestorOrSelf => EclOperator.AncestorOrSelfOf,
        Parent => EclOperator.ParentOf,
        ParentOrSelf => EclOperator.ParentOrSelfOf,
        Top => EclOperator.Top,
        Bottom => EclOperator.Bottom,
        _ => EclOperator.Self,
    };
}
