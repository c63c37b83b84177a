namespace PcnMedOpt.Emit.Office.Sheets;

internal enum NumberForm
{
    General,
    Whole,
    Percent,

    /// <summary>A change of a percentage, with its sign.</summary>
    Points,
    Day,
    Month,
    DayAndTime,

    /// <summary>What is typed stays text: 1-2 does not become a date.</summary>
    Text,
    Decimal,
}

internal enum Edge
{
    None,
    Thin,
    Below,
}

internal enum Across
{
    General,
    Left,
    Centre,
    Right,
}

/// <summary>
/// How a cell looks, and whether the sheet's protection keeps it: one that is to be filled in is not locked. The size is in points; colours are RRGGBB, with no
/// fill where there is none.
/// </summary>
internal sealed record CellStyle(
    bool Bold = false,
    bool Italic = false,
    decimal Size = 10,
    string Colour = Palette.Ink,
    string? Fill = null,
    Edge Edge = Edge.None,
    NumberForm Form = NumberForm.General,
    Across Across = Across.General,
    bool Wrap = false,
    bool Locked = true)
{
    public static readonly CellStyle Plain = new();

    public static readonly CellStyle Title = new(Bold: true, Size: 16);

    public static readonly CellStyle Heading = new(Bold: true, Size: 12, Edge: Edge.Below);

    public static readonly CellStyle Warning = new(Bold: true, Size: 11, Colour: Palette.Warn);

    public static readonly CellStyle Note = new(Colour: Palette.Soft, Size: 9, Wrap: true);

    public static readonly CellStyle Prose = new(Wrap: true);

    public static readonly CellStyle Label = new(Bold: true, Wrap: true);

    public static readonly CellStyle Head = new(Bold: true, Colour: Palette.Paper, Fill: Palette.Accent, Edge: Edge.Thin, Wrap: true);

    /// <summary>A cell of a table that a formula or the pack fills.</summary>
    public static readonly CellStyle Body = new(Edge: Edge.Thin, Wrap: true);

    /// <summary>A cell that a person fills in.</summary>
    public static readonly CellStyle Input = new(Edge: Edge.Thin, Fill: Palette.Input, Locked: false, Wrap: true);
}

/// <summary>The colours of the pages, as RRGGBB. What one means always stands in words too.</summary>
internal static class Palette
{
    public const string Ink = "1C2126";
    public const string Soft = "4A525A";
    public const string Line = "B9C1C9";
    public const string Wash = "F4F6F8";
    public const string Accent = "004B93";
    public const string Warn = "8C1D18";
    public const string WarnWash = "FBE3E1";
    public const string Paper = "FFFFFF";
    public const string Input = "FFF9E5";
}
