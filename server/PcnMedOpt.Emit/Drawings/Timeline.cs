using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>A stretch of time: before the start, a phase, or after stopping.</summary>
/// <param name="Title">What it is called.</param>
/// <param name="Extent">How long it lasts, in words.</param>
/// <param name="Days">How long it lasts in days, for the drawing only; null for without end.</param>
/// <param name="IsApart">It does not follow the stretch before it: a gap is drawn.</param>
public sealed record TimelineColumn(string Title, string Extent, double? Days, bool IsApart);

/// <summary>How often a test is done in a stretch.</summary>
/// <param name="Text">In words, such as "every 2 weeks".</param>
/// <param name="EveryDays">The interval in days, for the drawing only; null where it is done once, or not by the calendar.</param>
public sealed record TimelineCell(string Text, double? EveryDays);

/// <summary>A test, and for each stretch how often it is done; null where it is not.</summary>
public sealed record TimelineRow(string Title, ImmutableArray<TimelineCell?> Cells);

/// <summary>The schedule of tests along the time since the start.</summary>
public sealed record TimelineView(string Id, string Title, ImmutableArray<TimelineColumn> Columns, ImmutableArray<TimelineRow> Rows);

/// <summary>
/// Draws a schedule: a row for each test, a column for each stretch of time, a mark where the test is due, and the interval in words. Within a column
/// marks stand to scale; columns are as wide as their words and marks need, and not to scale with each other.
/// </summary>
public static class Timeline
{
    private const double Names = 150;
    private const double Narrowest = 104;
    private const double MarkSpace = 10;
    private const double Legend = 22;

    /// <summary>How many of the longest interval are drawn of a stretch without end.</summary>
    private const double Repeats = 2.4;

    private static readonly TextStyle Heading = new(11, true);
    private static readonly TextStyle Extent = new(9.5, Colour: Ink.Soft);
    private static readonly TextStyle Name = new(11, true);
    private static readonly TextStyle Interval = new(10);

    /// <summary>One picture; more columns than a page is wide stand in further strips below.</summary>
    public static Picture Of(TimelineView view)
    {
        const int most = (int)((SvgWriter.PageWidth - Names) / Narrowest);
        var strips = Enumerable.Range(0, view.Columns.Length).Chunk(most).Select(c => new Strip(view, [.. c])).ToList();
        using var svg = new SvgWriter(view.Id, 0, SvgWriter.PageWidth, strips.Sum(s => s.Height) + Legend, view.Title, Description(view));
        var top = 0.0;
        foreach (var strip in strips)
        {
            strip.Draw(svg, top);
            top += strip.Height;
        }
        DrawLegend(svg, top + 4);
        return svg.Finish();
    }

    private static void DrawLegend(SvgWriter svg, double top)
    {
        svg.Circle(Names + 6, top + 6, 3.6, Ink.Black);
        svg.Text(Names + 15, top + 10, "test due", Extent);
        Once(svg, Names + 80, top + 6);
        svg.Text(Names + 90, top + 10, "once", Extent);
        svg.Text(SvgWriter.PageWidth, top + 10, "Columns are not to scale with each other.", Extent with { Anchor = Anchor.End });
    }

    private static void Once(SvgWriter svg, double x, double y) => svg.Shape([(x, y - 5), (x + 5, y), (x, y + 5), (x - 5, y)], Ink.White, thick: 1.6);

    private static string Description(TimelineView view) => string.Join(
        " ",
        view.Columns.Select((c, i) => $"{c.Title}, {c.Extent}: "
            + (view.Rows.Any(r => r.Cells[i] is not null) ? string.Join("; ", view.Rows.Where(r => r.Cells[i] is not null).Select(r => $"{r.Title} {r.Cells[i]?.Text}")) : "no routine tests")
            + "."));

    /// <summary>As many columns as fit beside each other.</summary>
    private sealed class Strip
    {
        private readonly TimelineView view;
        private readonly int[] columns;
        private readonly double[] lefts;
        private readonly double[] widths;
        private readonly double head;
        private readonly double[] tall;

        public Strip(TimelineView view, int[] columns)
        {
            this.view = view;
            this.columns = columns;
            var weights = columns.Select(Weight).ToList();
            var spare = SvgWriter.PageWidth - Names - columns.Length * Narrowest;
            widths = [.. weights.Select(w => Narrowest + spare * w / weights.Sum())];
            lefts = [.. widths.Select((_, i) => Names + widths.Take(i).Sum())];
            head = columns.Select((c, i) => Titles(c, i).Length * Heading.LineHeight + Extents(c, i).Length * Extent.LineHeight).Max() + 8;
            tall = [.. view.Rows.Select(Tall)];
        }

