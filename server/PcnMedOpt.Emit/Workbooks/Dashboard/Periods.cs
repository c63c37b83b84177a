using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>The periods that tables and charts run over, and the sheet that the charts are drawn from.</summary>
internal static class Periods
{
    private const int First = 3;

    /// <summary>A year of months, two of quarters, five years.</summary>
    public static int CountOf(ReportingPeriod period) => period switch { ReportingPeriod.Monthly => 12, ReportingPeriod.Quarterly => 8, _ => 5 };

    /// <summary>The start of the period with this index, as a formula: months run over the year that is shown, quarters end with it, and it is the last of the years.</summary>
    public static string StartFormula(ReportingPeriod period, int index) => string.Create(CultureInfo.InvariantCulture, $"EDATE(year_start,{MonthsAfter(period, index)})");

    public static int MonthsAfter(ReportingPeriod period, int index) => period switch
    {
        ReportingPeriod.Monthly => index,
        ReportingPeriod.Quarterly => 3 * index - 12,
        _ => 12 * (index - 4),
    };

    /// <summary>The chart of a measure over its shortest period.</summary>
    public static SheetChart Chart(DashboardMeasure measure, int row, int column, int rows, int columns)
    {
        var series = ImmutableArray.CreateBuilder<ChartSeries>();
        series.Add(new ChartSeries("Network", Range(measure, 1), Palette.Accent, false));
        if (measure.HasTarget && measure.Bounds.LowShare is not null) series.Add(new ChartSeries(measure.Bounds.HighShare is null ? "Target, at least" : "Target, from", Range(measure, 2), Palette.Warn, true));
        if (measure.HasTarget && measure.Bounds.HighShare is not null) series.Add(new ChartSeries(measure.Bounds.LowShare is null ? "Target, at most" : "Target, to", Range(measure, 3), Palette.Warn, true));
        return new SheetChart(
            measure.IsCount ? "Counted in the network" : "Percent in the network",
            $"{measure.Measure.Title}: the network by {ReportingPeriods.WordOf(measure.Period)}. The table beside it has the same figures.",
            Range(measure, 0),
            NumberForm.Month,
            series.DrainToImmutable(),
            !measure.IsCount,
            row,
            column,
            rows,
            columns);
    }

    /// <summary>
    /// What the charts are drawn from: a sheet that is not shown. A chart draws every text as 0, and only the error #N/A as a gap, so that it cannot be drawn from the table beside it.
    /// </summary>
    public static Sheet ChartData(ImmutableArray<DashboardMeasure> measures, DateOnly yearStart)
    {
        var sheet = new SheetBuilder(Places.ChartData) { IsHidden = true }.Text(1, 1, "What the charts are drawn from. #N/A is a gap in a line.", CellStyle.Note);
        foreach (var measure in measures)
        {
            var column = 4 * (measure.Number - 1) + 1;
            sheet.Text(2, column, measure.Name, CellStyle.Label);
            for (var i = 0; i < CountOf(measure.Period); i++)
            {
                var (row, start) = (First + i, A1.Of(First + i, column));
                var (name, word) = (A1.Quoted(measure.Name), A1.Quoted(ReportingPeriods.WordOf(measure.Period)));
                sheet.Formula(row, column, StartFormula(measure.Period, i), new DayCell(yearStart.AddMonths(MonthsAfter(measure.Period, i))), CellStyle.Plain with { Form = NumberForm.Month });
                var (counted, outOf) = (Places.Sum("numerator", name, word, start), Places.Sum("denominator", name, word, start));
                sheet.Formula(
                    row,
                    column + 1,
                    measure.IsCount ? $"IF({Places.Count(name, word, start)}=0,NA(),{counted})" : $"IF({outOf}=0,NA(),{counted}/{outOf})",
                    new NotAvailableCell(),
                    CellStyle.Plain with { Form = measure.IsCount ? NumberForm.Whole : NumberForm.Percent });
                if (measure.HasTarget && measure.Bounds.LowShare is { } low) sheet.Number(row, column + 2, low, CellStyle.Plain with { Form = NumberForm.Percent });
                if (measure.HasTarget && measure.Bounds.HighShare is { } high) sheet.Number(row, column + 3, high, CellStyle.Plain with { Form = NumberForm.Percent });
            }
        }
        return sheet.Build();
    }

    private static string Range(DashboardMeasure measure, int part)
    {
        var column = 4 * (measure.Number - 1) + 1 + part;
        return A1.On(Places.ChartData, A1.FixedRange(First, column, First + CountOf(measure.Period) - 1, column));
    }
}
