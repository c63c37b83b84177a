using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

public enum FlowKind
{
    Start,
    Step,
    Decision,
    End,
}

/// <summary>A box of a flow.</summary>
/// <param name="Id">By which edges name it.</param>
/// <param name="Kind">Its shape.</param>
/// <param name="Number">By which a reader finds it in the table; empty for none.</param>
/// <param name="Title">What is done.</param>
/// <param name="Detail">Who, by when; may be empty.</param>
public sealed record FlowNode(string Id, FlowKind Kind, string Number, string Title, string Detail)
{
    /// <summary>The place of the source that it stands for, for a page beside the text; null on paper.</summary>
    public string? Source { get; init; }
}

/// <summary>From a box to another, under the answer that leads there; null for none.</summary>
public sealed record FlowEdge(string From, string To, string? Label);

/// <summary>A flow; every edge names two of its boxes.</summary>
public sealed record FlowView(string Id, string Title, ImmutableArray<FlowNode> Nodes, ImmutableArray<FlowEdge> Edges);

/// <summary>A rectangle, in pixels from the left and top of its part.</summary>
public sealed record FlowRectangle(double X, double Y, double Width, double Height)
{
    public double Right => X + Width;

    public double Bottom => Y + Height;

    public double Middle => X + Width / 2;
}

/// <summary>A box at its place, with what it says of edges that are not drawn, such as "No: go to 7".</summary>
public sealed record PlacedNode(FlowNode Node, FlowRectangle Place, ImmutableArray<string> Title, ImmutableArray<string> Detail, ImmutableArray<string> GoTo);

/// <summary>An edge as lines: up to its label, and on from there.</summary>
/// <param name="Edge">The edge.</param>
/// <param name="Lines">One line, or two with the label between them; the last ends at the box that it leads to.</param>
/// <param name="Label">The words of the answer; empty for none.</param>
/// <param name="LabelPlace">Where they stand.</param>
public sealed record PlacedEdge(FlowEdge Edge, ImmutableArray<ImmutableArray<(double X, double Y)>> Lines, ImmutableArray<string> Label, FlowRectangle? LabelPlace);

/// <summary>What stands on one page: boxes, the edges that are drawn, and its size.</summary>
/// <param name="Nodes">The boxes.</param>
/// <param name="Edges">Edges between boxes of this part that are drawn as lines.</param>
/// <param name="Elsewhere">Edges that boxes of this part say in words: they lead to another part, or would cross too much.</param>
/// <param name="Width">At most that of a page.</param>
/// <param name="Height">At most that of a page, a single row of boxes apart.</param>
public sealed record FlowPart(ImmutableArray<PlacedNode> Nodes, ImmutableArray<PlacedEdge> Edges, ImmutableArray<FlowEdge> Elsewhere, double Width, double Height);
