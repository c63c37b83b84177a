using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>Reference sets of concepts, and what associations say, both ways.</summary>
internal sealed class Refsets
{
    private readonly record struct Member(int Concept, int Day, ushort Module);

    private readonly long[] ids;
    private readonly byte[] kinds;
    private readonly Lists<Member> members;
    private readonly Lists<int> refsetsOf;
    private readonly Lists<AssociationRow> associations;
    private readonly Lists<AssociationRow> associationsTo;

    /// <param name="rows">The latest row of each member.</param>
    /// <param name="parts">Members of reference sets that the rows know nothing of.</param>
    /// <param name="concepts">All concepts; those of the rows are among them.</param>
    /// <param name="modules">For each number of a module its place in the store.</param>
    public Refsets(RowList<MemberRow> rows, IReadOnlyList<IReleasePart> parts, ConceptColumns concepts, int[] modules)
    {
        var ofRows = new HashSet<long>();
        foreach (ref readonly var row in rows) ofRows.Add(row.Refset);
        var further = Further(ofRows, parts);
        ids = [.. ofRows.Concat(further.Select(m => m.Refset)).Distinct().Order()];
        var places = ids.Index().ToDictionary(i => i.Item, i => i.Index);
        kinds = new byte[ids.Length];
        var (keys, values) = (new List<int>(rows.Count), new List<Member>(rows.Count));
        var (from, to, away, back) = (new List<int>(), new List<int>(), new List<AssociationRow>(), new List<AssociationRow>());
        foreach (ref readonly var row in rows)
        {
            var refset = places[row.Refset];
            if (!row.IsSimple) kinds[refset] = 1;
            if (!row.IsActive) continue;
            var concept = concepts.Numbers.OrdinalOf(row.Concept);
            keys.Add(refset);
            values.Add(new Member(concept, Rf2Numbers.PossibleDay(row.Day), (ushort)modules[row.Module]));
            if (row.Target == 0) continue;
            var target = concepts.Numbers.OrdinalOf(row.Target);
            from.Add(concept);
            away.Add(new AssociationRow(refset, target));
            to.Add(target);
            back.Add(new AssociationRow(refset, concept));
        }
        foreach (var member in further)
        {
            keys.Add(places[member.Refset]);
            values.Add(new Member(concepts.Numbers.OrdinalOf(member.Concept), 0, 0));
        }
        members = Once(Lists<Member>.Of(ids.Length, Span(keys), Span(values)));
        refsetsOf = Inverse(members, concepts.Count);
        var order = Comparer<AssociationRow>.Create((a, b) => a.Refset != b.Refset ? a.Refset.CompareTo(b.Refset) : a.Concept.CompareTo(b.Concept));
        associations = Lists<AssociationRow>.Of(concepts.Count, Span(from), Span(away)).SortedOnce(order);
        associationsTo = Lists<AssociationRow>.Of(concepts.Count, Span(to), Span(back)).SortedOnce(order);
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
        writer.AddLists<int>(StoreNames.RefsetsOf, refsetsOf.Starts, refsetsOf.Values);
        writer.AddLists<AssociationRow>(StoreNames.Associations, associations.Starts, associations.Values);
        writer.AddLists<AssociationRow>(StoreNames.AssociationsTo, associationsTo.Starts, associationsTo.Values);
    }

    /// <summary>Each concept once, with its latest day.</summary>
    private static Lists<Member> Once(Lists<Member> lists)
    {
        var order = Comparer<Member>.Create((a, b) => a.Concept != b.Concept ? a.Concept.CompareTo(b.Concept) : a.Day != b.Day ? b.Day.CompareTo(a.Day) : a.Module.CompareTo(b.Module));
        var starts = new int[lists.Starts.Length];
        var kept = new List<Member>(lists.Values.Length);
        for (var list = 0; list < starts.Length - 1; list++)
        {
            lists[list].Sort(order);
            var last = -1;
            foreach (var member in lists[list])
            {
                if (member.Concept != last) kept.Add(member);
                last = member.Concept;
            }
            starts[list + 1] = kept.Count;
        }
        return new Lists<Member>(starts, [.. kept]);
    }

    private static Lists<int> Inverse(Lists<Member> members, int count)
    {
        var (keys, values) = (new int[members.Values.Length], new int[members.Values.Length]);
        for (int refset = 0, at = 0; refset < members.Starts.Length - 1; refset++)
            foreach (var member in members[refset]) (keys[at], values[at++]) = (member.Concept, refset);
        return Lists<int>.Of(count, keys, values);
    }

    private static ReadOnlySpan<T> Span<T>(List<T> list) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
}
