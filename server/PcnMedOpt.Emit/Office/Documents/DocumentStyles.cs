using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Office.Documents;

/// <summary>The styles and the lists of a document (ECMA-376 part 1, 17.7 and 17.9). Headings have the names that Word and screen readers know.</summary>
internal static class DocumentStyles
{
    public const string TableStyle = "ProtocolTable";

    /// <summary>The numbers of list definitions: of points, and of the first numbered list.</summary>
    public const int Points = 1;
    public const int FirstNumbered = 2;

    public static Styles Build() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(), new Color { Val = Palette.Ink }, new FontSize { Val = "22" }, new FontSizeComplexScript { Val = "22" }, new Languages { Val = "en-GB", EastAsia = "en-GB", Bidi = "ar-SA" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "264", LineRule = LineSpacingRuleValues.Auto }))),
        new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
        new Style(new StyleName { Val = "Default Paragraph Font" }, new UIPriority { Val = 1 }) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
        Paragraph("Title", "Title", 44, true, Palette.Ink, "0", "120", null),
        Paragraph("Heading1", "heading 1", 30, true, Palette.Accent, "320", "100", 0),
        Paragraph("Heading2", "heading 2", 26, true, Palette.Ink, "240", "80", 1),
        Paragraph("Heading3", "heading 3", 23, true, Palette.Soft, "200", "60", 2),
        Paragraph("Caption", "caption", 20, true, Palette.Soft, "160", "60", null),
        Paragraph("Warning", "Warning", 24, true, Palette.Warn, "0", "120", null),
        Paragraph("Note", "Note", 19, false, Palette.Soft, "0", "120", null),
        Paragraph("Header", "header", 18, false, Palette.Soft, "0", "0", null),
        Paragraph("Footer", "footer", 16, false, Palette.Soft, "0", "0", null),
        new Style(new StyleName { Val = "List Paragraph" }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), new StyleParagraphProperties(new SpacingBetweenLines { After = "60" })) { Type = StyleValues.Paragraph, StyleId = "ListParagraph" },
        new Style(
            new StyleName { Val = "Protocol Table" },
            new StyleParagraphProperties(new SpacingBetweenLines { After = "40", Before = "40" }),
            new StyleTableProperties(
                new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableCellMarginDefault(new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 90, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 90, Type = TableWidthValues.Dxa })))
        { Type = StyleValues.Table, StyleId = TableStyle, CustomStyle = true });

    /// <summary>One definition of points; and for each numbered list one that begins with 1.</summary>
    public static Numbering Lists(int numbered)
    {
        var numbering = new Numbering(Definition(0, NumberFormatValues.Bullet, _ => "•"), Definition(1, NumberFormatValues.Decimal, l => string.Create(CultureInfo.InvariantCulture, $"%{l + 1}.")));
        numbering.Append(new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = Points });
        for (var i = 0; i < numbered; i++)
            numbering.Append(new NumberingInstance(new AbstractNumId { Val = 1 }, new LevelOverride(new StartOverrideNumberingValue { Val = 1 }) { LevelIndex = 0 }) { NumberID = FirstNumbered + i });
        return numbering;
    }

    private static AbstractNum Definition(int id, NumberFormatValues format, Func<int, string> text)
    {
        var levels = Enumerable.Range(0, 4).Select(l => new Level(
            new StartNumberingValue { Val = 1 },
            new NumberingFormat { Val = format },
            new LevelText { Val = text(l) },
            new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = (360 * (l + 1)).ToString(CultureInfo.InvariantCulture), Hanging = "360" }))
        { LevelIndex = l });
        var definition = new AbstractNum(new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }) { AbstractNumberId = id };
        definition.Append(levels);
        return definition;
    }

    private static Style Paragraph(string id, string name, int halfPoints, bool bold, string colour, string before, string after, int? outline)
    {
        var paragraph = new StyleParagraphProperties();
        if (outline is not null) paragraph.Append(new KeepNext(), new KeepLines());
        paragraph.Append(new SpacingBetweenLines { Before = before, After = after });
        if (outline is { } level) paragraph.Append(new OutlineLevel { Val = level });
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        run.Append(new Color { Val = colour }, new FontSize { Val = halfPoints.ToString(CultureInfo.InvariantCulture) });
        return new Style(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new NextParagraphStyle { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id };
    }

    private static RunFonts Fonts() => new() { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial", EastAsia = "Arial" };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = Palette.Line };
}
