using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>Where things stand in the workbook, and the names that formulas use for them.</summary>
internal static class Places
{
    public const string ReadMe = "Read me";
    public const string Practices = "Practices";
    public const string Measures = "Measures";
    public const string Entry = "Entry";
    public const string Summary = "Summary";
    public const string ByPractice = "By practice";
    public const string Return = "Quarterly return";
    public const string ChartData = "Chart data";

    /// <summary>How many practices a network may have here.</summary>
    public const int MostPractices = 40;

    public const int FirstPractice = 7;
    public const int LastPractice = FirstPractice + MostPractices - 1;

    /// <summary>Rows that are ready for figures: 12 months of 20 measures in 20 practices.</summary>
    public const int EntryRows = 5000;

    public const int FirstEntry = 2;
    public const int LastEntry = FirstEntry + EntryRows - 1;

    public const int SettingColumn = 4;
    public const int MonthRow = 7;
    public const int YearRow = 8;
    public const int QuarterRow = 9;

    public const int FirstMeasure = 4;

    public static ImmutableArray<DefinedPlace> Names(int measures, int version) =>
    [
        Column("practices", Practices, 1, FirstPractice, LastPractice),
        new("month_shown", A1.On(Practices, A1.Fixed(MonthRow, SettingColumn))),
        new("year_start", A1.On(Practices, A1.Fixed(YearRow, SettingColumn))),
        new("quarter_shown", A1.On(Practices, A1.Fixed(QuarterRow, SettingColumn))),
        new("protocol_version", A1.On(ReadMe, A1.Fixed(version, 2))),
        .. MeasureColumns.Select((name, i) => Column(name, Measures, i + 1, FirstMeasure, FirstMeasure + measures - 1)),
        .. EntryColumn.All.Select((c, i) => Column($"entry_{c.Name}", Entry, i + 1, FirstEntry, LastEntry)),
        Column("entry_note", Entry, EntrySheet.Note, FirstEntry, LastEntry),
        Column("entry_check", Entry, EntrySheet.Check, FirstEntry, LastEntry),
    ];

    /// <summary>The columns of the sheet Measures, by which formulas look a measure up.</summary>
    public static readonly ImmutableArray<string> MeasureColumns =
    [
        "measure_name", "measure_title", "measure_kind", "measure_target", "measure_periods", "measure_dimensions", "measure_low", "measure_low_included", "measure_high",
        "measure_high_included", "measure_scale",
    ];

    private static DefinedPlace Column(string name, string sheet, int column, int first, int last) => new(name, A1.On(sheet, A1.FixedRange(first, column, last, column)));

    /// <summary>The sum of a column of the sheet Entry over the sound rows of a measure, period and dimension. The places are formulas.</summary>
    public static string Sum(string column, string measure, string period, string start, string? practice = null, string dimension = "\"all\"", string? value = null) =>
        $"SUMIFS(entry_{column},{Criteria(measure, period, start, practice, dimension, value)})";

    /// <summary>How many sound rows there are.</summary>
    public static string Count(string measure, string period, string start, string? practice = null, string dimension = "\"all\"", string? value = null) =>
        $"COUNTIFS({Criteria(measure, period, start, practice, dimension, value)})";

    /// <summary>How many of them are of a part period.</summary>
    public static string CountPart(string measure, string period, string start, string? practice = null, string dimension = "\"all\"", string? value = null) =>
        $"COUNTIFS({Criteria(measure, period, start, practice, dimension, value)},entry_note,\"part period*\")";

    private static string Criteria(string measure, string period, string start, string? practice, string dimension, string? value) => string.Create(
        CultureInfo.InvariantCulture,
        $"entry_measure,{measure},entry_period,{period},entry_period_start,{start},entry_dimension,{dimension},entry_check,\"ok\"{(practice is null ? "" : $",entry_practice,{practice}")}{(value is null ? "" : $",entry_value,{value}")}");
}
