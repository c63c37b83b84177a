using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Office.Sheets;

/// <summary>A cell of a sheet.</summary>
/// <param name="Value">Null for an empty cell that has a look.</param>
/// <param name="Style">How it looks.</param>
internal sealed record Cell(CellValue? Value, CellStyle Style);

/// <summary>A row; its cells by column.</summary>
/// <param name="Height">In points; null for what its content needs.</param>
/// <param name="Cells">By column, from the left.</param>
internal sealed record SheetRow(decimal? Height, ImmutableSortedDictionary<int, Cell> Cells);

/// <summary>How wide columns are, in characters, and how their empty cells look.</summary>
internal sealed record SheetColumn(int First, int Last, decimal Width, CellStyle? Style = null, bool Hidden = false);

internal enum EntryKind
{
    /// <summary>One of the cells that the formula names.</summary>
    OneOf,

    /// <summary>A whole number of 0 or more.</summary>
    Count,

    /// <summary>A number of 0 or more.</summary>
    Amount,

    /// <summary>A date.</summary>
    Day,

    /// <summary>Whatever the formula is true of.</summary>
    Custom,
}

/// <summary>What may be typed into cells. What is pasted is not looked at by a spreadsheet: formulas must look again.</summary>
/// <param name="Range">Where.</param>
/// <param name="Kind">What may be typed.</param>
/// <param name="Formula">For <see cref="EntryKind.OneOf"/> where the list is, for <see cref="EntryKind.Custom"/> the test.</param>
/// <param name="Title">A few words (32 characters at most).</param>
/// <param name="Message">What is right (255 characters at most).</param>
/// <param name="Strict">Anything else is refused; else it is only pointed out.</param>
internal sealed record Validation(string Range, EntryKind Kind, string? Formula, string Title, string Message, bool Strict = true);

internal enum Highlight
{
    Attention,
    Quiet,
    Good,

    /// <summary>Shown as a whole number, where it is else a percentage.</summary>
    AsCount,
}

/// <summary>Cells that stand out while a formula is true. The words in the sheet say the same.</summary>
internal sealed record ConditionalFormat(string Range, string Formula, Highlight Highlight);

/// <summary>A range with a head and a name, which can be sorted and filtered and read by other programs.</summary>
/// <param name="Name">A name within the workbook.</param>
/// <param name="Range">The head and the rows.</param>
/// <param name="Columns">The texts of the head.</param>
internal sealed record SheetTable(string Name, string Range, ImmutableArray<string> Columns);

/// <summary>A row of points of a chart: its name, and where its values are. A target is a dashed line, so that the two can be told apart in one colour.</summary>
internal sealed record ChartSeries(string Name, string Values, string Colour, bool Dashed);

/// <summary>A line chart.</summary>
/// <param name="Title">Above it.</param>
/// <param name="Description">For those who do not see it.</param>
/// <param name="Categories">Where the labels of the horizontal axis are.</param>
/// <param name="CategoryForm">How these are shown.</param>
/// <param name="Series">At least one.</param>
/// <param name="Percent">The vertical axis is in percent from 0.</param>
/// <param name="Row">Of its upper left corner.</param>
/// <param name="Column">Of its upper left corner.</param>
/// <param name="Rows">How many rows it covers.</param>
/// <param name="Columns">How many columns it covers.</param>
internal sealed record SheetChart(
    string Title,
    string Description,
    string Categories,
    NumberForm CategoryForm,
    ImmutableArray<ChartSeries> Series,
    bool Percent,
    int Row,
    int Column,
    int Rows,
    int Columns);

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">On its tab.</param>
/// <param name="Rows">By number, from the top.</param>
/// <param name="Columns">From the left.</param>
/// <param name="Merged">Ranges that are one cell.</param>
/// <param name="Validations">What may be typed where.</param>
/// <param name="Formats">Which cells stand out when.</param>
/// <param name="Tables">Ranges with a head.</param>
/// <param name="Charts">Over the cells.</param>
/// <param name="PageBreaks">The rows after which a new page of paper begins.</param>
/// <param name="FrozenRows">How many rows stay when the sheet is scrolled.</param>
/// <param name="FrozenColumns">How many columns stay.</param>
/// <param name="HeadRows">The first and last row that every page of paper repeats.</param>
/// <param name="Protected">Locked cells cannot be changed. There is no password: it guards against slips, and against nothing else.</param>
/// <param name="Hidden">Not shown as a tab.</param>
internal sealed record Sheet(
    string Name,
    ImmutableSortedDictionary<int, SheetRow> Rows,
    ImmutableArray<SheetColumn> Columns,
    ImmutableArray<string> Merged,
    ImmutableArray<Validation> Validations,
    ImmutableArray<ConditionalFormat> Formats,
    ImmutableArray<SheetTable> Tables,
    ImmutableArray<SheetChart> Charts,
    ImmutableArray<int> PageBreaks,
    int FrozenRows,
    int FrozenColumns,
    (int First, int Last)? HeadRows,
    bool Protected,
    bool Hidden);

/// <summary>A name that formulas use for a place.</summary>
internal sealed record DefinedPlace(string Name, string Place);

/// <summary>A workbook: its sheets in order, the names of places.</summary>
/// <param name="Properties">What it says of itself.</param>
/// <param name="FooterLeft">At the foot of every page of paper, left; the page number stands right.</param>
/// <param name="Sheets">In order; the first is shown when it is opened.</param>
/// <param name="Names">Names of places.</param>
internal sealed record Workbook(OfficeProperties Properties, string FooterLeft, ImmutableArray<Sheet> Sheets, ImmutableArray<DefinedPlace> Names);
