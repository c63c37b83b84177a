using System.Globalization;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>Places in a sheet as formulas write them. Rows and columns count from 1.</summary>
internal static class A1
{
    public static string Column(int column) => column <= 26 ? ((char)('A' + column - 1)).ToString() : Column((column - 1) / 26) + (char)('A' + (column - 1) % 26);

    public static string Of(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"{Column(column)}{row}");

    public static string Fixed(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"${Column(column)}${row}");

    public static string Range(int row, int column, int lastRow, int lastColumn) => row == lastRow && column == lastColumn ? Of(row, column) : $"{Of(row, column)}:{Of(lastRow, lastColumn)}";

    public static string FixedRange(int row, int column, int lastRow, int lastColumn) => $"{Fixed(row, column)}:{Fixed(lastRow, lastColumn)}";

    /// <summary>A place on a named sheet, from anywhere in the workbook.</summary>
    public static string On(string sheet, string place) => $"'{sheet.Replace("'", "''", StringComparison.Ordinal)}'!{place}";

    /// <summary>A text within a formula.</summary>
    public static string Quoted(string text) => $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
