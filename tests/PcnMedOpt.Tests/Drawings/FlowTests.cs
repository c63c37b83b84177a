using System.Collections.Immutable;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using PcnMedOpt.Emit.Drawings;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Drawings;

/// <summary>On generated graphs with loops, long edges, many answers and long words, a flow is drawn whole and fits its page.</summary>
public sealed class FlowTests
{
    private const double PageWidth = 680;

    private static readonly int Runs = TestSize.Of(usual: 300, full: 3_000);

    private static readonly string[] Words = ["Triage", "the discharge summary", "update", "a", "Hydroxychloroquineretinopathyscreeningprogramme", "within 7 days of start", "\u202Eright to left", "<b>&\"]]>"];

    [Fact]
    public void Every_box_and_edge_is_there_and_nothing_overlaps() =>
        Prop.ForAll<byte[]>(bytes => Check(Graph(new Choices(bytes)))).Check(Config.QuickThrowOnFailure.WithMaxTest(Runs).WithStartSize(20).WithEndSize(120).WithReplay(20261120, 1));

    [Fact]
    public void A_flow_drawn_twice_is_the_same()
    {
        var flow = Graph(new Choices([9, 2, 3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9, 3, 2, 3, 8, 4, 6]));
        Assert.Equal(Flow.Of(flow), Flow.Of(flow));
    }

    private static void Check(FlowView flow)
    {
        var parts = FlowLayout.Of(flow);
        Assert.Equal(flow.Nodes.Select(n => n.Id).Order(StringComparer.Ordinal), parts.SelectMany(p => p.Nodes).Select(n => n.Node.Id).Order(StringComparer.Ordinal));
        Assert.Equal(flow.Edges.Distinct().OrderBy(e => e.ToString()), parts.SelectMany(p => p.Edges.Select(e => e.Edge).Concat(p.Elsewhere)).OrderBy(e => e.ToString()));
        foreach (var part in parts) Check(flow, part);
        var shown = string.Join(' ', Flow.Of(flow).SelectMany(p => XElement.Parse(p.Html).Descendants().Where(e => e.Name.LocalName == "text")).Select(e => e.Value));
        foreach (var text in flow.Nodes.SelectMany(n => new[] { n.Title, n.Detail }).Concat(flow.Edges.Select(e => e.Label ?? "")))
            foreach (var word in text.Split(' ').Where(w => w.Length is > 0 and < 8 && w[0] <= '~')) Assert.Contains(word, shown, StringComparison.Ordinal);
    }

    private static void Check(FlowView flow, FlowPart part)
    {
        Assert.True(part.Width <= PageWidth, "wider than a page");
        Assert.True(part.Height <= 760 || part.Nodes.Select(n => n.Place.Y).Distinct().Count() == 1, "higher than a page");
        var places = part.Nodes.Select(n => (n.Node.Id, n.Place)).Concat(part.Edges.Where(e => e.LabelPlace is not null).Select(e => (Id: $"the words {e.Edge}", Place: e.LabelPlace!))).ToList();
        foreach (var (id, place) in places)
        {
            Assert.True(place.X >= -0.01 && place.Y >= 0 && place.Right <= part.Width + 0.01 && place.Bottom <= part.Height + 0.01, $"{id} is outside");
            Assert.All(places.Where(p => p.Id != id), other => Assert.False(Overlap(place, other.Place), $"{id} lies on {other.Id}"));
        }
        foreach (var edge in part.Edges)
        {
            Assert.Equal(edge.Edge.Label is null ? 1 : 2, edge.Lines.Length);
            var (from, to) = (Place(part, edge.Edge.From), Place(part, edge.Edge.To));
            Assert.InRange(edge.Lines[0][0].X, from.X, from.Right);
            Assert.InRange(edge.Lines[0][0].Y, from.Y, from.Bottom + 0.01);
            Assert.Equal((to.Middle, to.Y), edge.Lines[^1][^1]);
            foreach (var line in edge.Lines)
                for (var i = 1; i < line.Length; i++)
                    Assert.All(places.Where(p => p.Id != edge.Edge.From), p => Assert.False(Crosses(line[i - 1], line[i], p.Place), $"{edge.Edge} runs through {p.Id}"));
        }
        foreach (var edge in part.Elsewhere)
        {
            var number = flow.Nodes.First(n => n.Id == edge.To).Number;
            Assert.Contains($"go to {number}", string.Join(' ', part.Nodes.First(n => n.Node.Id == edge.From).GoTo), StringComparison.Ordinal);
        }
    }

    private static FlowRectangle Place(FlowPart part, string id) => part.Nodes.First(n => n.Node.Id == id).Place;

    private static bool Overlap(FlowRectangle a, FlowRectangle b) => a.X < b.Right - 0.01 && b.X < a.Right - 0.01 && a.Y < b.Bottom - 0.01 && b.Y < a.Bottom - 0.01;

    private static bool Crosses((double X, double Y) a, (double X, double Y) b, FlowRectangle box) =>
        Math.Min(a.X, b.X) < box.Right - 0.01 && Math.Max(a.X, b.X) > box.X + 0.01 && Math.Min(a.Y, b.Y) < box.Bottom - 0.01 && Math.Max(a.Y, b.Y) > box.Y + 0.01;

    private static FlowView Graph(Choices choices)
    {
        var count = 2 + choices.Next(22);
        string Text() => string.Join(' ', choices.Some(6, () => choices.Of(Words)));
        ImmutableArray<FlowNode> nodes =
        [
            .. Enumerable.Range(0, count).Select(i =>
            {
                var kind = i == 0 ? FlowKind.Start : i == count - 1 ? FlowKind.End : choices.Of(FlowKind.Step, FlowKind.Decision);
                return new FlowNode($"n{i}", kind, $"{i}", Text(), kind == FlowKind.Step && choices.Maybe() ? Text() : "");
            }),
        ];
        var edges = ImmutableArray.CreateBuilder<FlowEdge>();
        for (var i = 0; i + 1 < count; i++)
            if (nodes[i].Kind == FlowKind.Decision) edges.AddRange(choices.Some(9, () => 0).Select((_, branch) => new FlowEdge($"n{i}", $"n{1 + choices.Next(count - 1)}", $"{branch} {Text()}")));
            else edges.Add(new FlowEdge($"n{i}", choices.Next(3) == 0 ? $"n{1 + choices.Next(count - 1)}" : $"n{i + 1}", null));
        return new FlowView("flow", "A flow", nodes, edges.DrainToImmutable());
    }
}
