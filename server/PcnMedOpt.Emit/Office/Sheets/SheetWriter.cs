using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PcnMedOpt.Core.Semantics;
using Values = DocumentFormat.OpenXml.Spreadsheet;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>Writes one sheet (ECMA-376 part 1, 18.3.1.99: the elements have an order).</summary>
internal static class SheetWriter
{
    /// <summary>Day 0 of the calendar of spreadsheets, for days after February 1900.</summary>
    private static readonly DateOnly DayZero = new(1899, 12, 30);

    public static void Write(WorksheetPart part, Sheet sheet, StyleBook styles, string footerLeft, bool isFirst, uint firstTableId)
    {
        using var writer = OpenXmlWriter.Create(part);
        writer.WriteStartElement(new Worksheet());
        writer.WriteElement(new SheetProperties(new PageSetupProperties { FitToPage = true }));
        writer.WriteElement(View(sheet, isFirst));
        writer.WriteElement(new SheetFormatProperties { DefaultRowHeight = (double)SheetBuilder.UsualHeight });
        if (!sheet.Columns.IsEmpty) writer.WriteElement(new Columns(sheet.Columns.Select(c => ColumnOf(c, styles))));
        WriteRows(writer, sheet, styles);
        if (sheet.Protected) writer.WriteElement(Protection());
        if (!sheet.Merged.IsEmpty) writer.WriteElement(new MergeCells(sheet.Merged.Select(m => new MergeCell { Reference = m })) { Count = (uint)sheet.Merged.Length });
        for (var i = 0; i < sheet.Formats.Length; i++) writer.WriteElement(Format(sheet.Formats[i], i + 1));
        if (!sheet.Validations.IsEmpty) writer.WriteElement(new DataValidations(sheet.Validations.Select(Validation)) { Count = (uint)sheet.Validations.Length });
        writer.WriteElement(new PageMargins { Left = 0.5, Right = 0.5, Top = 0.6, Bottom = 0.7, Header = 0.3, Footer = 0.3 });
        writer.WriteElement(new PageSetup { PaperSize = 9, Orientation = OrientationValues.Landscape, FitToWidth = 1, FitToHeight = 0 });
        writer.WriteElement(new HeaderFooter(new OddFooter($"&L&8{Code(footerLeft)}&R&8{Code(sheet.Name)}, page &P of &N")));
        if (!sheet.PageBreaks.IsEmpty) writer.WriteElement(Breaks(sheet));
        if (!sheet.Charts.IsEmpty) writer.WriteElement(new Drawing { Id = "rIdDrawing" });
        if (!sheet.Tables.IsEmpty) writer.WriteElement(new TableParts(sheet.Tables.Select((_, i) => new TablePart { Id = TableId(i) })) { Count = (uint)sheet.Tables.Length });
        writer.WriteEndElement();
        for (var i = 0; i < sheet.Tables.Length; i++) part.AddNewPart<TableDefinitionPart>(TableId(i)).Table = Table(sheet.Tables[i], firstTableId + (uint)i);
        if (!sheet.Charts.IsEmpty) ChartWriter.Write(part.AddNewPart<DrawingsPart>("rIdDrawing"), sheet.Charts);
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

    private static void WriteRows(OpenXmlWriter writer, Sheet sheet, StyleBook styles)
    {
        var shared = SharedFormulas.Of(sheet);
        writer.WriteStartElement(new SheetData());
        var last = Math.Max(shared.LastRow, sheet.Rows.IsEmpty ? 0 : sheet.Rows.Keys.Last());
        for (var number = 1; number <= last; number++)
        {
            sheet.Rows.TryGetValue(number, out var row);
            var cells = shared.At(number, row?.Cells);
            if (cells.Count == 0 && row?.Height is null) continue;
            var start = new Row { RowIndex = (uint)number };
            if (row?.Height is { } height) (start.Height, start.CustomHeight) = ((double)height, true);
            writer.WriteStartElement(start);
            foreach (var (column, cell, group) in cells) writer.WriteElement(CellOf(A1.Of(number, column), cell, group, styles));
            writer.WriteEndElement();
        }
        writer.WriteEndElement();
    }

    private static Values.Cell CellOf(string place, Cell cell, SharedFormula? group, StyleBook styles)
    {
        var of = new Values.Cell { CellReference = place, StyleIndex = styles.NumberOf(cell.Style) };
        switch (cell.Value)
        {
            case TextCell text:
                of.DataType = CellValues.InlineString;
                of.Append(new InlineString(new Text(OfficeText.OfCell(text.Text)) { Space = SpaceProcessingModeValues.Preserve }));
                break;
            case FormulaCell formula:
                of.Append(group is null ? new CellFormula(formula.Formula) : Shared(group, formula));
                Put(of, formula.Cached);
                break;
            case { } value:
                Put(of, value);
                break;
        }
        return of;
    }

    private static CellFormula Shared(SharedFormula group, FormulaCell formula)
    {
        var of = group.IsMaster ? new CellFormula(formula.Formula) { Reference = group.Range } : new CellFormula();
        of.FormulaType = CellFormulaValues.Shared;
        of.SharedIndex = group.Index;
        return of;
    }

    private static void Put(Values.Cell cell, CellValue value)
    {
        if (value is TextCell) cell.DataType = CellValues.String;
        if (value is NotAvailableCell) cell.DataType = CellValues.Error;
        cell.Append(new Values.CellValue(value switch
        {
            TextCell text => OfficeText.OfCell(text.Text),
            NumberCell number => Numbers.Shown(number.Number),
            DayCell day => (day.Day.DayNumber - DayZero.DayNumber).ToString(CultureInfo.InvariantCulture),
            NotAvailableCell => "#N/A",
            _ => throw new System.Diagnostics.UnreachableException($"No cell for {value}"),
        }));
    }

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
