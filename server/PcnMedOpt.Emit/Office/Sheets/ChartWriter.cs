using System.Collections.Immutable;
using System.Globalization;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Packaging;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using D = DocumentFormat.OpenXml.Drawing;
using X = DocumentFormat.OpenXml.Drawing.Spreadsheet;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>Writes line charts (ECMA-376 part 1, 21.2). Their points are those of the sheet: none is stored.</summary>
internal static class ChartWriter
{
    private const uint CategoryAxisId = 1;
    private const uint ValueAxisId = 2;

    public static void Write(DrawingsPart part, ImmutableArray<SheetChart> charts)
    {
        var drawing = new X.WorksheetDrawing();
        for (var i = 0; i < charts.Length; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"rIdChart{i + 1}");
            part.AddNewPart<ChartPart>(id).ChartSpace = Space(charts[i]);
            drawing.Append(Anchor(charts[i], id, (uint)i + 2));
        }
        part.WorksheetDrawing = drawing;
    }

    private static X.TwoCellAnchor Anchor(SheetChart chart, string id, uint number) => new(
        new X.FromMarker(new X.ColumnId(Whole(chart.Column - 1)), new X.ColumnOffset("0"), new X.RowId(Whole(chart.Row - 1)), new X.RowOffset("0")),
        new X.ToMarker(new X.ColumnId(Whole(chart.Column - 1 + chart.Columns)), new X.ColumnOffset("0"), new X.RowId(Whole(chart.Row - 1 + chart.Rows)), new X.RowOffset("0")),
        new X.GraphicFrame(
            new X.NonVisualGraphicFrameProperties(
                new X.NonVisualDrawingProperties { Id = number, Name = string.Create(CultureInfo.InvariantCulture, $"Chart {number - 1}"), Description = OfficeText.Of(chart.Description) },
                new X.NonVisualGraphicFrameDrawingProperties()),
            new X.Transform(new Offset { X = 0, Y = 0 }, new Extents { Cx = 0, Cy = 0 }),
            new Graphic(new GraphicData(new ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { Macro = "" },
        new X.ClientData());

    private static ChartSpace Space(SheetChart chart) => new(
        new RoundedCorners { Val = false },
        new C.Chart(
            new Title(new ChartText(new RichText(new BodyProperties(), new ListStyle(), Paragraph(chart.Title))), new Overlay { Val = false }),
            new AutoTitleDeleted { Val = false },
            new PlotArea(new Layout(), Lines(chart), CategoryAxis(chart), ValueAxis(chart)),
            new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false }),
            new PlotVisibleOnly { Val = false },
            new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap }),
        new C.ShapeProperties(new SolidFill(new RgbColorModelHex { Val = Palette.Paper }), new D.Outline(new SolidFill(new RgbColorModelHex { Val = Palette.Line })) { Width = 9525 }),
        new C.TextProperties(new BodyProperties(), new ListStyle(), new Paragraph(new ParagraphProperties(new DefaultRunProperties { FontSize = 900 }), new EndParagraphRunProperties { Language = "en-GB" })));

    private static Paragraph Paragraph(string text) => new(
        new ParagraphProperties(new DefaultRunProperties { FontSize = 1100, Bold = true }),
        new D.Run(new RunProperties { Language = "en-GB", FontSize = 1100, Bold = true }, new D.Text(OfficeText.Of(text))));

    private static LineChart Lines(SheetChart chart)
    {
        var lines = new LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
        for (var i = 0; i < chart.Series.Length; i++) lines.Append(Series(chart, chart.Series[i], (uint)i));
        lines.Append(new ShowMarker { Val = true }, new AxisId { Val = CategoryAxisId }, new AxisId { Val = ValueAxisId });
        return lines;
    }

    private static LineChartSeries Series(SheetChart chart, ChartSeries series, uint number)
    {
        var line = new D.Outline(new SolidFill(new RgbColorModelHex { Val = series.Colour })) { Width = series.Dashed ? 19050 : 28575 };
        if (series.Dashed) line.Append(new PresetDash { Val = PresetLineDashValues.Dash });
        return new LineChartSeries(
            new C.Index { Val = number },
            new Order { Val = number },
            new SeriesText(new NumericValue(OfficeText.Of(series.Name))),
            new ChartShapeProperties(line),
            series.Dashed ? new Marker(new Symbol { Val = MarkerStyleValues.None }) : Dot(series.Colour),
            new CategoryAxisData(new NumberReference(new C.Formula(chart.Categories), new NumberingCache(new FormatCode(StyleBook.CodeOf(chart.CategoryForm)), new PointCount { Val = 0 }))),
            new C.Values(new NumberReference(new C.Formula(series.Values))),
            new Smooth { Val = false });
    }

    private static Marker Dot(string colour) => new(
        new Symbol { Val = MarkerStyleValues.Circle }, new Size { Val = 6 }, new ChartShapeProperties(new SolidFill(new RgbColorModelHex { Val = colour })));

    private static CategoryAxis CategoryAxis(SheetChart chart) => new(
        new AxisId { Val = CategoryAxisId },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Bottom },
        new NumberingFormat { FormatCode = StyleBook.CodeOf(chart.CategoryForm), SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.Outside },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.Low },
        new CrossingAxis { Val = ValueAxisId },
        new Crosses { Val = CrossesValues.AutoZero },
        new NoMultiLevelLabels { Val = true });

    private static ValueAxis ValueAxis(SheetChart chart) => new(
        new AxisId { Val = ValueAxisId },
        new Scaling(new Orientation { Val = OrientationValues.MinMax }, new MinAxisValue { Val = 0 }),
        new Delete { Val = false },
        new AxisPosition { Val = AxisPositionValues.Left },
        new MajorGridlines(new ChartShapeProperties(new D.Outline(new SolidFill(new RgbColorModelHex { Val = Palette.Line })) { Width = 6350 })),
        new NumberingFormat { FormatCode = chart.Percent ? "0%" : "#,##0", SourceLinked = false },
        new MajorTickMark { Val = TickMarkValues.Outside },
        new MinorTickMark { Val = TickMarkValues.None },
        new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
        new CrossingAxis { Val = CategoryAxisId },
        new Crosses { Val = CrossesValues.AutoZero },
        new CrossBetween { Val = CrossBetweenValues.Between });

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);
}
