using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>Fills a sheet cell by cell.</summary>
internal sealed class SheetBuilder(string name)
{
    /// <summary>In points, as SheetWriter states it for all rows.</summary>
    public const decimal UsualHeight = 15;

    private const decimal LineHeight = 1.3m;

    private readonly SortedDictionary<int, SortedDictionary<int, Cell>> cells = [];
    private readonly Dictionary<int, decimal> heights = [];
    private readonly Dictionary<(int Row, int Column), int> spans = [];
    private readonly List<SheetColumn> columns = [];
    private readonly List<string> merged = [];
    private readonly List<Validation> validations = [];
    private readonly List<ConditionalFormat> formats = [];
    private readonly List<SheetTable> tables = [];
    private readonly List<SheetChart> charts = [];
    private readonly List<int> breaks = [];

    public string Name { get; } = name;

    public int FrozenRows { get; set; }

    public int FrozenColumns { get; set; }

    public (int First, int Last)? HeadRows { get; set; }

    public bool IsHidden { get; set; }

    public bool IsProtected { get; set; } = true;

    /// <summary>The last row that holds anything.</summary>
    public int LastRow => cells.Count == 0 ? 0 : cells.Keys.Last();

    public SheetBuilder Columns(params ReadOnlySpan<decimal> widths)
    {
        foreach (var width in widths) columns.Add(new SheetColumn(columns.Count + 1, columns.Count + 1, width));
        return this;
    }

    /// <summary>The next columns, whose empty cells look so.</summary>
    public SheetBuilder Column(decimal width, CellStyle style)
    {
        columns.Add(new SheetColumn(columns.Count + 1, columns.Count + 1, width, style));
        return this;
    }

    public SheetBuilder Text(int row, int column, string text, CellStyle style) => Set(row, column, new TextCell(text), style);

    public SheetBuilder Number(int row, int column, decimal number, CellStyle style) => Set(row, column, new NumberCell(number), style);

    public SheetBuilder Day(int row, int column, DateOnly day, CellStyle style) => Set(row, column, new DayCell(day), style);

    public SheetBuilder Formula(int row, int column, string formula, CellValue cached, CellStyle style) => Set(row, column, new FormulaCell(formula, cached), style);

    /// <summary>A formula in each row of a column down to the last; its relative places move with it.</summary>
    public SheetBuilder FormulaDown(int row, int column, int lastRow, string formula, CellValue cached, CellStyle style) =>
        Set(row, column, new FormulaCell(formula, cached, lastRow), style);

    public SheetBuilder Blank(int row, int column, CellStyle style) => Set(row, column, null, style);

    public SheetBuilder Set(int row, int column, CellValue? value, CellStyle style)
    {
        if (!cells.TryGetValue(row, out var of)) cells[row] = of = [];
        of[column] = new Cell(value, style);
        return this;
    }

    /// <summary>A text across columns, in one cell.</summary>
    public SheetBuilder Across(int row, int column, int lastColumn, string text, CellStyle style)
    {
        Text(row, column, text, style);
        return Merge(row, column, row, lastColumn, style);
    }

    public SheetBuilder Merge(int row, int column, int lastRow, int lastColumn, CellStyle style)
    {
        for (var r = row; r <= lastRow; r++)
            for (var c = column; c <= lastColumn; c++)
                if (r != row || c != column) Blank(r, c, style);
        spans[(row, column)] = lastColumn;
        if (row != lastRow || column != lastColumn) merged.Add(A1.Range(row, column, lastRow, lastColumn));
        return this;
    }

    public SheetBuilder Height(int row, decimal points)
    {
        heights[row] = points;
        return this;
    }

    public SheetBuilder Validate(Validation validation)
    {
        validations.Add(validation);
        return this;
    }

    public SheetBuilder Highlight(string range, string formula, Highlight highlight)
    {
        formats.Add(new ConditionalFormat(range, formula, highlight));
        return this;
    }

    public SheetBuilder Table(SheetTable table)
    {
        tables.Add(table);
        return this;
    }

    public SheetBuilder Chart(SheetChart chart)
    {
        charts.Add(chart);
        return this;
    }

    /// <summary>A new page of paper begins after this row.</summary>
    public SheetBuilder BreakAfter(int row)
    {
        breaks.Add(row);
        return this;
    }

    /// <summary>
    /// The height that the texts of a row need. Spreadsheets work it out for some cells only, and differ in which: so it is estimated, from about one character of bold text
    /// for each unit of width. Rows of the usual height have none.
    /// </summary>
    private decimal? HeightOf(int row, SortedDictionary<int, Cell> of)
    {
        if (heights.TryGetValue(row, out var given)) return given;
        var need = of.Max(c => c.Value.Value is { } value ? Lines(row, c.Key, TextOf(value), c.Value.Style) * c.Value.Style.Size * LineHeight : 0) + 2;
        return need > UsualHeight ? Math.Min(400, need) : null;
    }

    private decimal Lines(int row, int column, string text, CellStyle style)
    {
        if (!style.Wrap) return 1;
        var room = WidthOf(row, column) * 10 / style.Size * (style.Bold ? 1 : 1.1m);
        return text.Split('\n').Sum(l => Math.Max(1, Math.Ceiling(l.Length / Math.Max(1, room - 1))));
    }

    private decimal WidthOf(int row, int column)
    {
        var last = spans.TryGetValue((row, column), out var span) ? span : column;
        return columns.Where(c => c.First >= column && c.First <= last).Sum(c => c.Width);
    }

    private static string TextOf(CellValue value) => value switch { TextCell text => text.Text, FormulaCell { Cached: TextCell text } => text.Text, _ => "" };

    public Sheet Build() => new(
        Name,
        cells.ToImmutableSortedDictionary(r => r.Key, r => new SheetRow(HeightOf(r.Key, r.Value), r.Value.ToImmutableSortedDictionary())),
        [.. columns],
        [.. merged],
        [.. validations],
        [.. formats],
        [.. tables],
        [.. charts],
        [.. breaks],
        FrozenRows,
        FrozenColumns,
        HeadRows,
        IsProtected,
        IsHidden);
}
