using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>Columns beside each other, for what has an order, such as age bands. A number that is not told is a dashed column of one height, whatever it is.</summary>
internal static class ColumnChart
{
    private const double Tall = 130;
    private const double Head = 18;
    private const double Widest = 46;
    private const double Unknown = 14;

    private static readonly TextStyle Name = new(9, Anchor: Anchor.Middle, Colour: Ink.Soft);
    private static readonly TextStyle Number = new(9, true, Anchor.Middle);

    /// <param name="id">The id of the drawing.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="columns">From the left.</param>
    public static Picture Of(string id, string title, ImmutableArray<Bar> columns)
    {
        var step = Math.Min(Widest, SvgWriter.PageWidth / Math.Max(1, columns.Length));
        var bottom = Head + Tall;
        using var svg = new SvgWriter(id, 0, SvgWriter.PageWidth, bottom + 20, title, string.Join(". ", columns.Select(c => $"{c.Label}: {c.Figure.Text}")) + ".");
        for (var i = 0; i < columns.Length; i++)
        {
            var (column, x) = (columns[i], i * step);
            var height = column.Fraction is { } fraction ? Math.Clamp(fraction, 0, 1) * Tall : Unknown;
            if (column.Fraction is null) svg.Dashed(x + 3, bottom - height, step - 6, height);
            else if (height > 0) svg.Box(x + 3, bottom - Math.Max(height, 1), step - 6, Math.Max(height, 1), fill: Ink.Bar, stroke: Ink.Bar, thick: 0);
            svg.Text(x + step / 2, bottom - height - 5, column.Figure.Text, Number with { Size = Fitting(column.Figure, step) });
            svg.Text(x + step / 2, bottom + 13, column.Label, Name);
        }
        svg.Line([(0, bottom), (Math.Max(1, columns.Length) * step, bottom)], Ink.Black, 1);
        return svg.Finish();
    }

    /// <summary>The size at which a number is no wider than its column.</summary>
    private static double Fitting(Figure figure, double step) => Math.Min(Number.Size, Number.Size * (step - 1) / TextWidth.Of(figure.Text, Number.Size, true));
}
