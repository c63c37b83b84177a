using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Values = DocumentFormat.OpenXml.Spreadsheet;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>Writes a workbook. Spreadsheets are told to work it out when it is opened.</summary>
internal static class WorkbookWriter
{
    private const string MainType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

    public static byte[] Write(Workbook workbook) => OfficePackage.Of(stream =>
    {
        using var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook);
        document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
        var main = document.AddNewPart<WorkbookPart>(MainType, "rId1");
        workbook.Properties.WriteTo(document.AddNewPart<CoreFilePropertiesPart>("rId2"));
        var styles = new StyleBook();
        var sheets = new Values.Sheets();
        var tables = 1u;
        for (var i = 0; i < workbook.Sheets.Length; i++)
        {
            var (sheet, id) = (workbook.Sheets[i], string.Create(CultureInfo.InvariantCulture, $"rIdSheet{i + 1}"));
            SheetWriter.Write(main.AddNewPart<WorksheetPart>(id), sheet, styles, workbook.FooterLeft, i == 0, tables);
            tables += (uint)sheet.Tables.Length;
            var entry = new Values.Sheet { Name = OfficeText.Of(sheet.Name), SheetId = (uint)i + 1, Id = id };
            if (sheet.Hidden) entry.State = SheetStateValues.Hidden;
            sheets.Append(entry);
        }
        main.AddNewPart<WorkbookStylesPart>("rIdStyles").Stylesheet = styles.Build();
        var book = new Values.Workbook(new WorkbookProperties { DefaultThemeVersion = 124226 }, new BookViews(new WorkbookView { ActiveTab = 0 }), sheets);
        var names = Names(workbook).ToList();
        if (names.Count > 0) book.Append(new DefinedNames(names));
        book.Append(new CalculationProperties { CalculationId = 191029, FullCalculationOnLoad = true });
        main.Workbook = book;
    });

    /// <summary>Names in the order that Excel writes them: by name, without regard to case.</summary>
    private static IEnumerable<DefinedName> Names(Workbook workbook)
    {
        var places = workbook.Names.Select(n => new DefinedName(n.Place) { Name = n.Name });
        var titles = workbook.Sheets.Select((s, i) => (Sheet: s, Index: (uint)i)).Where(s => s.Sheet.HeadRows is not null).Select(s => new DefinedName(
            A1.On(s.Sheet.Name, string.Create(CultureInfo.InvariantCulture, $"${s.Sheet.HeadRows?.First}:${s.Sheet.HeadRows?.Last}")))
        { Name = "_xlnm.Print_Titles", LocalSheetId = s.Index });
        return titles.Concat(places).OrderBy(n => n.Name?.Value, StringComparer.OrdinalIgnoreCase).ThenBy(n => n.LocalSheetId?.Value);
    }
}
