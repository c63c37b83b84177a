using System.Collections.Immutable;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>
/// The columns of the data contract (docs/data-contract.md): one row for each figure. The sheet Entry and the file data.csv begin with the same ones, so that rows of
/// the one can be pasted into the other.
/// </summary>
/// <param name="Name">In the head.</param>
/// <param name="What">What stands in it, for whoever fills it in.</param>
/// <param name="Width">Of the column, in characters.</param>
/// <param name="Form">How it is shown.</param>
internal sealed record EntryColumn(string Name, string What, decimal Width, NumberForm Form)
{
    public const int Practice = 1;
    public const int PeriodStart = 2;
    public const int Period = 3;
    public const int Measure = 4;
    public const int Dimension = 5;
    public const int Value = 6;
    public const int Numerator = 7;
    public const int Denominator = 8;
    public const int ReferenceDate = 9;
    public const int Version = 10;

    /// <summary>In the order of the numbers above.</summary>
    public static readonly ImmutableArray<EntryColumn> All =
    [
        new("practice", "The practice, as it is written on the sheet Practices.", 26, NumberForm.Text),
        new("period_start", "The first day of the period, such as 01/10/2026.", 13, NumberForm.Day),
        new("period", "month, quarter or year (NHS: years from April).", 10, NumberForm.Text),
        new("measure", "The name of the measure, as the sheet Measures lists it.", 28, NumberForm.Text),
        new("dimension", "all for the whole figure; age band, sex or reason for a part of it.", 12, NumberForm.Text),
        new("value", "Which part: the age band, the sex, or the reason. Empty for all.", 22, NumberForm.Text),
        new("numerator", "How many were counted: a whole number of 0 or more.", 12, NumberForm.Whole),
        new("denominator", "Out of how many: a whole number, not less than the numerator. Empty for a measure that is a count.", 13, NumberForm.Whole),
        new("reference_date", "The day on which the figure was worked out. The last day of the period; before it the figure is of a part period.", 15, NumberForm.Day),
        new("version", "The version of the protocol that it was counted with.", 10, NumberForm.Text),
    ];
}
