namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>What a cell holds. A text is always a text: nothing that an author wrote is ever read as a formula.</summary>
internal abstract record CellValue
{
    private protected CellValue()
    {
    }

    public static readonly CellValue Empty = new TextCell("");
}

internal sealed record TextCell(string Text) : CellValue;

internal sealed record NumberCell(decimal Number) : CellValue;

internal sealed record DayCell(DateOnly Day) : CellValue;

/// <summary>A gap in a chart: the only error that a workbook of ours holds, in cells that nobody sees.</summary>
internal sealed record NotAvailableCell : CellValue;

/// <summary>A formula, and what it gives before anybody has typed anything: readers that do not calculate show that.</summary>
/// <param name="Formula">Without the equals sign.</param>
/// <param name="Cached">Never a formula.</param>
/// <param name="DownTo">The last row of a column in which the formula is repeated, its relative places moving with it; null for one cell.</param>
internal sealed record FormulaCell(string Formula, CellValue Cached, int? DownTo = null) : CellValue;
