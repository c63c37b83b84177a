using DocumentFormat.OpenXml.Spreadsheet;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>The styles of a workbook, numbered in the order of their first use (ECMA-376 part 1, 18.8).</summary>
internal sealed class StyleBook
{
    private readonly List<CellStyle> styles = [CellStyle.Plain];
    private readonly Dictionary<CellStyle, uint> numbers = new() { [CellStyle.Plain] = 0 };

    public uint NumberOf(CellStyle style)
    {
        if (numbers.TryGetValue(style, out var known)) return known;
        styles.Add(style);
        return numbers[style] = (uint)styles.Count - 1;
    }

    public static uint FormatOf(Highlight highlight) => (uint)highlight;

    /// <summary>How a number is shown, in the language of formats of spreadsheets.</summary>
    public static string CodeOf(NumberForm form) => form switch
    {
        NumberForm.Whole => "#,##0",
        NumberForm.Percent => "0.0%",
        NumberForm.Points => "+0.0%;-0.0%;0.0%",
        NumberForm.Day => "dd/mm/yyyy",
        NumberForm.Month => "mmm\\ yyyy",
        NumberForm.DayAndTime => "dd/mm/yyyy\\ hh:mm",
        NumberForm.Decimal => "0.0",
        NumberForm.Text => "@",
        _ => "General",
    };

    public Stylesheet Build()
    {
        var fonts = styles.Select(s => (s.Bold, s.Italic, s.Size, s.Colour)).Distinct().ToList();
        var fills = styles.Select(s => s.Fill).OfType<string>().Distinct().ToList();
        var edges = styles.Select(s => s.Edge).Prepend(Edge.None).Distinct().ToList();
        var forms = styles.Select(s => s.Form).Where(f => f is not (NumberForm.General or NumberForm.Text)).Distinct().ToList();
        var sheet = new Stylesheet();
        if (forms.Count > 0) sheet.Append(new NumberingFormats(forms.Select(f => new NumberingFormat { NumberFormatId = FormatId(f), FormatCode = CodeOf(f) })) { Count = (uint)forms.Count });
        sheet.Append(
            new Fonts(fonts.Select(f => FontOf(f.Bold, f.Italic, f.Size, f.Colour))) { Count = (uint)fonts.Count },
            new Fills(
            [
                new Fill(new PatternFill { PatternType = PatternValues.None }),
                new Fill(new PatternFill { PatternType = PatternValues.Gray125 }),
                .. fills.Select(SolidFill),
            ])
            { Count = (uint)fills.Count + 2 },
            new Borders(edges.Select(BorderOf)) { Count = (uint)edges.Count },
            new CellStyleFormats(new CellFormat { NumberFormatId = 0, FontId = 0, FillId = 0, BorderId = 0 }) { Count = 1 },
            new CellFormats(styles.Select(FormatOf)) { Count = (uint)styles.Count },
            new CellStyles(new DocumentFormat.OpenXml.Spreadsheet.CellStyle { Name = "Normal", FormatId = 0, BuiltinId = 0 }) { Count = 1 },
            new DifferentialFormats(Different(Palette.Warn, Palette.WarnWash, true), Different(Palette.Soft, Palette.Wash, false), Different(Palette.Ink, "E3F1E6", false), AsCount()) { Count = 4 },
            new TableStyles { Count = 0, DefaultTableStyle = "TableStyleLight1", DefaultPivotStyle = "PivotStyleLight16" });
        return sheet;

        CellFormat FormatOf(CellStyle style) => new()
        {
            NumberFormatId = FormatId(style.Form),
            FontId = (uint)fonts.IndexOf((style.Bold, style.Italic, style.Size, style.Colour)),
            FillId = style.Fill is { } fill ? (uint)fills.IndexOf(fill) + 2 : 0,
            BorderId = (uint)edges.IndexOf(style.Edge),
            FormatId = 0,
            ApplyNumberFormat = true,
            ApplyFont = true,
            ApplyFill = true,
            ApplyBorder = true,
            ApplyAlignment = true,
            ApplyProtection = true,
            Alignment = new Alignment
            {
                Vertical = VerticalAlignmentValues.Top,
                Horizontal = AcrossOf(style) switch
                {
                    Sheets.Across.Left => HorizontalAlignmentValues.Left,
                    Sheets.Across.Centre => HorizontalAlignmentValues.Center,
                    Sheets.Across.Right => HorizontalAlignmentValues.Right,
                    _ => HorizontalAlignmentValues.General,
                },
                Indent = style.Edge == Edge.Thin && AcrossOf(style) == Sheets.Across.Right ? 1u : 0u,
                WrapText = style.Wrap,
            },
            Protection = new Protection { Locked = style.Locked },
        };
    }

    /// <summary>Numbers stand right, also where a word such as “none” takes their place.</summary>
    private static Across AcrossOf(CellStyle style) =>
        style.Across == Sheets.Across.General && style.Form is NumberForm.Whole or NumberForm.Percent or NumberForm.Points or NumberForm.Decimal ? Sheets.Across.Right : style.Across;

    /// <summary>Numbers below 164 are those of the format itself: 0 is general, 49 is text.</summary>
    private static uint FormatId(NumberForm form) => form switch { NumberForm.General => 0, NumberForm.Text => 49, _ => 164 + (uint)form };

    private static Font FontOf(bool bold, bool italic, decimal size, string colour)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        if (italic) font.Append(new Italic());
        font.Append(new FontSize { Val = (double)size }, new Color { Rgb = "FF" + colour }, new FontName { Val = "Arial" }, new FontFamilyNumbering { Val = 2 });
        return font;
    }

    private static Fill SolidFill(string colour) => new(new PatternFill(new ForegroundColor { Rgb = "FF" + colour }, new BackgroundColor { Indexed = 64 }) { PatternType = PatternValues.Solid });

    private static Border BorderOf(Edge edge)
    {
        var style = edge == Edge.Thin ? BorderStyleValues.Thin : BorderStyleValues.None;
        var below = edge == Edge.None ? BorderStyleValues.None : edge == Edge.Below ? BorderStyleValues.Medium : BorderStyleValues.Thin;
        return new Border(Line(new LeftBorder(), style), Line(new RightBorder(), style), Line(new TopBorder(), style), Line(new BottomBorder(), below), new DiagonalBorder());
    }

    private static T Line<T>(T line, BorderStyleValues style)
        where T : BorderPropertiesType
    {
        if (style == BorderStyleValues.None) return line;
        line.Style = style;
        line.Append(new Color { Rgb = "FF" + (style == BorderStyleValues.Medium ? Palette.Accent : Palette.Line) });
        return line;
    }

    private static DifferentialFormat AsCount() => new(new NumberingFormat { NumberFormatId = FormatId(NumberForm.Whole), FormatCode = CodeOf(NumberForm.Whole) });

    private static DifferentialFormat Different(string colour, string fill, bool bold)
    {
        var font = new Font();
        if (bold) font.Append(new Bold());
        font.Append(new Color { Rgb = "FF" + colour });
        return new DifferentialFormat(font, new Fill(new PatternFill(new BackgroundColor { Rgb = "FF" + fill }) { PatternType = PatternValues.Solid }));
    }

}
