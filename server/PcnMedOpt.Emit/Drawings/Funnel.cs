using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>A step of a funnel: who is left after it.</summary>
/// <param name="Label">What takes place in it.</param>
/// <param name="Left">Who is left.</param>
/// <param name="Dropped">Who is taken away by it, where both numbers are told; else empty.</param>
internal sealed record FunnelStep(string Label, Figure Left, string Dropped);

/// <summary>
/// Draws how a cohort became so many: the population, the part of it that is included, and, drawn out to the whole width, who is left after each exclusion. What an exclusion takes away
/// is hatched. A number that is not told is a dashed bar.
/// </summary>
internal static class Funnel
{
    private const double Left = 230;
    private const double Wide = 300;
    private const double Tall = 24;
    private const double Gap = 10;
    private const double Zoom = 26;

    private static readonly TextStyle Name = new(11, Anchor: Anchor.End);
    private static readonly TextStyle Number = new(11, true);
    private static readonly TextStyle Small = new(10, Colour: Ink.Soft);

    /// <param name="id">The id of the drawing.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="population">Whom it starts from.</param>
    /// <param name="steps">The inclusion and each exclusion.</param>
    public static Picture Of(string id, string title, FunnelStep population, ImmutableArray<FunnelStep> steps)
    {
        var rows = steps.Insert(0, population);
        var lines = rows.Select(r => TextWidth.Lines(r.Label, Left - 16, Name.Size)).ToList();
        var heights = lines.Select(l => Math.Max(Tall, l.Length * Name.LineHeight)).ToList();
        using var svg = new SvgWriter(id, 0, SvgWriter.PageWidth, heights.Sum() + (rows.Length - 1) * Gap + Zoom + 6, title, string.Join(". ", rows.Select(r => $"{r.Label}: {r.Left.Text}{(r.Dropped.Length > 0 ? $" ({r.Dropped})" : "")}")) + ".");
        svg.Pattern($"{id}-out", Ink.Wash, Ink.Line, "M-2 2L2 -2M0 8L8 0M6 10L10 6");
        var (top, scale, before) = (2.0, population.Left.Value, population.Left.Value);
        for (var i = 0; i < rows.Length; i++)
        {
            var (row, height) = (rows[i], heights[i]);
            svg.Lines(Left - 10, top + (height - lines[i].Length * Name.LineHeight) / 2, lines[i], Name);
            var y = top + (height - Tall) / 2;
            Draw(svg, id, row, y, Length(row.Left, scale), i < 2 ? null : Length(before is { } b ? Figure.Exact(b) : Figure.Withheld, scale), i == rows.Length - 1);
            if (i == 0) scale = Widen(svg, y + Tall, population.Left.Value, rows[1].Left);
            before = row.Left.Value;
            top += height + Gap + (i == 0 ? Zoom - Gap : 0);
        }
        return svg.Finish();
    }

    /// <summary>The part that is included, marked in the population and drawn out to the whole width.</summary>
    /// <returns>What the whole width stands for from here on.</returns>
    private static long? Widen(SvgWriter svg, double y, long? population, Figure included)
    {
        if (Length(included, population) is not { } part) return null;
        svg.Box(Left, y - Tall, Math.Max(part, 1), Tall, fill: Ink.Bar, stroke: Ink.Bar, thick: 0);
        svg.Shape([(Left, y), (Left + Math.Max(part, 1), y), (Left + Wide, y + Zoom), (Left, y + Zoom)], Ink.Faint, Ink.Faint, 0);
        return included.Value;
    }

    private static double? Length(Figure figure, long? scale) => figure.Value is { } value && scale is { } whole ? whole == 0 ? 0 : Math.Min(1, (double)value / whole) * Wide : null;

    private static void Draw(SvgWriter svg, string id, FunnelStep row, double y, double? length, double? before, bool isLast)
    {
        if (length is not { } extent)
        {
            svg.Dashed(Left, y, Wide, Tall);
            Words(svg, row, y, Wide);
            return;
        }
        if (before is { } was && was - extent > 0.5) svg.Box(Left + extent, y + 0.6, was - extent - 0.6, Tall - 1.2, fill: $"url(#{id}-out)", stroke: Ink.Line, thick: 1);
        svg.Box(Left, y, Math.Max(extent, 1), Tall, fill: isLast ? Ink.Black : Ink.Light, stroke: Ink.Light, thick: 0);
        Words(svg, row, y, Math.Max(extent, before ?? 0));
    }

    private static void Words(SvgWriter svg, FunnelStep row, double y, double after)
    {
        var isAlone = row.Dropped.Length == 0;
        svg.Text(Left + after + 8, y + (isAlone ? 16 : 10), row.Left.Text, Number);
        if (!isAlone) svg.Text(Left + after + 8, y + 22.5, row.Dropped, Small);
    }
}