        public double Height => head + tall.Sum() + 10;

        public void Draw(SvgWriter svg, double top)
        {
            for (var i = 0; i < columns.Length; i++)
            {
                var y = svg.Lines(lefts[i] + 6, top, Titles(columns[i], i), Heading);
                svg.Lines(lefts[i] + 6, y, Extents(columns[i], i), Extent);
            }
            var from = top + head;
            svg.Line([(0, from), (SvgWriter.PageWidth, from)], thick: 2);
            for (var row = 0; row < view.Rows.Length; row++)
            {
                if (row % 2 == 1) svg.Box(0, from + 1, SvgWriter.PageWidth, tall[row] - 1, fill: Ink.Wash, stroke: "none");
                svg.Lines(0, from + 7, NamesOf(view.Rows[row]), Name);
                for (var i = 0; i < columns.Length; i++) DrawCell(svg, i, view.Rows[row].Cells[columns[i]], from);
                from += tall[row];
                svg.Line([(0, from), (SvgWriter.PageWidth, from)], Ink.Line, 0.6);
            }
            for (var i = 0; i < columns.Length; i++)
            {
                var apart = view.Columns[columns[i]].IsApart;
                svg.Line([(lefts[i], top + 2), (lefts[i], from)], apart ? Ink.Black : Ink.Line, apart ? 2 : 0.8, apart ? "2 3" : null);
            }
        }

        private void DrawCell(SvgWriter svg, int i, TimelineCell? cell, double top)
        {
            var (left, right) = (lefts[i] + 12, lefts[i] + widths[i] - 12);
            if (cell is null)
            {
                svg.Text((left + right) / 2, top + 18, "\u2013", Interval with { Anchor = Anchor.Middle, Colour = Ink.Soft });
                return;
            }
            var y = top + 12;
            if (cell.EveryDays is not { } every) Once(svg, left, y);
            else
            {
                var (days, open) = Span(columns[i]);
                svg.Line([(left, y), (right, y)], Ink.Line, 1);
                if (open) svg.ArrowHead(right + 7, y, down: false);
                var step = every / days * (right - left);
                if (step < MarkSpace) svg.Line([(left, y), (right, y)], thick: 6);
                else
                    for (var x = left + step; x <= right + (open ? -9 : 0.5); x += step) svg.Circle(x, y, 3.6, Ink.Black);
            }
            svg.Lines(lefts[i] + 6, top + 20, IntervalLines(cell, i), Interval);
        }

        /// <summary>The days that a column draws, and whether it goes on.</summary>
        private (double Days, bool Open) Span(int column)
        {
            if (view.Columns[column].Days is { } days) return (Math.Max(days, 1), false);
            return (Math.Max(1, view.Rows.Max(r => r.Cells[column]?.EveryDays ?? 0) * Repeats), true);
        }

        /// <summary>The marks of the densest row, at least one and at most as many as matter.</summary>
        private double Weight(int column)
        {
            var shortest = view.Rows.Select(r => r.Cells[column]?.EveryDays).OfType<double>().DefaultIfEmpty(double.PositiveInfinity).Min();
            return Math.Clamp(Span(column).Days / shortest, 1, 16);
        }

        private double Tall(TimelineRow row)
        {
            var cells = columns.Select((c, i) => row.Cells[c] is { } cell ? 20 + IntervalLines(cell, i).Length * Interval.LineHeight : 20);
            return Math.Max(cells.Max(), NamesOf(row).Length * Name.LineHeight + 4) + 5;
        }

        private static ImmutableArray<string> NamesOf(TimelineRow row) => TextWidth.Lines(row.Title, Names - 6, Name.Size, true);

        private ImmutableArray<string> IntervalLines(TimelineCell cell, int i) => TextWidth.Lines(cell.Text, widths[i] - 12, Interval.Size);

        private ImmutableArray<string> Titles(int column, int i) => TextWidth.Lines(view.Columns[column].Title, widths[i] - 12, Heading.Size, true);

        private ImmutableArray<string> Extents(int column, int i) => TextWidth.Lines(view.Columns[column].Extent, widths[i] - 12, Extent.Size);
    }
}
