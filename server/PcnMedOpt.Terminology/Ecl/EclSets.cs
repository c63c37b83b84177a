using System.Diagnostics;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>The concepts of expressions. A set that is returned belongs to the caller.</summary>
internal static class EclSets
{
    public static ConceptSet Of(EclExpression expression, EclContext context) => expression switch
    {
        SubExpression sub => Of(sub, context),
        CompoundExpression { Join: EclJoin.Or } compound => EclUnion.Of(compound, context),
        CompoundExpression compound => Combined(compound, context),
        RefinedExpression refined => EclRefinements.Of(refined, context),
        DottedExpression dotted => EclRefinements.Of(dotted, context),
        _ => throw new UnreachableException($"No concepts for {expression}"),
    };

    public static ConceptSet Of(SubExpression sub, EclContext context)
    {
        var found = EclHierarchy.Apply(sub, Focus(sub, context), context);
        foreach (var filter in sub.Filters)
            if (filter.Kind == FilterKind.Concept) found = EclConceptFilters.Apply(filter, found, context);
            else if (filter.Kind == FilterKind.Description) found = EclDescriptionFilters.Apply(filter, found, context);
        return sub.History is { } history ? EclHistories.Apply(history, found, context) : found;
    }

    private static ConceptSet Focus(SubExpression sub, EclContext context)
    {
        if (sub.Membership is { } membership) return EclMembers.Of(sub, membership, context);
        if (sub.Filters.Any(f => f.Kind == FilterKind.Member)) context.Refuse("A filter of members has no '^' before it, so that there are no members to filter.");
        return sub.Focus switch
        {
            ConceptFocus concept => Single(context.OrdinalOf(concept.Concept), context),
            AnyFocus => context.Store.Held.Copy(),
            NestedFocus nested => Of(nested.Expression, context),
            AlternateFocus alternate => context.Refuse($"'{alternate.Scheme}#{alternate.Code}' is an identifier of another scheme, and the store keeps none."),
            _ => throw new UnreachableException($"No concepts for {sub.Focus}"),
        };
    }

    private static ConceptSet Single(int ordinal, EclContext context)
    {
        var set = context.Store.EmptySet();
        if (ordinal >= 0) set.Add(ordinal);
        return set;
    }

    private static ConceptSet Combined(CompoundExpression compound, EclContext context)
    {
        var found = Of(compound.Parts[0], context);
        foreach (var part in compound.Parts.Skip(1))
            found = compound.Join == EclJoin.And ? found.And(Of(part, context)) : found.Minus(Of(part, context));
        return found;
    }
}
