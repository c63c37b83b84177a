using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// History supplements (specification, 6.11): to what was found comes whatever an active row of the associations that are meant refers to it.
/// HISTORY-MIN is SAME AS; HISTORY-MOD is SAME AS, REPLACED BY, WAS A and PARTIALLY EQUIVALENT TO; HISTORY-MAX and HISTORY alone are all that is below
/// 900000000000522004 |Historical association reference set|, which the specification calls the same as all associations.
/// </summary>
internal static class EclHistories
{
    private static readonly long[] Minimum = [Rf2Ids.SameAs];

    private static readonly long[] Moderate = [Rf2Ids.SameAs, Rf2Ids.ReplacedBy, Rf2Ids.WasA, Rf2Ids.PartiallyEquivalentTo];

    public static ConceptSet Apply(HistorySupplement history, ConceptSet found, EclContext context)
    {
        var store = context.Store;
        var meant = Refsets(history, context);
        var all = found.Copy();
        foreach (var concept in found)
            foreach (var row in store.AssociationsTo(concept))
                if (meant[row.Refset]) all.Add(row.Concept);
        return all;
    }

    private static bool[] Refsets(HistorySupplement history, EclContext context)
    {
        var store = context.Store;
        var meant = new bool[store.RefsetIds.Length];
        List<int> places = history switch
        {
            { Refsets: { } expression } => EclMembers.InSet(EclSets.Of(expression, context), store),
            { Profile: EclHistory.Minimum } => Places(Minimum, store),
            { Profile: EclHistory.Moderate } => Places(Moderate, store),
            _ => All(store),
        };
        foreach (var place in places) meant[place] = true;
        return meant;
    }

    /// <summary>Where the release does not hold what is below the historical associations, all associations.</summary>
    private static List<int> All(ReleaseStore store)
    {
        var above = store.OrdinalOf(Rf2Ids.HistoricalAssociation);
        if (above < 0 || store.Children(above).IsEmpty) return [.. Enumerable.Range(0, store.RefsetIds.Length)];
        var below = store.EmptySet();
        EclHierarchy.AddBelow(store, above, below, new Stack<int>());
        return EclMembers.InSet(below, store);
    }

    private static List<int> Places(long[] refsets, ReleaseStore store) => [.. refsets.Select(store.RefsetIndexOf).Where(i => i >= 0)];
}
