namespace PcnMedOpt.Terminology.Store;

/// <summary>Sets of concepts that questions begin with; made when they are first asked for, and not to be changed.</summary>
public sealed partial class ReleaseStore
{
    private ConceptSet? held;
    private ConceptSet? active;
    private ConceptSet? snomed;

    /// <summary>Concepts of which more is known than that something names them.</summary>
    public ConceptSet Held => held ??= With(ConceptFlags.Held);

    /// <summary>Active concepts.</summary>
    public ConceptSet Active => active ??= With(ConceptFlags.Held | ConceptFlags.Active);

    /// <summary>Concepts with a row of RF2, whose place in the hierarchy and attributes are known.</summary>
    public ConceptSet Snomed => snomed ??= With(ConceptFlags.Snomed);

    /// <summary>Puts the children of a set into another; those that were not in it yet, into a third too.</summary>
    public void AddChildren(ConceptSet of, ConceptSet into, ConceptSet fresh) => AddAll(children, of, into, fresh);

    /// <summary>Puts the parents of a set into another; those that were not in it yet, into a third too.</summary>
    public void AddParents(ConceptSet of, ConceptSet into, ConceptSet fresh) => AddAll(parents, of, into, fresh);

    /// <summary>In the order of ordinals, in which the lists are read from the beginning to the end.</summary>
    private static void AddAll(StoreLists<int> lists, ConceptSet of, ConceptSet into, ConceptSet fresh)
    {
        var starts = lists.Starts;
        var values = lists.Values;
        var bits = into.Bits;
        var news = fresh.Bits;
        foreach (var ordinal in of)
        {
            foreach (var value in values[starts[ordinal]..starts[ordinal + 1]])
            {
                var (place, bit) = (value >> 6, 1UL << value);
                if ((bits[place] & bit) != 0) continue;
                bits[place] |= bit;
                news[place] |= bit;
            }
        }
    }

    private ConceptSet With(ConceptFlags wanted)
    {
        var set = EmptySet();
        var all = flags.Span;
        for (var ordinal = 0; ordinal < all.Length; ordinal++)
            if (((ConceptFlags)all[ordinal] & wanted) == wanted) set.Add(ordinal);
        return set;
    }
}
