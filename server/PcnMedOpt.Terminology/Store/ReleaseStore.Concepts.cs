namespace PcnMedOpt.Terminology.Store;

/// <summary>Concepts, hierarchy, attributes, reference sets and history by ordinal.</summary>
public sealed partial class ReleaseStore
{
    /// <summary>Lists up to this length are gone through several values at a time, which is quicker than to halve them.</summary>
    private const int ShortList = 96;

    /// <summary>How many concepts there are, retired ones and those that are only named included: ordinals are below it.</summary>
    public int Count => ids.Count;

    /// <summary>The ordinal of a concept; -1 where the store does not know it.</summary>
    public int OrdinalOf(long id) => IdTable.Find(idTable.Span, ids.Span, id);

    public long IdOf(int ordinal) => ids[ordinal];

    public ConceptFlags Flags(int ordinal) => (ConceptFlags)flags[ordinal];

    public bool IsActive(int ordinal) => (Flags(ordinal) & ConceptFlags.Active) != 0;

    /// <summary>False for a concept that is only named by a reference set or by history; nothing else is known of it.</summary>
    public bool IsHeld(int ordinal) => (Flags(ordinal) & ConceptFlags.Held) != 0;

    /// <summary>The module of its latest row; 0 where it has none.</summary>
    public long Module(int ordinal) => modules[conceptModules[ordinal]];

    /// <summary>The definition status of its latest row, such as 900000000000074008 (primitive); 0 where it has none.</summary>
    public long DefinitionStatus(int ordinal) => statusIds[statuses[ordinal]];

    /// <summary>The day of its latest row as a number, such as 20260311; 0 where it has no possible one.</summary>
    public int EffectiveTime(int ordinal) => conceptTimes[ordinal];

    public ReadOnlySpan<int> Parents(int ordinal) => parents[ordinal];

    public ReadOnlySpan<int> Children(int ordinal) => children[ordinal];

    /// <summary>All above, itself left out.</summary>
    public ReadOnlySpan<int> Ancestors(int ordinal) => ancestors[ordinal];

    /// <summary>It is the ancestor, or below it.</summary>
    public bool IsA(int ordinal, int ancestor)
    {
        if (ordinal == ancestor) return true;
        var above = Ancestors(ordinal);
        return above.Length <= ShortList ? above.Contains(ancestor) : above.BinarySearch(ancestor) >= 0;
    }

    /// <summary>A set with nobody in it, for ordinals of this store.</summary>
    public ConceptSet EmptySet() => new(Count);

    /// <summary>Puts all that is below a concept into a set; the concept itself stays as it is. What is in already is walked again if it was put there otherwise.</summary>
    public void AddDescendants(int ordinal, ConceptSet into)
    {
        if (AddLarge(ordinal, into)) return;
        var seen = into.IsEmpty ? into : EmptySet();
        var had = into.Contains(ordinal);
        var waiting = new Stack<int>();
        waiting.Push(ordinal);
        while (waiting.TryPop(out var above))
            foreach (var child in Children(above))
                if (seen.Add(child)) waiting.Push(child);
        if (!had) seen.Remove(ordinal);
        if (seen != into) into.Or(seen);
    }

    /// <summary>Puts all that is below a concept into a set, where the store has it as a set; false where it does not.</summary>
    internal bool AddLarge(int ordinal, ConceptSet into)
    {
        var place = largeHierarchies.Span.BinarySearch(ordinal);
        if (place < 0) return false;
        var size = ConceptSet.WordsFor(Count);
        into.Or(largeHierarchyBits.Slice(place * size, (place + 1) * size));
        return true;
    }

    /// <summary>Puts all that is below the large hierarchies among some concepts into a set, as far as the store has it as sets.</summary>
    internal void AddLarge(ConceptSet of, ConceptSet into)
    {
        foreach (var ordinal in largeHierarchies.Span)
            if (of.Contains(ordinal)) AddLarge(ordinal, into);
    }

    /// <summary>Its attributes, by group, attribute and value.</summary>
    public ReadOnlySpan<AttributeRow> Attributes(int ordinal) => attributes[ordinal];

    /// <summary>The attributes of which it is the value, by attribute and source.</summary>
    public ReadOnlySpan<InboundRow> Inbound(int ordinal) => inbound[ordinal];

    /// <summary>A concrete value as RF2 writes it: <c>#5</c>, <c>#2.5</c>, <c>"text"</c>.</summary>
    /// <param name="value">What <see cref="AttributeRow.Value"/> says, below zero.</param>
    public string ConcreteValue(int value) => concreteValues[~value];

    /// <summary>The identifiers of all reference sets that have concepts, ascending; a reference set is spoken of by its place in it.</summary>
    public ReadOnlySpan<long> RefsetIds => refsetIds.Span;

    /// <summary>The index of a reference set; below zero where no concept is in it.</summary>
    public int RefsetIndexOf(long id) => RefsetIds.BinarySearch(id);

    public RefsetKind KindOf(int refset) => (RefsetKind)refsetKinds[refset];

    /// <summary>A simple reference set, and no map, history or other one with columns of its own.</summary>
    public bool IsSimple(int refset) => KindOf(refset) == RefsetKind.Simple;

    /// <summary>The concepts of its active members.</summary>
    public ReadOnlySpan<int> MembersOf(int refset) => members[refset];

    /// <summary>The row of an active member of a simple reference set; of several for a concept the latest, and the others are among <see cref="RowsOf"/>.</summary>
    /// <param name="refset">The index of the reference set.</param>
    /// <param name="place">The place in <see cref="MembersOf"/>.</param>
    public RefsetRow MemberRow(int refset, int place)
    {
        var at = members.StartOf(refset) + place;
        return new RefsetRow(MembersOf(refset)[place], memberTimes[at], RefsetRow.NoTarget, RefsetRow.None, RefsetRow.None, memberModules[at], 1);
    }

    /// <summary>All rows of a reference set, retired ones too; of a simple one those that <see cref="MemberRow"/> does not tell.</summary>
    public ReadOnlySpan<RefsetRow> RowsOf(int refset) => refsetRows[refset];

    /// <summary>The module of a row.</summary>
    public long ModuleOf(in RefsetRow row) => modules[row.Module];

    /// <summary>What a map says, as RF2 writes it.</summary>
    /// <param name="target">What <see cref="RefsetRow.Target"/> says of a row of a map.</param>
    public string MapTarget(int target) => mapTargets[target];

    /// <summary>The indexes of the reference sets that a concept is an active member of.</summary>
    public ReadOnlySpan<int> RefsetsOf(int ordinal) => refsetsOf[ordinal];

    /// <summary>What history says of a concept: rows of association reference sets whose subject it is.</summary>
    public ReadOnlySpan<AssociationRow> Associations(int ordinal) => associations[ordinal];

    /// <summary>The rows of association reference sets whose target it is.</summary>
    public ReadOnlySpan<AssociationRow> AssociationsTo(int ordinal) => associationsTo[ordinal];
}
