using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>Reference sets of concepts, and what associations say, both ways.</summary>
internal sealed class Refsets
{
    private static readonly Comparer<RefsetRow> Order = Comparer<RefsetRow>.Create((a, b) =>
        (a.Concept, -a.Day, a.Module, a.Active, a.Target, a.Group, a.Priority).CompareTo((b.Concept, -b.Day, b.Module, b.Active, b.Target, b.Group, b.Priority)));

    private readonly long[] ids;
    private readonly byte[] kinds;
    private readonly Lists<RefsetRow> members;
    private readonly Lists<RefsetRow> others;
    private readonly Lists<int> refsetsOf;
    private readonly Lists<AssociationRow> associations;
    private readonly Lists<AssociationRow> associationsTo;

    /// <param name="rows">The latest row of each member.</param>
    /// <param name="parts">Members of reference sets that the rows know nothing of.</param>
    /// <param name="concepts">All concepts; those of the rows are among them.</param>
    /// <param name="modules">For each number of a module its place in the store.</param>
    /// <param name="targets">For each number of a target of maps its place in the store.</param>
    public Refsets(RowList<MemberRow> rows, IReadOnlyList<IReleasePart> parts, ConceptColumns concepts, int[] modules, int[] targets)
    {
        var ofRows = new Dictionary<long, RefsetKind>();
        foreach (ref readonly var row in rows)
            if (!ofRows.TryGetValue(row.Refset, out var kind) || row.Kind > kind) ofRows[row.Refset] = row.Kind;
        var further = Further([.. ofRows.Keys], parts);
        ids = [.. ofRows.Keys.Concat(further.Select(m => m.Refset)).Distinct().Order()];
        kinds = [.. ids.Select(i => (byte)ofRows.GetValueOrDefault(i))];
        var places = ids.Index().ToDictionary(i => i.Item, i => i.Index);
        var (active, kept) = (new Gathered<RefsetRow>(rows.Count), new Gathered<RefsetRow>(0));
        var (away, back) = (new Gathered<AssociationRow>(0), new Gathered<AssociationRow>(0));
        foreach (ref readonly var row in rows)
        {
            var refset = places[row.Refset];
            var concept = concepts.Numbers.OrdinalOf(row.Concept);
            var target = row.Target == 0 || (byte)row.Kind != kinds[refset] ? RefsetRow.NoTarget : row.Target > 0 ? concepts.Numbers.OrdinalOf(row.Target) : targets[(int)~row.Target];
            var stored = new RefsetRow(concept, Rf2Numbers.PossibleDay(row.Day), target, row.Group, row.Priority, (ushort)modules[row.Module], row.IsActive ? (ushort)1 : (ushort)0);
            if (row.IsActive) active.Add(refset, stored);
            if (!row.IsActive || kinds[refset] != (byte)RefsetKind.Simple) kept.Add(refset, stored);
            if (!row.IsActive || row.Target <= 0 || target < 0) continue;
            away.Add(concept, new AssociationRow(refset, target));
            back.Add(target, new AssociationRow(refset, concept));
        }
        foreach (var member in further) active.Add(places[member.Refset], new RefsetRow(concepts.Numbers.OrdinalOf(member.Concept), 0, RefsetRow.NoTarget, RefsetRow.None, RefsetRow.None, 0, 1));
        members = Once(active.Lists(ids.Length).SortedOnce(Order), kept);
        others = kept.Lists(ids.Length).SortedOnce(Order);
        refsetsOf = Inverse(members, concepts.Count);
        var order = Comparer<AssociationRow>.Create((a, b) => a.Refset != b.Refset ? a.Refset.CompareTo(b.Refset) : a.Concept.CompareTo(b.Concept));
        associations = away.Lists(concepts.Count).SortedOnce(order);
        associationsTo = back.Lists(concepts.Count).SortedOnce(order);
    }

    /// <summary>Members of reference sets that RF2 knows nothing of. Of two parts that have one, the first is taken: together they would be neither edition.</summary>
    private static List<PartMember> Further(HashSet<long> ofRows, IReadOnlyList<IReleasePart> parts)
    {
        var taken = ofRows.ToHashSet();
        var further = new List<PartMember>();
        foreach (var part in parts)
        {
            var before = further.Count;
            further.AddRange(part.Members.Where(m => !taken.Contains(m.Refset)).Distinct());
            taken.UnionWith(further.Skip(before).Select(m => m.Refset));
        }
        return further;
    }

    public void Write(StoreWriter writer)
    {
        writer.Add<long>(StoreNames.RefsetIds, ids);
        writer.Add<byte>(StoreNames.RefsetKinds, kinds);
        writer.AddLists<int>(StoreNames.Members, members.Starts, Array.ConvertAll(members.Values, m => m.Concept));
        writer.Add<int>(StoreNames.MemberTimes, Array.ConvertAll(members.Values, m => m.Day));
        writer.Add<ushort>(StoreNames.MemberModules, Array.ConvertAll(members.Values, m => m.Module));
        writer.AddLists<RefsetRow>(StoreNames.RefsetRows, others.Starts, others.Values);
        writer.AddLists<int>(StoreNames.RefsetsOf, refsetsOf.Starts, refsetsOf.Values);
        writer.AddLists<AssociationRow>(StoreNames.Associations, associations.Starts, associations.Values);
        writer.AddLists<AssociationRow>(StoreNames.AssociationsTo, associationsTo.Starts, associationsTo.Values);
    }

    /// <summary>Each concept once, with its latest row; the other rows of simple reference sets come to those that are kept beside.</summary>
    private Lists<RefsetRow> Once(Lists<RefsetRow> lists, Gathered<RefsetRow> beside)
    {
        var starts = new int[lists.Starts.Length];
        var latest = new List<RefsetRow>(lists.Values.Length);
        for (var list = 0; list < starts.Length - 1; list++)
        {
            var last = -1;
            foreach (var row in lists[list])
            {
                if (row.Concept != last) latest.Add(row);
                else if (kinds[list] == (byte)RefsetKind.Simple) beside.Add(list, row);
                last = row.Concept;
            }
            starts[list + 1] = latest.Count;
        }
        return new Lists<RefsetRow>(starts, [.. latest]);
    }

    private static Lists<int> Inverse(Lists<RefsetRow> members, int count)
    {
        var (keys, values) = (new int[members.Values.Length], new int[members.Values.Length]);
        for (int refset = 0, at = 0; refset < members.Starts.Length - 1; refset++)
            foreach (var member in members[refset]) (keys[at], values[at++]) = (member.Concept, refset);
        return Lists<int>.Of(count, keys, values);
    }
}
