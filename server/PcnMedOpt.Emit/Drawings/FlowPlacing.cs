using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>Orders each row so that edges cross little, and gives each item its place from left to right: none nearer to its neighbour than the space between them.</summary>
internal static class FlowPlacing
{
    private const int Sweeps = 12;

    /// <returns>The rows in order, and the width that they need.</returns>
    public static (ImmutableArray<ImmutableArray<FlowItem>> Rows, double Width) Of(ImmutableArray<ImmutableArray<FlowItem>> rows, double width)
    {
        var ordered = Ordered(rows);
        var needed = ordered.Max(Needed);
        var room = Math.Max(width, needed);
        foreach (var row in ordered) Spread(row, room, Enumerable.Repeat(room / 2, row.Length));
        for (var sweep = 0; sweep < Sweeps; sweep++)
        {
            foreach (var row in ordered.Skip(1)) Spread(row, room, row.Select(i => Wanted(i, i.Above)));
            foreach (var row in ordered.Reverse().Skip(1)) Spread(row, room, row.Select(i => Wanted(i, i.Below)));
        }
        foreach (var row in ordered.Skip(1)) Spread(row, room, row.Select(i => Wanted(i, i.Above)));
        var left = ordered.SelectMany(r => r).Min(i => i.X - i.Width / 2);
        foreach (var item in ordered.SelectMany(r => r)) item.X -= left;
        return (ordered, ordered.SelectMany(r => r).Max(i => i.X + i.Width / 2));
    }

    private static double Needed(ImmutableArray<FlowItem> row) => row.Sum(i => i.Width) + (row.Length - 1) * FlowItem.Space;

    private static double Wanted(FlowItem item, List<FlowItem> neighbours) => neighbours.Count == 0 ? item.X : neighbours.Average(n => n.X);

    /// <summary>Each row by the middle of its neighbours in the row before, down and up again; the order with the fewest crossings is kept.</summary>
    private static ImmutableArray<ImmutableArray<FlowItem>> Ordered(ImmutableArray<ImmutableArray<FlowItem>> rows)
    {
        var (best, fewest) = (rows, Crossings(rows));
        for (var sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            var next = rows.ToArray();
            if (sweep % 2 == 0)
                for (var r = 1; r < next.Length; r++) next[r] = Sorted(next[r], next[r - 1], i => i.Above);
            else
                for (var r = next.Length - 2; r >= 0; r--) next[r] = Sorted(next[r], next[r + 1], i => i.Below);
            rows = [.. next];
            var crossings = Crossings(rows);
            if (crossings < fewest) (best, fewest) = (rows, crossings);
        }
        return best;
    }

    private static ImmutableArray<FlowItem> Sorted(ImmutableArray<FlowItem> row, ImmutableArray<FlowItem> fixedRow, Func<FlowItem, List<FlowItem>> neighbours)
    {
        double Place(FlowItem item, int own) => neighbours(item) is { Count: > 0 } near ? near.Average(n => fixedRow.IndexOf(n)) : own * (double)fixedRow.Length / row.Length;
        return [.. row.Select((item, i) => (Item: item, At: Place(item, i))).OrderBy(p => p.At).Select(p => p.Item)];
    }

    private static int Crossings(ImmutableArray<ImmutableArray<FlowItem>> rows)
    {
        var count = 0;
        for (var r = 0; r + 1 < rows.Length; r++)
        {
            var edges = rows[r].SelectMany((item, at) => item.Below.Select(b => (From: at, To: rows[r + 1].IndexOf(b)))).ToList();
            for (var i = 0; i < edges.Count; i++)
                for (var j = i + 1; j < edges.Count; j++)
                    if ((edges[i].From - edges[j].From) * (edges[i].To - edges[j].To) < 0) count++;
        }
        return count;
    }

    /// <summary>
    /// The places nearest to the wanted ones (least squares) that keep order and distance: what is left of each place when the widths before it are
    /// taken away must not fall, so that neighbours that would are put at their mean (pool adjacent violators).
    /// </summary>
    private static void Spread(ImmutableArray<FlowItem> row, double room, IEnumerable<double> wanted)
    {
        var offsets = new double[row.Length];
        for (var i = 1; i < row.Length; i++) offsets[i] = offsets[i - 1] + (row[i - 1].Width + row[i].Width) / 2 + FlowItem.Space;
        var pools = new List<(double Mean, int Count)>();
        foreach (var (want, offset) in wanted.Zip(offsets))
        {
            var pool = (Mean: want - offset, Count: 1);
            while (pools.Count > 0 && pools[^1].Mean >= pool.Mean)
            {
                var before = pools[^1];
                pools.RemoveAt(pools.Count - 1);
                pool = ((before.Mean * before.Count + pool.Mean * pool.Count) / (before.Count + pool.Count), before.Count + pool.Count);
            }
            pools.Add(pool);
        }
        var (least, most) = (row[0].Width / 2, room - row[^1].Width / 2 - offsets[^1]);
        var places = pools.SelectMany(p => Enumerable.Repeat(p.Mean, p.Count)).ToArray();
        for (var i = 0; i < row.Length; i++) row[i].X = Math.Clamp(places[i], least, Math.Max(least, most)) + offsets[i];
    }
}
