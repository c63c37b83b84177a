using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>
/// Lays a flow out on as few pages as hold it. What would be wider than a page loses its longest lines, and what would be higher is cut between two
/// rows: a box then says in words where it leads. Every edge is drawn or said, and no two boxes share a place.
/// </summary>
public static class FlowLayout
{
    /// <summary>A page of A4 with margins of 20 and 18 mm is 827 pixels high less a heading.</summary>
    private const double PageHeight = 760;

    /// <summary>Rows are filled up to here; the rest is for lines that pass.</summary>
    private const double RowWidth = 640;

    /// <summary>More lines from one box are not told apart.</summary>
    private const int MostDrawn = 6;

    public static ImmutableArray<FlowPart> Of(FlowView flow)
    {
        var parts = ImmutableArray.CreateBuilder<FlowPart>();
        for (var left = flow.Nodes; !left.IsEmpty;)
        {
            var part = FirstPart(flow, left);
            parts.Add(part);
            left = left.RemoveAll(n => part.Nodes.Any(p => p.Node == n));
        }
        return parts.DrainToImmutable();
    }

    /// <summary>As many of the boxes, from the first row on, as a page holds.</summary>
    private static FlowPart FirstPart(FlowView flow, ImmutableArray<FlowNode> nodes)
    {
        var ids = nodes.Select(n => n.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<FlowEdge> own = [.. flow.Edges.Where(e => ids.Contains(e.From)).Distinct()];
        ImmutableArray<FlowEdge> drawn = [.. own.Where(e => ids.Contains(e.To)).GroupBy(e => e.From, StringComparer.Ordinal).SelectMany(g => g.Take(MostDrawn)).OrderBy(own.IndexOf)];
        while (true)
        {
            var (rows, routing) = Laid(flow, nodes, own, drawn);
            if (routing.Width > SvgWriter.PageWidth && Longest(rows) is { } most) drawn = [.. rows.Chains.Where(c => Length(c) < most).Select(c => c.Edge)];
            else if (Cut(rows, routing) is var cut and > 0)
                return FirstPart(flow, [.. nodes.Intersect(rows.Rows.Take(cut).SelectMany(r => r).Select(i => i.Box?.Node).OfType<FlowNode>())]);
            else return new FlowPart([.. routing.Nodes.OrderBy(n => nodes.IndexOf(n.Node))], [.. routing.Edges], [.. own.Except(drawn)], routing.Width, routing.Height);
        }
    }

    private static (FlowRows Rows, FlowRouting Routing) Laid(FlowView flow, ImmutableArray<FlowNode> nodes, ImmutableArray<FlowEdge> own, ImmutableArray<FlowEdge> drawn)
    {
        ImmutableArray<PlacedNode> boxes = [.. nodes.Select(n => FlowBoxes.Of(n, own.Except(drawn).Where(e => e.From == n.Id).Select(e => Words(flow, e))))];
        var rows = FlowRanking.Of(boxes, drawn, RowWidth);
        var (ordered, width) = FlowPlacing.Of(rows.Rows, RowWidth);
        return (rows with { Rows = ordered }, new FlowRouting(rows, ordered, width));
    }

    private static string Words(FlowView flow, FlowEdge edge)
    {
        var to = flow.Nodes.First(n => n.Id == edge.To);
        var where = $"go to {(to.Number.Length > 0 ? to.Number : to.Title)}";
        return edge.Label is null ? where : $"{edge.Label}: {where}";
    }

    /// <summary>The number of rows of the edge that passes most, loops above all; null where every edge leads to the next row.</summary>
    private static int? Longest(FlowRows rows)
    {
        var most = rows.Chains.Select(Length).DefaultIfEmpty(0).Max();
        return most > 0 ? most : null;
    }

    private static int Length(FlowChain chain) => chain.BackTo is { } back ? 1000 + chain.Items[^1].Row - back.Row : chain.Items.Count(i => i.Box is null && i.Words.IsEmpty);

    /// <summary>The number of rows that fit on a page, when not all do and there are boxes above and below; else 0.</summary>
    private static int Cut(FlowRows rows, FlowRouting routing)
    {
        if (routing.Height <= PageHeight) return 0;
        var withBoxes = Enumerable.Range(0, rows.Rows.Length).Where(r => rows.Rows[r].Any(i => i.Box is not null)).ToList();
        if (withBoxes.Count < 2) return 0;
        var last = withBoxes.Skip(1).FirstOrDefault(r => rows.Rows[r].Max(i => i.Top + i.Height) > PageHeight, withBoxes[^1]);
        return last;
    }
}
