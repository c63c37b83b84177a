using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using PcnMedOpt.Emit.Packs;

namespace PcnMedOpt.Tests.Office;

/// <summary>The cells of a workbook by sheet and place: what stands in them, and filling them in.</summary>
internal sealed class WorkbookCells
{
    private readonly Dictionary<string, Dictionary<string, string>> values = [];

    /// <summary>What a cell shows: a number as the format writes it, a text, an error such as #REF!; nothing where there is no cell.</summary>
    public string this[string sheet, string place] => values[sheet].GetValueOrDefault(place, "");

    public IEnumerable<(string Sheet, string Place, string Value)> Errors { get; private init; } = [];

    /// <summary>The cells that a formula fills.</summary>
    public IEnumerable<(string Sheet, string Place, string Value)> Formulas { get; private init; } = [];

    public static WorkbookCells Of(OutputFile file)
    {
        using var document = SpreadsheetDocument.Open(new MemoryStream([.. file.Bytes]), false);
        var main = document.WorkbookPart ?? throw new InvalidDataException(file.Path);
        var texts = main.SharedStringTablePart?.SharedStringTable.Elements<SharedStringItem>().Select(i => i.InnerText).ToList() ?? [];
        var (errors, formulas) = (new List<(string, string, string)>(), new List<(string, string, string)>());
        var cells = new WorkbookCells { Errors = errors, Formulas = formulas };
        foreach (var sheet in main.Workbook.Descendants<Sheet>())
        {
            var name = sheet.Name?.Value ?? "";
            var of = cells.values[name] = [];
            foreach (var cell in ((WorksheetPart)main.GetPartById(sheet.Id?.Value ?? "")).Worksheet.Descendants<Cell>())
            {
                var place = cell.CellReference?.Value ?? "";
                var type = cell.DataType?.Value;
                var text = cell.CellValue?.Text ?? cell.InlineString?.InnerText ?? "";
                of[place] = type == CellValues.SharedString ? texts[int.Parse(text, CultureInfo.InvariantCulture)] : text;
                if (type == CellValues.Error) errors.Add((name, place, text));
                if (cell.CellFormula is not null) formulas.Add((name, place, of[place]));
            }
        }
        return cells;
    }

    /// <summary>The workbook with cells filled in as a person would: a text, a number, or a day.</summary>
    public static OutputFile Fill(OutputFile file, IEnumerable<(string Sheet, string Place, object Value)> entries)
    {
        using var stream = new MemoryStream();
        stream.Write(file.Bytes.AsSpan());
        using (var document = SpreadsheetDocument.Open(stream, true))
        {
            var main = document.WorkbookPart ?? throw new InvalidDataException(file.Path);
            foreach (var group in entries.GroupBy(e => e.Sheet))
            {
                var id = main.Workbook.Descendants<Sheet>().Single(s => s.Name?.Value == group.Key).Id?.Value ?? "";
                var rows = ((WorksheetPart)main.GetPartById(id)).Worksheet.Descendants<Row>().ToDictionary(r => r.RowIndex?.Value ?? 0);
                foreach (var (_, place, value) in group) Put(rows, place, value);
            }
        }
        return new OutputFile(file.Path, [.. stream.ToArray()]);
    }

    public static double Serial(DateOnly day) => day.DayNumber - new DateOnly(1899, 12, 30).DayNumber;

    private static void Put(Dictionary<uint, Row> rows, string place, object value)
    {
        var column = place.TrimEnd("0123456789".ToCharArray());
        var row = rows[uint.Parse(place[column.Length..], CultureInfo.InvariantCulture)];
        var cell = row.Elements<Cell>().FirstOrDefault(c => c.CellReference?.Value == place);
        if (cell is null)
        {
            var next = row.Elements<Cell>().FirstOrDefault(c => c.CellReference?.Value is { } other && Order(other.TrimEnd("0123456789".ToCharArray()), column) > 0);
            cell = row.InsertBefore(new Cell { CellReference = place }, next);
        }
        cell.RemoveAllChildren();
        cell.DataType = value is string ? CellValues.String : CellValues.Number;
        cell.CellValue = new CellValue(value switch
        {
            string text => text,
            DateOnly day => Serial(day).ToString(CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        });
    }

    private static int Order(string a, string b) => a.Length != b.Length ? a.Length - b.Length : string.CompareOrdinal(a, b);
}
