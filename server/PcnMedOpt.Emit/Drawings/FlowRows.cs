using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>The rows of a flow, and its edges as chains through them.</summary>
internal sealed record FlowRows(ImmutableArray<ImmutableArray<FlowItem>> Rows, ImmutableArray<FlowChain> Chains);

/// <summary>
/// Puts boxes into rows so that edges lead downwards (Sugiyama, Tagawa and Toda 1981): loops are found from the first box on and lead back; a box
/// stands below every box that leads to it, and further down where a row is full; the words of an edge stand in the row below its box.
/// </summary>
internal static class FlowRanking
{
    public static FlowRows Of(ImmutableArray<PlacedNode> boxes, ImmutableArray<FlowEdge> edges, double width)
    {
        var items = boxes.ToDictionary(b => b.Node.Id, FlowItem.Of, StringComparer.Ordinal);
        var back = Loops(boxes, edges);
        var words = edges.Select(e => e.Label is null ? null : FlowItem.Of(TextWidth.Lines(e.Label, LabelWidth(e, edges, width), FlowBoxes.Label.Size, true))).ToList();
        Rank(boxes, edges, items, back, words, width);
        ImmutableArray<FlowChain> chains = [.. edges.Select((e, i) => Chain(e, items[e.From], words[i], items[e.To], back.Contains(i)))];
        var order = items.Values.Concat(chains.SelectMany(c => c.Items)).Distinct().ToList();
        ImmutableArray<ImmutableArray<FlowItem>> rows = [.. Enumerable.Range(0, 1 + order.Max(i => i.Row)).Select(r => order.Where(i => i.Row == r).ToImmutableArray())];
        return new FlowRows(rows, chains);
    }

    /// <summary>The labels of a box share the width of a row.</summary>
    private static double LabelWidth(FlowEdge edge, ImmutableArray<FlowEdge> edges, double width) =>
        Math.Min(120, width / edges.Count(e => e.From == edge.From) - 8 - FlowItem.Space);

    private static FlowChain Chain(FlowEdge edge, FlowItem from, FlowItem? words, FlowItem to, bool isBack)
    {
        var chain = new List<FlowItem> { from };
        if (words is not null)
        {
            words.Row = from.Row + 1;
            chain.Add(words);
        }
        if (!isBack)
        {
            for (var row = chain[^1].Row + 1; row < to.Row; row++) chain.Add(FlowItem.Passing(row));
            chain.Add(to);
        }
        for (var i = 1; i < chain.Count; i++) chain[i - 1].LeadsTo(chain[i]);
        return new FlowChain(edge, [.. chain], isBack ? to : null);
    }

    private static void Rank(
        ImmutableArray<PlacedNode> boxes, ImmutableArray<FlowEdge> edges, Dictionary<string, FlowItem> items, HashSet<int> back, List<FlowItem?> words, double width)
    {
        var used = new Dictionary<int, double>();
        var done = new HashSet<string>(StringComparer.Ordinal);
        while (done.Count < boxes.Length)
        {
            var next = boxes.First(b => !done.Contains(b.Node.Id) && Forward(b.Node.Id).All(i => done.Contains(edges[i].From)));
            var item = items[next.Node.Id];
            var own = Enumerable.Range(0, edges.Length).Where(i => edges[i].From == next.Node.Id).Select(i => words[i]).OfType<FlowItem>().Sum(w => w.Width + FlowItem.Space);
            var row = Forward(next.Node.Id).Select(i => items[edges[i].From].Row + (words[i] is null ? 1 : 2)).DefaultIfEmpty(0).Max();
            while (!Fits(row, item.Width + FlowItem.Space) || (own > 0 && !Fits(row + 1, own))) row++;
            Use(row, item.Width + FlowItem.Space);
            Use(row + 1, own);
            item.Row = row;
            done.Add(next.Node.Id);
        }

        IEnumerable<int> Forward(string id) => Enumerable.Range(0, edges.Length).Where(i => edges[i].To == id && !back.Contains(i));

        bool Fits(int row, double more) => used.GetValueOrDefault(row) == 0 || used[row] + more <= width;

        void Use(int row, double more) => used[row] = used.GetValueOrDefault(row) + more;
    }

    /// <summary>The edges that lead to a box on the way to their own.</summary>
    private static HashSet<int> Loops(ImmutableArray<PlacedNode> boxes, ImmutableArray<FlowEdge> edges)
    {
        var back = new HashSet<int>();
        var (open, closed) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var box in boxes) Visit(box.Node.Id);
        return back;

        void Visit(string id)
        {
            if (!closed.Add(id)) return;
            open.Add(id);
            for (var i = 0; i < edges.Length; i++)
                if (edges[i].From == id)
                {
                    if (open.Contains(edges[i].To)) back.Add(i);
                    else Visit(edges[i].To);
                }
            open.Remove(id);
        }
    }
}
