using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>A formula that is written once for a column (ECMA-376 part 1, 18.3.1.40): thousands of rows would say the same.</summary>
/// <param name="Index">Its number in the sheet.</param>
/// <param name="Range">In its first row the rows that it is for; null below.</param>
internal sealed record SharedFormula(uint Index, string? Range);

/// <summary>The formulas of a sheet that are repeated down a column, row by row.</summary>
internal sealed class SharedFormulas
{
    private readonly List<(int Row, int Column, int LastRow, Cell Cell, FormulaCell Formula)> groups = [];

    public int LastRow => groups.Count == 0 ? 0 : groups.Max(g => g.LastRow);

    public static SharedFormulas Of(Sheet sheet)
    {
        var shared = new SharedFormulas();
        foreach (var (number, row) in sheet.Rows)
            foreach (var (column, cell) in row.Cells)
                if (cell.Value is FormulaCell { DownTo: { } last } formula && last > number) shared.groups.Add((number, column, last, cell, formula));
        return shared;
    }

    /// <summary>The cells of a row, from the left, with those that a formula above repeats.</summary>
    public List<(int Column, Cell Cell, SharedFormula? Group)> At(int row, ImmutableSortedDictionary<int, Cell>? cells)
    {
        var found = new List<(int Column, Cell Cell, SharedFormula? Group)>();
        for (var i = 0; i < groups.Count; i++)
            if (row >= groups[i].Row && row <= groups[i].LastRow)
                found.Add((groups[i].Column, groups[i].Cell, new SharedFormula((uint)i, row == groups[i].Row ? RangeOf(groups[i]) : null)));
        var shared = found.Count;
        foreach (var (column, cell) in cells ?? ImmutableSortedDictionary<int, Cell>.Empty)
            if (!found.Take(shared).Any(f => f.Column == column)) found.Add((column, cell, null));
        found.Sort((a, b) => a.Column.CompareTo(b.Column));
        return found;
    }

    private static string RangeOf((int Row, int Column, int LastRow, Cell Cell, FormulaCell Formula) group) => A1.Range(group.Row, group.Column, group.LastRow, group.Column);
}
