using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>
/// Draws edges as lines that run only between the rows, each on a track of its own, and through the places kept free for them. Loops go back in
/// lanes at the right of all boxes.
/// </summary>
internal sealed class FlowRouting
{
    private const double Track = 9;
    private const double Lane = 11;
    private const double Apart = 14;

    private readonly ImmutableArray<ImmutableArray<FlowItem>> rows;
    private readonly ImmutableArray<FlowChain> chains;
    private readonly double right;
    private readonly List<Leg> legs = [];
    private readonly Dictionary<(int Chain, int Part), Leg> byPart = [];

    public FlowRouting(FlowRows flow, ImmutableArray<ImmutableArray<FlowItem>> rows, double right)
    {
        this.rows = rows;
        this.right = right;
        chains = flow.Chains;
        for (var c = 0; c < chains.Length; c++) AddLegs(c);
        foreach (var gap in legs.GroupBy(l => l.Gap)) Number([.. gap]);
        Height = PlaceRows();
    }

    public double Width => right + Math.Max(0, chains.Count(c => c.BackTo is not null)) * Lane + (chains.Any(c => c.BackTo is not null) ? 8 : 0);

    public double Height { get; }

    public IEnumerable<PlacedNode> Nodes => rows.SelectMany(r => r).Where(i => i.Box is not null)
        .Select(i => (i.Box ?? throw new System.Diagnostics.UnreachableException()) with { Place = Rectangle(i) });

    public IEnumerable<PlacedEdge> Edges => chains.Select((chain, c) => Placed(chain, c));

    private static FlowRectangle Rectangle(FlowItem item) => new(item.X - item.Width / 2, item.Top, item.Width, item.Height);

    private double LaneOf(int chain) => right + 8 + chains.Take(chain).Count(c => c.BackTo is not null) * Lane;

    private void AddLegs(int c)
    {
        var (items, back) = (chains[c].Items, chains[c].BackTo);
        for (var i = 0; i + 1 < items.Length; i++) Add(c, i, items[i].Row, Port(items[i], c), items[i + 1].X);
        if (back is null) return;
        Add(c, items.Length - 1, items[^1].Row, Port(items[^1], c), LaneOf(c));
        Add(c, items.Length, back.Row - 1, LaneOf(c), back.X);
    }

    private void Add(int chain, int part, int gap, double from, double to) => legs.Add(byPart[(chain, part)] = new Leg(gap, from, to));

    /// <summary>Where an edge leaves a box: the only one in its middle; several above where they go, as far as the box allows, and apart.</summary>
    private double Port(FlowItem item, int chain)
    {
        if (item.Box is null) return item.X;
        double Next(int c) => chains[c].Items is [_, var next, ..] ? next.X : right;
        var own = Enumerable.Range(0, chains.Length).Where(c => chains[c].Items[0] == item).OrderBy(Next).ToList();
        if (own.Count == 1) return item.X;
        var ports = own.Select(c => Math.Clamp(Next(c), item.X - 0.3 * item.Width, item.X + 0.3 * item.Width)).ToArray();
        for (var i = 1; i < ports.Length; i++) ports[i] = Math.Max(ports[i], ports[i - 1] + Apart);
        ports[^1] = Math.Min(ports[^1], item.X + 0.3 * item.Width);
        for (var i = ports.Length - 2; i >= 0; i--) ports[i] = Math.Min(ports[i], ports[i + 1] - Apart);
        return ports[own.IndexOf(chain)];
    }

    /// <summary>Tracks for the legs of a gap: those that would touch have different ones. One that begins where another ends begins a little aside.</summary>
    private static void Number(ImmutableArray<Leg> gap)
    {
        foreach (var leg in gap)
            if (!leg.IsStraight && gap.Any(o => o != leg && !o.IsStraight && Math.Abs(o.To - leg.From) < 4)) leg.From += 6;
        var ends = new List<double>();
        foreach (var leg in gap.Where(l => !l.IsStraight).OrderBy(l => l.Left).ThenBy(l => l.Right))
        {
            var track = ends.FindIndex(e => e + 5 < leg.Left);
            if (track < 0)
            {
                track = ends.Count;
                ends.Add(0);
            }
            ends[track] = leg.Right;
            leg.Track = track;
        }
        foreach (var leg in gap) leg.Tracks = ends.Count;
    }

    private double PlaceRows()
    {
        var y = GapHeight(-1);
        for (var r = 0; r < rows.Length; r++)
        {
            var tall = rows[r].Max(i => i.Height);
            foreach (var item in rows[r]) item.Top = y + (item.Box is null ? (tall - item.Height) / 2 : 0);
            foreach (var leg in legs.Where(l => l.Gap == r)) leg.Y = y + tall + 10 + leg.Track * Track;
            if (r == 0)
                foreach (var leg in legs.Where(l => l.Gap == -1)) leg.Y = 6 + leg.Track * Track;
            y += tall + GapHeight(r);
        }
        return y;
    }

    private double GapHeight(int gap)
    {
        var tracks = legs.Where(l => l.Gap == gap).Select(l => l.Tracks).DefaultIfEmpty(-1).Max();
        if (tracks < 0) return gap == -1 || gap == rows.Length - 1 ? 2 : 16;
        return Math.Max(0, tracks - 1) * Track + 10 + (gap == rows.Length - 1 ? 4 : 16);
    }

    private PlacedEdge Placed(FlowChain chain, int c)
    {
        var lines = ImmutableArray.CreateBuilder<ImmutableArray<(double X, double Y)>>();
        var line = new List<(double X, double Y)>();
        var words = chain.Items.FirstOrDefault(i => !i.Words.IsEmpty);
        for (var i = 0; i < chain.Items.Length; i++)
        {
            if (!byPart.TryGetValue((c, i), out var leg)) break;
            var item = chain.Items[i];
            line.Add((leg.From, Bottom(item, leg.From)));
            Bend(line, leg);
            if (i + 1 >= chain.Items.Length) break;
            var next = chain.Items[i + 1];
            line.Add((leg.To, next.Top));
            if (next != words) continue;
            lines.Add([.. line]);
            line.Clear();
        }
        if (chain.BackTo is { } back)
        {
            Bend(line, byPart[(c, chain.Items.Length)]);
            line.Add((back.X, back.Top));
        }
        lines.Add([.. line]);
        return new PlacedEdge(chain.Edge, lines.DrainToImmutable(), words?.Words ?? [], words is null ? null : Rectangle(words));
    }

    private static void Bend(List<(double X, double Y)> line, Leg leg)
    {
        if (leg.IsStraight) return;
        line.Add((leg.From, leg.Y));
        line.Add((leg.To, leg.Y));
    }

    /// <summary>Where a line leaves: the lower edge, which of a diamond without words below it is slanted.</summary>
    private static double Bottom(FlowItem item, double x)
    {
        if (item.Box is not { Node.Kind: FlowKind.Decision, GoTo.IsEmpty: true }) return item.Top + item.Height;
        return item.Top + item.Height - Math.Abs(x - item.X) / (item.Width / 2) * (item.Height / 2);
    }

    /// <summary>The way of an edge through the space between two rows.</summary>
    private sealed class Leg(int gap, double from, double to)
    {
        public int Gap => gap;

        public double From { get; set; } = from;

        public double To => to;

        public int Track { get; set; }

        public int Tracks { get; set; }

        public double Y { get; set; }

        public bool IsStraight => Math.Abs(From - To) < 0.5;

        public double Left => Math.Min(From, To);

        public double Right => Math.Max(From, To);
    }
}
