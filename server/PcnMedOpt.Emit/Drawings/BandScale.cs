using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Sops;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>A band of a limit. A bound that is null is none.</summary>
/// <param name="Colour">Its colour.</param>
/// <param name="Low">Where it begins, as printed.</param>
/// <param name="HasLow">Whether a value of exactly <paramref name="Low"/> belongs to it.</param>
/// <param name="High">Where it ends, as printed.</param>
/// <param name="HasHigh">Whether a value of exactly <paramref name="High"/> belongs to it.</param>
/// <param name="Words">Its extent in words, such as "below 3.5".</param>
public sealed record ScaleBand(Colour Colour, string? Low, bool HasLow, string? High, bool HasHigh, string Words);

/// <summary>The bands of a limit in the order of their values.</summary>
public sealed record BandScaleView(string Id, string Title, string Unit, ImmutableArray<ScaleBand> Bands);

/// <summary>
/// Draws bands side by side, each with a letter, a word and a pattern, so that it reads without colour. Bands are equally wide, whatever values they
/// hold. At a boundary a full dot stands on the side to which the value itself belongs.
/// </summary>
public static class BandScale
{
    /// <summary>So many bands stand in one row: fewer than 100 pixels hold no words.</summary>
    private const int Most = 6;

    private const double Tall = 30;

    private static readonly TextStyle Words = new(10.5, Anchor: Anchor.Middle);
    private static readonly TextStyle Bound = new(10.5, true, Anchor.Middle);

    public static string Letter(Colour colour) => colour switch { Colour.Red => "R", Colour.Amber => "A", _ => "G" };

    public static string Word(Colour colour) => colour switch { Colour.Red => "Red", Colour.Amber => "Amber", _ => "Green" };

    public static Picture Of(BandScaleView view)
    {
        var rows = view.Bands.Chunk(Most).Select(c => c.ToImmutableArray()).ToList();
        var heights = rows.Select(Height).ToList();
        using var svg = new SvgWriter(view.Id, 0, SvgWriter.PageWidth, heights.Sum(), $"{view.Title}: bands in {view.Unit}", Description(view));
        foreach (var colour in view.Bands.Select(b => b.Colour).Distinct().Order()) Pattern(svg, view.Id, colour);
        var top = 0.0;
        foreach (var (row, height) in rows.Zip(heights))
        {
            Draw(svg, view.Id, row, top);
            top += height;
        }
        return svg.Finish();
    }

    private static double Width(ImmutableArray<ScaleBand> row) => SvgWriter.PageWidth / row.Length;

    private static double Height(ImmutableArray<ScaleBand> row) => 18 + Tall + 10 + row.Max(b => Lines(b, Width(row)).Length) * Words.LineHeight + 6;

    private static ImmutableArray<string> Lines(ScaleBand band, double width) => TextWidth.Lines(band.Words, width - 12, Words.Size);

    private static void Draw(SvgWriter svg, string id, ImmutableArray<ScaleBand> row, double top)
    {
        var width = Width(row);
        for (var i = 0; i < row.Length; i++)
        {
            var (band, left) = (row[i], i * width);
            svg.Box(left + 0.6, top + 18, width - (i == row.Length - 1 ? 1.2 : 0), Tall, fill: $"url(#{id}-{Word(band.Colour)})");
            var name = $"{Letter(band.Colour)}  {Word(band.Colour)}";
            var chip = TextWidth.Of(name, 11, true) + 14;
            svg.Box(left + (width - chip) / 2, top + 23, chip, Tall - 10, 3, thick: 0.8);
            svg.Text(left + width / 2, top + 37, name, Bound with { Size = 11 });
            svg.Lines(left + width / 2, top + 18 + Tall + 6, Lines(band, width), Words);
            if (i > 0) Boundary(svg, left, top, row[i - 1], band);
        }
    }

    private static void Boundary(SvgWriter svg, double x, double top, ScaleBand below, ScaleBand above)
    {
        svg.Line([(x, top + 14), (x, top + 18 + Tall + 4)], thick: 2);
        svg.Text(x, top + 10, above.Low ?? below.High ?? "", Bound);
        svg.Circle(x - 7, top + 18 + Tall, 3, below.HasHigh ? Ink.Black : Ink.White);
        svg.Circle(x + 7, top + 18 + Tall, 3, above.HasLow ? Ink.Black : Ink.White);
    }

    private static void Pattern(SvgWriter svg, string id, Colour colour)
    {
        var (background, ink, path) = colour switch
        {
            Colour.Red => ("#f3b8b0", "#8c1d18", "M-2 2L2 -2M0 8L8 0M6 10L10 6"),
            Colour.Amber => ("#fbe3b0", "#8a5a00", "M2 4L3.3 4"),
            _ => ("#dcefdc", "#1f6b2c", ""),
        };
        svg.Pattern($"{id}-{Word(colour)}", background, ink, path);
    }

    private static string Description(BandScaleView view) => string.Join(". ", view.Bands.Select(b => $"{Word(b.Colour)}: {b.Words}")) + ".";
}
