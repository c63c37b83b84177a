using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>Something in a row of a flow: a box, the words of an edge, or the place where a long edge passes.</summary>
internal sealed class FlowItem(double width, double height)
{
    /// <summary>Between two neighbours of a row.</summary>
    public const double Space = 14;

    public double Width => width;

    public double Height => height;

    public PlacedNode? Box { get; init; }

    public ImmutableArray<string> Words { get; init; } = [];

    public int Row { get; set; }

    /// <summary>Its middle, in pixels from the left.</summary>
    public double X { get; set; }

    public double Top { get; set; }

    public List<FlowItem> Above { get; } = [];

    public List<FlowItem> Below { get; } = [];

    public static FlowItem Of(PlacedNode box) => new(box.Place.Width, box.Place.Height) { Box = box };

    public static FlowItem Of(ImmutableArray<string> words) =>
        new(words.Max(w => TextWidth.Of(w, FlowBoxes.Label.Size, true)) + 8, words.Length * FlowBoxes.Label.LineHeight + 4) { Words = words };

    /// <summary>The place in a row where a long edge passes.</summary>
    public static FlowItem Passing(int row) => new(4, 0) { Row = row };

    public void LeadsTo(FlowItem below)
    {
        Below.Add(below);
        below.Above.Add(this);
    }
}

/// <summary>An edge through the rows: its box, its words and bends if any, and its box below; a loop ends with what goes back, and has its box in <paramref name="BackTo"/>.</summary>
internal sealed record FlowChain(FlowEdge Edge, ImmutableArray<FlowItem> Items, FlowItem? BackTo);
