using System.Collections.Immutable;
using Sprache;
using static PcnMedOpt.Core.Ecl.EclCombinators;
using static PcnMedOpt.Core.Ecl.EclTokenKind;

namespace PcnMedOpt.Core.Ecl;

/// <summary>Filters of dialects, and what a description may be in one.</summary>
internal static class EclDialectGrammar
{
    private static readonly Parser<bool> Word = Words(
        "'prefer' or 'accept'", ("prefer", true), ("preferred", true), ("accept", false), ("acceptable", false));

    private static readonly EclChoice<AcceptabilitySet> Acceptability = Switch<AcceptabilitySet>("'('", (Open, input => ((EclToken)input).Next.Kind == Number
        ? Seq(Bracketed(EclValues.Concept), concepts => new AcceptabilitySet([], concepts))(input)
        : Seq(Bracketed(Word), preferred => new AcceptabilitySet(preferred, []))(input)));

    private static readonly Parser<Dialect> Alias = input => (EclToken)input is { Kind: EclTokenKind.Word or Or or Not } alias && !alias.Chars.Contains('_')
        ? Seq(Optional(Acceptability), acceptability => new Dialect(alias.Text, null, acceptability))(alias.Next)
        : Unexpected<Dialect>((EclToken)input, "the alias of a dialect, such as en-gb");

    private static readonly Parser<Dialect> Listed = Seq(EclValues.Concept, Optional(Acceptability), (concept, acceptability) => new Dialect(null, concept, acceptability));

    public static readonly Parser<EclFilter> ByAlias = Seq(
        EclComparisonGrammar.ReadIsNot,
        input => ((EclToken)input).Kind == Open ? Bracketed(Alias)(input) : Seq(Alias, ImmutableArray<Dialect> (alias) => [alias])(input),
        Optional(Acceptability),
        EclFilter (isNot, dialects, acceptability) => new DialectFilter(isNot, null, dialects, acceptability));

    public static readonly Parser<EclFilter> ById = Seq(
        EclComparisonGrammar.ReadIsNot,
        Dialects,
        Optional(Acceptability),
        EclFilter (isNot, dialects, acceptability) => new DialectFilter(isNot, dialects.Expression, dialects.Listed, acceptability));

    private static IResult<(SubExpression? Expression, ImmutableArray<Dialect> Listed)> Dialects(IInput input) => IsList((EclToken)input)
        ? Seq(Bracketed(Listed), (SubExpression?, ImmutableArray<Dialect>) (dialects) => (null, dialects))(input)
        : Seq(EclGrammar.ReadSub, (SubExpression?, ImmutableArray<Dialect>) (expression) => (expression, []))(input);

    /// <summary>Brackets hold a list where a second identifier or an acceptability follows the first.</summary>
    private static bool IsList(EclToken open)
    {
        if (open.Kind != Open || open.Next.Kind != Number) return false;
        var second = open.Next.Next.Kind == Term ? open.Next.Next.Next : open.Next.Next;
        return second.Kind is Number or Open;
    }
}
