using System.Collections.Immutable;
using Sprache;
using static PcnMedOpt.Core.Ecl.EclCombinators;
using static PcnMedOpt.Core.Ecl.EclTokenKind;

namespace PcnMedOpt.Core.Ecl;

/// <summary>What stands between double braces: filters of descriptions, concepts and members, and the history supplement.</summary>
internal static class EclFilterGrammar
{
    private static readonly Parser<EclExpression> Subset = Between(Tok(Open, "'('"), EclGrammar.ReadExpression, EclGrammar.EndOf(Close, "')'"));

    private static readonly Parser<EclHistory> Profile = Words(
        "'HISTORY', 'HISTORY-MIN', 'HISTORY-MOD' or 'HISTORY-MAX'",
        ("HISTORY", EclHistory.Unsaid),
        ("HISTORY-MIN", EclHistory.Minimum),
        ("HISTORY_MIN", EclHistory.Minimum),
        ("HISTORY-MOD", EclHistory.Moderate),
        ("HISTORY_MOD", EclHistory.Moderate),
        ("HISTORY-MAX", EclHistory.Maximum),
        ("HISTORY_MAX", EclHistory.Maximum));

    /// <summary>All that stand behind a focus: members first, history last.</summary>
    public static IResult<ImmutableArray<EclConstraint>> ReadConstraints(IInput input)
    {
        var token = (EclToken)input;
        if (token.Kind != OpenFilter) return new EclSuccess<ImmutableArray<EclConstraint>>([], input);
        var constraints = ImmutableArray.CreateBuilder<EclConstraint>(1);
        for (; token.Kind == OpenFilter;)
        {
            var result = token.Next.Kind == Plus ? History(token) : Filters(token);
            if (!result.WasSuccessful) return Fail<EclConstraint, ImmutableArray<EclConstraint>>(result);
            if (OutOfOrder(constraints, result.Value) is { } message) return Fail<ImmutableArray<EclConstraint>>(token, message);
            constraints.Add(result.Value);
            token = (EclToken)result.Remainder;
        }
        return new EclSuccess<ImmutableArray<EclConstraint>>(constraints.DrainToImmutable(), token);
    }

    private static string? OutOfOrder(ImmutableArray<EclConstraint>.Builder before, EclConstraint next)
    {
        if (before.Count == 0) return null;
        if (before[^1] is HistorySupplement)
            return next is HistorySupplement
                ? "The history supplement stands once: remove one of them."
                : "The history supplement comes last: put brackets round what stands before, or write the filter before it.";
        return next is FilterConstraint { Kind: FilterKind.Member } && before[^1] is FilterConstraint { Kind: not FilterKind.Member }
            ? "A filter of members comes first, directly behind the reference set."
            : null;
    }

    private static IResult<EclConstraint> History(EclToken open)
    {
        var profile = Profile(open.Next.Next);
        if (!profile.WasSuccessful) return Fail<EclHistory, EclConstraint>(profile);
        var at = (EclToken)profile.Remainder;
        EclExpression? refsets = null;
        if (at.Kind == Open)
        {
            if (profile.Value != EclHistory.Unsaid)
                return Fail<EclConstraint>(at, $"'{open.Next.Next.Text}' says already which associations are meant: remove the brackets, or write HISTORY (…).");
            var subset = Subset(at);
            if (!subset.WasSuccessful) return Fail<EclExpression, EclConstraint>(subset);
            (refsets, at) = (subset.Value, (EclToken)subset.Remainder);
        }
        return at.Kind == CloseFilter
            ? new EclSuccess<EclConstraint>(new HistorySupplement(refsets is null ? profile.Value : EclHistory.Named, refsets), at.Next)
            : Unexpected<EclConstraint>(at, "'}}'");
    }

    private static IResult<EclConstraint> Filters(EclToken open)
    {
        var kind = KindOf(open.Next);
        var filters = Listed(kind switch
        {
            FilterKind.Concept => EclFilterKinds.OfConcept,
            FilterKind.Member => EclFilterKinds.OfMember,
            _ => EclFilterKinds.OfDescription,
        })(kind is null ? open.Next : open.Next.Next);
        if (!filters.WasSuccessful) return Fail<ImmutableArray<EclFilter>, EclConstraint>(filters);
        var close = (EclToken)filters.Remainder;
        if (close.Kind == CloseFilter) return new EclSuccess<EclConstraint>(new FilterConstraint(kind ?? FilterKind.Description, filters.Value), close.Next);
        return close.Kind is And or Or
            ? Fail<EclConstraint>(close, "Filters between the same braces are separated by ',', and all of them hold: write ','.")
            : Unexpected<EclConstraint>(close, "',' or '}}'");
    }

    /// <summary>Null where no letter says it.</summary>
    private static FilterKind? KindOf(EclToken letter) => letter.Kind != Word || letter.Chars.Length != 1 ? null : char.ToUpperInvariant(letter.Chars[0]) switch
    {
        'D' => FilterKind.Description,
        'C' => FilterKind.Concept,
        'M' => FilterKind.Member,
        _ => null,
    };
}
