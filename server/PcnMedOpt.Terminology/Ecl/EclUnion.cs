using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>Lists of concepts, which may be thousands long: single concepts and what is below them are put into one set, and not into one for each.</summary>
internal static class EclUnion
{
    public static ConceptSet Of(CompoundExpression compound, EclContext context)
    {
        var store = context.Store;
        var found = store.EmptySet();
        var below = store.EmptySet();
        var walk = new Stack<int>();
        foreach (var part in compound.Parts)
        {
            if (part is not { Operator: EclOperator.Self or EclOperator.DescendantOf or EclOperator.DescendantOrSelfOf, Membership: null, Focus: ConceptFocus focus, Filters: [], History: null })
            {
                found.Or(EclSets.Of(part, context));
                continue;
            }
            var ordinal = context.OrdinalOf(focus.Concept);
            if (ordinal < 0) continue;
            if (part.Operator == EclOperator.Self)
            {
                found.Add(ordinal);
                continue;
            }
            if (!EclHierarchy.HasPlace(part, ordinal, context)) continue;
            EclHierarchy.AddBelow(store, ordinal, below, walk);
            if (part.Operator == EclOperator.DescendantOrSelfOf) below.Add(ordinal);
        }
        return found.Or(below.And(store.Active));
    }
}
