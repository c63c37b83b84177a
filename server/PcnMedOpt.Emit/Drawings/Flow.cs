using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>Draws a flow: boxes and diamonds with numbers, lines with their answers, loops back at the right. A long flow is several pictures.</summary>
public static class Flow
{
    public static ImmutableArray<Picture> Of(FlowView flow)
    {
        var parts = FlowLayout.Of(flow);
        return [.. parts.Select((p, i) => Draw(flow, p, i, parts.Length))];
    }

    private static Picture Draw(FlowView flow, FlowPart part, int index, int count)
    {
        var title = count == 1 ? flow.Title : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{flow.Title}, part {index + 1} of {count}");
        // A narrow flow stands in the middle of the page, at the size of its words.
        var aside = Math.Max(0, (SvgWriter.PageWidth - part.Width) / 2);
        var id = count == 1 ? flow.Id : $"{flow.Id}-{index + 1}";
        using var svg = new SvgWriter(id, -aside, part.Width + 2 * aside, part.Height + 2, title, Description(flow, part));
        foreach (var edge in part.Edges) DrawEdge(svg, edge);
        foreach (var node in part.Nodes) svg.From(node.Node.Source, () => DrawNode(svg, node));
        return svg.Finish();
    }

    private static void DrawEdge(SvgWriter svg, PlacedEdge edge)
    {
        foreach (var line in edge.Lines) svg.Line(line, thick: 1.3);
        svg.ArrowHead(edge.Lines[^1][^1].X, edge.Lines[^1][^1].Y);
        if (edge.LabelPlace is { } place) svg.Lines(place.Middle, place.Y + 1, edge.Label, FlowBoxes.Label);
    }

    private static void DrawNode(SvgWriter svg, PlacedNode node)
    {
        var place = node.Place with { Height = node.Place.Height - FlowBoxes.AsideHeight(node.GoTo) };
        var middle = place.Y + place.Height / 2;
        switch (node.Node.Kind)
        {
            case FlowKind.Decision:
                svg.Shape([(place.Middle, place.Y), (place.Right, middle), (place.Middle, place.Bottom), (place.X, middle)], Ink.White, thick: 1.8);
                break;
            case FlowKind.Step:
                svg.Box(place.X, place.Y, place.Width, place.Height, 4, Ink.Wash);
                break;
            case FlowKind.Start:
                svg.Box(place.X, place.Y, place.Width, place.Height, Math.Min(20, place.Height / 2), Ink.White, thick: 1.8);
                break;
            default:
                svg.Box(place.X, place.Y, place.Width, place.Height, Math.Min(20, place.Height / 2), Ink.White, thick: 3);
                break;
        }
        var top = middle - FlowBoxes.TextHeight(node.Title, node.Detail) / 2;
        top = svg.Lines(place.Middle, top, node.Title, FlowBoxes.Title);
        svg.Lines(place.Middle, top, node.Detail, FlowBoxes.Detail);
        svg.Lines(place.Middle, place.Bottom + 3, node.GoTo, FlowBoxes.GoTo);
    }

    private static string Description(FlowView flow, FlowPart part) => string.Join(" ", part.Nodes.Select(n => Description(flow, n.Node)));

    private static string Description(FlowView flow, FlowNode node)
    {
        string Name(FlowNode of) => of.Number.Length == 0 ? of.Title : $"{of.Number}. {of.Title}";
        var ways = flow.Edges.Where(e => e.From == node.Id)
            .Select(e => (e.Label is null ? "then " : $"{e.Label}: ") + (flow.Nodes.First(n => n.Id == e.To) is { Number.Length: > 0 } to ? $"go to {to.Number}" : "go to the start")).ToList();
        return ways.Count == 0 ? $"{Name(node)}: the end." : $"{Name(node)}: {string.Join("; ", ways)}.";
    }
}
