using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>How large the boxes of a flow are, and how their text is broken.</summary>
internal static class FlowBoxes
{
    public static readonly TextStyle Title = new(11.5, true, Anchor.Middle);
    public static readonly TextStyle Detail = new(10, Anchor: Anchor.Middle, Colour: Ink.Soft);
    public static readonly TextStyle GoTo = new(10, true, Anchor.Middle);
    public static readonly TextStyle Label = new(10.5, true, Anchor.Middle);

    private const double StepWidth = 198;
    private const double DecisionWidth = 250;
    private const double StartWidth = 300;

    /// <summary>Words in a diamond are at most this wide: more would leave them no height.</summary>
    private const double InDiamond = 136;

    /// <summary>The box at the left top corner of everything, for an edge of it that is said in words each a line.</summary>
    public static PlacedNode Of(FlowNode node, IEnumerable<string> goTo)
    {
        var (width, words) = node.Kind switch
        {
            FlowKind.Decision => (DecisionWidth, InDiamond),
            FlowKind.Start => (StartWidth, StartWidth - 40),
            _ => (StepWidth, StepWidth - 18),
        };
        var title = TextWidth.Lines(node.Number.Length == 0 ? node.Title : $"{node.Number}. {node.Title}", words, Title.Size, true);
        var detail = node.Detail.Length == 0 ? [] : TextWidth.Lines(node.Detail, words, Detail.Size);
        ImmutableArray<string> aside = [.. goTo.SelectMany(g => TextWidth.Lines(g, width - 8, GoTo.Size, true))];
        var text = TextHeight(title, detail);
        var widest = title.Select(l => TextWidth.Of(l, Title.Size, true)).Concat(detail.Select(l => TextWidth.Of(l, Detail.Size))).Max();
        if (node.Kind == FlowKind.Start) width = Math.Max(StepWidth, Math.Min(StartWidth, widest + 40));
        var height = node.Kind == FlowKind.Decision ? text / (1 - widest / width) + 6 : text + 16;
        return new PlacedNode(node, new FlowRectangle(0, 0, width, Math.Ceiling(height) + AsideHeight(aside)), title, detail, aside);
    }

    public static double TextHeight(ImmutableArray<string> title, ImmutableArray<string> detail) => title.Length * Title.LineHeight + detail.Length * Detail.LineHeight;

    /// <summary>What stands below the box itself, as part of it.</summary>
    public static double AsideHeight(ImmutableArray<string> goTo) => goTo.IsEmpty ? 0 : goTo.Length * GoTo.LineHeight + 4;
}
