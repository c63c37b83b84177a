using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>Active inferred relationships: hierarchy, and attributes both ways.</summary>
internal sealed record Relationships(Hierarchy Hierarchy, Lists<AttributeRow> Attributes, Lists<InboundRow> Inbound)
{
    /// <param name="content">Its relationship rows are taken; a row of a concept that is not loaded becomes a fault of its file.</param>
    /// <param name="concepts">The concepts.</param>
    /// <param name="values">For each number of a concrete value its place in the store.</param>
    public static Relationships Of(Rf2Content content, ConceptColumns concepts, int[] values)
    {
        var rows = Latest.Of(content.Rows.Relationships, content.Ranks);
        var isA = content.Pools.Attributes.NumberOf(Rf2Ids.IsA);
        int[] types = [.. content.Pools.Attributes.Ids.Select(concepts.Snomed)];
        var (below, above) = (new List<int>(rows.Count / 3), new List<int>(rows.Count / 3));
        var (sources, attributes) = (new List<int>(rows.Count / 2), new List<AttributeRow>(rows.Count / 2));
        foreach (ref readonly var row in rows)
        {
            if (!row.IsActive) continue;
            var (source, type) = (concepts.Snomed(row.Source), types[row.Type]);
            var value = row.Destination < 0 ? ~values[(int)~row.Destination] : concepts.Snomed(row.Destination);
            if (row.Type == isA && source >= 0 && value >= 0)
            {
                below.Add(source);
                above.Add(value);
            }
            else if (source < 0 || type < 0 || (row.Destination >= 0 && value < 0))
            {
                content.Files[row.File].Faults.Add(RowFault.UnknownConcept, row.Line, []);
            }
            else
            {
                sources.Add(source);
                attributes.Add(new AttributeRow(row.Group, type, value));
            }
        }
        var hierarchy = Hierarchy.Of(concepts.Count, Span(below), Span(above));
        var outbound = Lists<AttributeRow>.Of(concepts.Count, Span(sources), Span(attributes)).SortedOnce(Comparer<AttributeRow>.Create(Compare));
        return new Relationships(hierarchy, outbound, Inwards(outbound, concepts.Count));
    }

    public void Write(StoreWriter writer)
    {
        writer.AddLists<int>(StoreNames.Parents, Hierarchy.Parents.Starts, Hierarchy.Parents.Values);
        writer.AddLists<int>(StoreNames.Children, Hierarchy.Children.Starts, Hierarchy.Children.Values);
        writer.AddLists<int>(StoreNames.Ancestors, Hierarchy.Ancestors.Starts, Hierarchy.Ancestors.Values);
        LargeHierarchies.Write(writer, Hierarchy.Ancestors);
        writer.AddLists<AttributeRow>(StoreNames.Attributes, Attributes.Starts, Attributes.Values);
        writer.AddLists<InboundRow>(StoreNames.Inbound, Inbound.Starts, Inbound.Values);
    }

    private static Lists<InboundRow> Inwards(Lists<AttributeRow> attributes, int count)
    {
        var (keys, rows) = (new List<int>(attributes.Values.Length), new List<InboundRow>(attributes.Values.Length));
        for (var source = 0; source < count; source++)
        {
            foreach (var row in attributes[source])
            {
                if (row.Value < 0) continue;
                keys.Add(row.Value);
                rows.Add(new InboundRow(row.Type, source));
            }
        }
        return Lists<InboundRow>.Of(count, Span(keys), Span(rows)).SortedOnce(Comparer<InboundRow>.Create((a, b) => a.Type != b.Type ? a.Type.CompareTo(b.Type) : a.Source.CompareTo(b.Source)));
    }

    private static int Compare(AttributeRow one, AttributeRow other) =>
        one.Group != other.Group ? one.Group.CompareTo(other.Group) : one.Type != other.Type ? one.Type.CompareTo(other.Type) : one.Value.CompareTo(other.Value);

    private static ReadOnlySpan<T> Span<T>(List<T> list) => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list);
}
