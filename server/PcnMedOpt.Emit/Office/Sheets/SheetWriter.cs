using System.Globalization;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>Writes one sheet (ECMA-376 part 1, 18.3.1.99: the elements have an order).</summary>
internal static class SheetWriter
{
    private const string Prefix = "x";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>Day 0 of the calendar of spreadsheets, for days after February 1900.</summary>
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static void Write(WorksheetPart part, Sheet sheet, StyleBook styles, string footerLeft, bool isFirst, uint firstTableId)
    {
        WriteSheet(part, sheet, styles, footerLeft, isFirst);
        for (var i = 0; i < sheet.Tables.Length; i++) part.AddNewPart<TableDefinitionPart>(TableId(i)).Table = Table(sheet.Tables[i], firstTableId + (uint)i);
        if (!sheet.Charts.IsEmpty) ChartWriter.Write(part.AddNewPart<DrawingsPart>("rIdDrawing"), sheet.Charts);
    }

    private static void WriteSheet(WorksheetPart part, Sheet sheet, StyleBook styles, string footerLeft, bool isFirst)
    {
        using var stream = part.GetStream(FileMode.Create);
        using var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false) });
        writer.WriteStartElement(Prefix, "worksheet", Main);
        new SheetProperties(new PageSetupProperties { FitToPage = true }).WriteTo(writer);
        View(sheet, isFirst).WriteTo(writer);
        new SheetFormatProperties { DefaultRowHeight = (double)SheetBuilder.UsualHeight }.WriteTo(writer);
        if (!sheet.Columns.IsEmpty) new Columns(sheet.Columns.Select(c => ColumnOf(c, styles))).WriteTo(writer);
        WriteRows(writer, sheet, styles);
        if (sheet.Protected) Protection().WriteTo(writer);
        if (!sheet.Merged.IsEmpty) new MergeCells(sheet.Merged.Select(m => new MergeCell { Reference = m })) { Count = (uint)sheet.Merged.Length }.WriteTo(writer);
        for (var i = 0; i < sheet.Formats.Length; i++) Format(sheet.Formats[i], i + 1).WriteTo(writer);
        if (!sheet.Validations.IsEmpty) new DataValidations(sheet.Validations.Select(Validation)) { Count = (uint)sheet.Validations.Length }.WriteTo(writer);
        new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 }.WriteTo(writer);
        new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 }.WriteTo(writer);
        new HeaderFooter(new OddFooter($"&L&8{Code(footerLeft)}&R&8{Code(sheet.Name)}, page &P of &N")).WriteTo(writer);
        if (!sheet.PageBreaks.IsEmpty) Breaks(sheet).WriteTo(writer);
        if (!sheet.Charts.IsEmpty) new Drawing { Id = "rIdDrawing" }.WriteTo(writer);
        if (!sheet.Tables.IsEmpty) new TableParts(sheet.Tables.Select((_, i) => new TablePart { Id = TableId(i) })) { Count = (uint)sheet.Tables.Length }.WriteTo(writer);
        writer.WriteEndElement();
    }

    private static string TableId(int index) => string.Create(CultureInfo.InvariantCulture, $"rIdTable{index + 1}");

    /// <summary>A text in a footer: an ampersand begins a code there.</summary>
    private static string Code(string text) => OfficeText.Of(OfficeText.Short(text.Replace("&", "&&", StringComparison.Ordinal), 180));

    private static SheetViews View(Sheet sheet, bool isFirst)
    {
        var view = new SheetView { WorkbookViewId = 0, ShowGridLines = false, TabSelected = isFirst, ZoomScaleNormal = 100 };
        if (sheet.FrozenRows > 0 || sheet.FrozenColumns > 0)
        {
            var pane = sheet switch { { FrozenRows: > 0, FrozenColumns: > 0 } => PaneValues.BottomRight, { FrozenRows: > 0 } => PaneValues.BottomLeft, _ => PaneValues.TopRight };
            var frozen = new Pane { TopLeftCell = A1.Of(sheet.FrozenRows + 1, sheet.FrozenColumns + 1), ActivePane = pane, State = PaneStateValues.Frozen };
            if (sheet.FrozenColumns > 0) frozen.HorizontalSplit = sheet.FrozenColumns;
            if (sheet.FrozenRows > 0) frozen.VerticalSplit = sheet.FrozenRows;
            view.Append(frozen, new Selection { Pane = pane });
        }
        return new SheetViews(view);
    }

    private static Column ColumnOf(SheetColumn column, StyleBook styles)
    {
        var of = new Column { Min = (uint)column.First, Max = (uint)column.Last, Width = (double)column.Width, CustomWidth = true };
        if (column.Style is { } style) of.Style = styles.NumberOf(style);
        if (column.Hidden) of.Hidden = true;
        return of;
    }

    /// <summary>Rows are most of a workbook: they are written as they come, and not as a tree of elements.</summary>
    private static void WriteRows(XmlWriter writer, Sheet sheet, StyleBook styles)
    {
        var shared = SharedFormulas.Of(sheet);
        writer.WriteStartElement(Prefix, "sheetData", Main);
        var last = Math.Max(shared.LastRow, sheet.Rows.IsEmpty ? 0 : sheet.Rows.Keys.Last());
        for (var number = 1; number <= last; number++)
        {
            sheet.Rows.TryGetValue(number, out var row);
            var cells = shared.At(number, row?.Cells);
            if (cells.Count == 0 && row?.Height is null) continue;
            writer.WriteStartElement(Prefix, "row", Main);
            writer.WriteAttributeString("r", Whole(number));
            if (row?.Height is { } height)
            {
                writer.WriteAttributeString("ht", Numbers.Shown(height));
                writer.WriteAttributeString("customHeight", "1");
            }
            foreach (var (column, cell, group) in cells) WriteCell(writer, A1.Of(number, column), cell, group, styles);
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static void WriteCell(XmlWriter writer, string place, Cell cell, SharedFormula? group, StyleBook styles)
    {
        var formula = cell.Value as FormulaCell;
        var value = formula?.Cached ?? cell.Value;
        writer.WriteStartElement(Prefix, "c", Main);
        writer.WriteAttributeString("r", place);
        writer.WriteAttributeString("s", Whole((int)styles.NumberOf(cell.Style)));
        if (value is TextCell) writer.WriteAttributeString("t", formula is null ? "inlineStr" : "str");
        if (value is NotAvailableCell) writer.WriteAttributeString("t", "e");
        if (formula is not null) WriteFormula(writer, formula, group);
        if (value is TextCell text && formula is null)
        {
            writer.WriteStartElement(Prefix, "is", Main);
            writer.WriteStartElement(Prefix, "t", Main);
            writer.WriteAttributeString("xml", "space", null, "preserve");
            writer.WriteString(OfficeText.OfCell(text.Text));
            writer.WriteEndElement();
            writer.WriteEndElement();
        }
        else if (value is not null) writer.WriteElementString(Prefix, "v", Main, Shown(value));
        writer.WriteEndElement();
    }

    /// <summary>The formula; where it is repeated down a column, in the first row with its range, and below with its number alone.</summary>
    private static void WriteFormula(XmlWriter writer, FormulaCell formula, SharedFormula? group)
    {
        writer.WriteStartElement(Prefix, "f", Main);
        if (group is not null)
        {
            writer.WriteAttributeString("t", "shared");
            if (group.Range is { } range) writer.WriteAttributeString("ref", range);
            writer.WriteAttributeString("si", Whole((int)group.Index));
        }
        if (group is not { Range: null }) writer.WriteString(formula.Formula);
        writer.WriteEndElement();
    }

    private static string Shown(CellValue value) => value switch
    {
        TextCell text => OfficeText.OfCell(text.Text),
        NumberCell number => Numbers.Shown(number.Number),
        DayCell day => Whole(day.Day.DayNumber - DayZero.DayNumber),
        NotAvailableCell => "#N/A",
        _ => throw new System.Diagnostics.UnreachableException($"No cell for {value}"),
    };

    private static string Whole(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>What is locked cannot be changed; sorting, filtering and the width of columns are free.</summary>
    private static SheetProtection Protection() => new()
    {
        Sheet = true,
        Objects = true,
        Scenarios = true,
        FormatCells = false,
        FormatColumns = false,
        FormatRows = false,
        Sort = false,
        AutoFilter = false,
    };

    private static ConditionalFormatting Format(ConditionalFormat format, int priority) => new(
        new ConditionalFormattingRule(new Formula(format.Formula)) { Type = ConditionalFormatValues.Expression, FormatId = StyleBook.FormatOf(format.Highlight), Priority = priority })
    {
        SequenceOfReferences = new ListValue<StringValue> { InnerText = format.Range },
    };

    private static DataValidation Validation(Validation validation)
    {
        var of = new DataValidation
        {
            SequenceOfReferences = new ListValue<StringValue> { InnerText = validation.Range },
            AllowBlank = true,
            ShowInputMessage = true,
            ShowErrorMessage = true,
            ErrorStyle = validation.Strict ? DataValidationErrorStyleValues.Stop : DataValidationErrorStyleValues.Warning,
            ErrorTitle = OfficeText.Short(OfficeText.Of(validation.Title), 32),
            Error = OfficeText.Short(OfficeText.Of(validation.Message), 225),
            PromptTitle = OfficeText.Short(OfficeText.Of(validation.Title), 32),
            Prompt = OfficeText.Short(OfficeText.Of(validation.Message), 255),
            Type = validation.Kind switch
            {
                EntryKind.OneOf => DataValidationValues.List,
                EntryKind.Count => DataValidationValues.Whole,
                EntryKind.Amount => DataValidationValues.Decimal,
                EntryKind.Day => DataValidationValues.Date,
                _ => DataValidationValues.Custom,
            },
        };
        if (validation.Kind is EntryKind.Count or EntryKind.Amount or EntryKind.Day) of.Operator = DataValidationOperatorValues.GreaterThanOrEqual;
        of.Append(new Formula1(validation.Formula ?? (validation.Kind == EntryKind.Day ? "36526" : "0")));
        return of;
    }

    private static RowBreaks Breaks(Sheet sheet) =>
        new(sheet.PageBreaks.Select(b => new Break { Id = (uint)b, Max = 16383, ManualPageBreak = true })) { Count = (uint)sheet.PageBreaks.Length, ManualBreakCount = (uint)sheet.PageBreaks.Length };

    private static Table Table(SheetTable table, uint id) => new(
        new AutoFilter { Reference = table.Range },
        new TableColumns(table.Columns.Select((c, i) => new TableColumn { Id = (uint)i + 1, Name = OfficeText.Of(c) })) { Count = (uint)table.Columns.Length },
        new TableStyleInfo { Name = "TableStyleLight1", ShowFirstColumn = false, ShowLastColumn = false, ShowRowStripes = false, ShowColumnStripes = false })
    {
        Id = id,
        Name = table.Name,
        DisplayName = table.Name,
        Reference = table.Range,
        TotalsRowShown = false,
    };
}
