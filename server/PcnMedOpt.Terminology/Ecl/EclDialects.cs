using System.Collections.Frozen;
using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Rf2;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>Filters of dialects (specification, 6.8 and appendix C): an active row of a language reference set takes the description so.</summary>
internal static class EclDialects
{
    /// <summary>Aliases of English; those without x stand in examples of 6.8, the others in appendix C.</summary>
    private static readonly FrozenDictionary<string, long> Aliases = new Dictionary<string, long>
    {
        ["en-gb"] = 900000000000508004,
        ["en-us"] = 900000000000509007,
        ["en-au"] = 32570271000036106,
        ["en-ca"] = 19491000087109,
        ["en-ie"] = 21000220103,
        ["en-nz"] = 271000210107,
        ["en-nz-x-pat"] = 281000210109,
        ["en-x-gmdn"] = 608771002,
        ["en-x-nhs-clinical"] = 999001261000000100,
        ["en-nhs-clinical"] = 999001261000000100,
        ["en-x-nhs-dmd"] = 999000671000001103,
        ["en-x-nhs-pharmacy"] = 999000691000001104,
        ["en-nhs-pharmacy"] = 999000691000001104,
        ["en-gb-x-drug"] = 999000681000001101,
        ["en-gb-x-ext"] = 999001251000000103,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static Func<int, bool> Test(DialectFilter filter, EclContext context)
    {
        var store = context.Store;
        var wanted = Wanted(filter, context);
        return description =>
        {
            var takes = false;
            foreach (var row in store.DialectsOf(description)) takes |= (wanted[row.Dialect] & (1 << row.Acceptability)) != 0;
            return takes != filter.IsNot;
        };
    }

    /// <summary>For each language reference set of the store the acceptabilities that are meant, a bit for each.</summary>
    private static int[] Wanted(DialectFilter filter, EclContext context)
    {
        var store = context.Store;
        var wanted = new int[store.Dialects.Length];
        var general = Bits(filter.Acceptability, context);
        if (filter.Expression is { } expression)
        {
            var set = EclSets.Of(expression, context);
            for (var place = 0; place < wanted.Length; place++)
                if (store.OrdinalOf(store.Dialects[place]) is >= 0 and var ordinal && set.Contains(ordinal)) wanted[place] = general;
        }
        foreach (var dialect in filter.Dialects)
            if (PlaceOf(dialect, context) is >= 0 and var place) wanted[place] |= dialect.Acceptability is null ? general : Bits(dialect.Acceptability, context);
        return wanted;
    }

    private static int PlaceOf(Dialect dialect, EclContext context)
    {
        if (dialect.Concept is { } concept)
        {
            context.OrdinalOf(concept);
            return context.Store.Dialects.BinarySearch(concept.Id);
        }
        if (Aliases.TryGetValue(dialect.Alias ?? "", out var id)) return context.Store.Dialects.BinarySearch(id);
        context.Refuse($"The dialect '{dialect.Alias}' is not known: write dialectId and the identifier of its language reference set.");
        return -1;
    }

    private static int Bits(AcceptabilitySet? set, EclContext context)
    {
        const int preferred = 1 << (int)Acceptability.Preferred;
        const int acceptable = 1 << (int)Acceptability.Acceptable;
        if (set is null) return preferred | acceptable;
        foreach (var concept in set.Concepts) context.OrdinalOf(concept);
        return set.Preferred.Aggregate(0, (bits, isPreferred) => bits | (isPreferred ? preferred : acceptable))
            | set.Concepts.Aggregate(0, (bits, concept) => bits | (concept.Id == Rf2Ids.Preferred ? preferred : concept.Id == Rf2Ids.Acceptable ? acceptable : 0));
    }
}
