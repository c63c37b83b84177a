using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Counting;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>A bar: how long it is of the whole width, or how little of it is known.</summary>
/// <param name="Label">What it is of.</param>
/// <param name="Figure">The number, as published.</param>
/// <param name="Fraction">Its length, from 0 to 1; null where the number is not told.</param>
/// <param name="Note">What stands after the number, such as a share.</param>
internal sealed record Bar(string Label, Figure Figure, double? Fraction, string Note);

/// <summary>Bars below each other, with numbers, and the bounds of a target across them. A number that is not told is a dashed bar of one length, whatever it is.</summary>
internal static class BarChart
{
    private const double Left = 190;
    private const double Wide = 330;
    private const double Tall = 16;
    private const double Gap = 8;
    private const double Unknown = 26;

    private static readonly TextStyle Name = new(11, Anchor: Anchor.End);
    private static readonly TextStyle Number = new(11, true);
    private static readonly TextStyle Small = new(10, Colour: Ink.Soft);

    /// <param name="id">The id of the drawing.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="bars">From the top.</param>
    /// <param name="bounds">Where lines stand across the bars, from 0 to 1.</param>
    /// <param name="boundText">What the lines are.</param>
    public static Picture Of(string id, string title, ImmutableArray<Bar> bars, ImmutableArray<double> bounds, string boundText)
    {
        var head = bounds.IsEmpty ? 0 : 20.0;
        var lines = bars.Select(b => TextWidth.Lines(b.Label, Left - 14, Name.Size)).ToList();
        var heights = lines.Select(l => Math.Max(Tall, l.Length * Name.LineHeight) + Gap).ToList();
        using var svg = new SvgWriter(id, 0, SvgWriter.PageWidth, head + heights.Sum() + 4, title, Description(bars, boundText));
        var top = head;
        for (var i = 0; i < bars.Length; i++)
        {
            Draw(svg, bars[i], lines[i], top, heights[i] - Gap, bounds.IsEmpty ? null : Wide);
            top += heights[i];
        }
        svg.Line([(Left, head), (Left, top - Gap + 4)], Ink.Black, 1);
        foreach (var bound in bounds) svg.Line([(Left + bound * Wide, head - 4), (Left + bound * Wide, top - Gap + 4)], Ink.Black, 1.4, "4 3");
        if (!bounds.IsEmpty) svg.Text(Left + bounds.Max() * Wide, 11, boundText, Small with { Anchor = bounds.Max() > 0.5 ? Anchor.End : Anchor.Start });
        return svg.Finish();
    }

    private static void Draw(SvgWriter svg, Bar bar, ImmutableArray<string> label, double top, double height, double? textAfter)
    {
        svg.Lines(Left - 8, top + (height - label.Length * Name.LineHeight) / 2, label, Name);
        var y = top + (height - Tall) / 2;
        var length = bar.Fraction is { } fraction ? Math.Clamp(fraction, 0, 1) * Wide : Unknown;
        if (bar.Fraction is null) svg.Dashed(Left, y, length, Tall);
        else if (length > 0) svg.Box(Left, y, Math.Max(length, 1), Tall, fill: Ink.Bar, stroke: Ink.Bar, thick: 0);
        // Where lines stand across the bars, the numbers stand beyond them.
        var after = Left + (textAfter ?? length) + 7;
        svg.Text(after, y + 12, bar.Figure.Text, Number);
        if (bar.Note.Length > 0) svg.Text(after + 5 + TextWidth.Of(bar.Figure.Text, Number.Size, true), y + 12, bar.Note, Small);
    }

    private static string Description(ImmutableArray<Bar> bars, string boundText) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Join(". ", bars.Select(b => $"{b.Label}: {b.Figure.Text}{(b.Note.Length > 0 ? $", {b.Note}" : "")}"))}.{(boundText.Length > 0 ? $" {boundText}." : "")}");
}
