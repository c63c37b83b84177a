using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Terminology.Store;

/// <summary>
/// What goes into a store beside RF2: dm+d, reference sets of the portal, clusters, EMIS codes. It names the concepts that it speaks of, so that
/// they have ordinals, and then writes its own sections.
/// </summary>
public interface IReleasePart
{
    ReleaseSource Source { get; }

    /// <summary>Concepts that have to have an ordinal. Where RF2 has them too, RF2 decides their status and terms.</summary>
    IEnumerable<PartConcept> Concepts { get; }

    /// <summary>Members of reference sets; taken for those reference sets of which RF2 has no row.</summary>
    IEnumerable<PartMember> Members { get; }

    /// <summary>Adds the sections of this part.</summary>
    void Write(StoreWriter writer, ConceptNumbers numbers);
}

/// <summary>A concept of a part.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="IsActive">The part does not call it withdrawn.</param>
/// <param name="Name">Its name, which search then finds; null where the part only names it, and does not say what it is.</param>
public readonly record struct PartConcept(long Id, bool IsActive, string? Name);

/// <summary>A concept in a reference set.</summary>
public readonly record struct PartMember(long Refset, long Concept);

/// <summary>The ordinals of concepts, while a store is made.</summary>
public sealed class ConceptNumbers
{
    private readonly long[] ids;
    private readonly int[] table;

    /// <param name="ids">Ascending, each once.</param>
    public ConceptNumbers(long[] ids)
    {
        this.ids = ids;
        table = IdTable.Make(ids);
    }

    public int Count => ids.Length;

    public ReadOnlySpan<long> Ids => ids;

    internal ReadOnlySpan<int> Table => table;

    /// <summary>The ordinal of a concept; -1 where it has none.</summary>
    public int OrdinalOf(long id) => IdTable.Find(table, ids, id);

    public long IdOf(int ordinal) => ids[ordinal];
}
