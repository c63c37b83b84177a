using System.Collections.Immutable;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>The list of measures, from which formulas take what they need of each.</summary>
internal static class MeasuresSheet
{
    private static readonly ImmutableArray<string> Heads =
        ["Name", "Title", "Kind", "Target", "Reported by", "Dimensions", "Lower bound", "Is met at it", "Upper bound", "Is met at it", "Bounds are % times"];

    public static Sheet Of(ImmutableArray<DashboardMeasure> measures)
    {
        var sheet = new SheetBuilder(Places.Measures) { FrozenRows = 3, HeadRows = (3, 3) }.Columns(30, 60, 9, 22, 16, 24, 10, 10, 10, 10, 11);
        sheet.Text(1, 1, "Measures of this workbook", CellStyle.Title);
        for (var i = 0; i < Heads.Length; i++) sheet.Text(3, i + 1, Heads[i], CellStyle.Head);
        foreach (var measure in measures)
        {
            var row = Places.FirstMeasure + measure.Number - 1;
            var bounds = measure.Bounds;
            sheet.Text(row, 1, measure.Name, CellStyle.Body).Text(row, 2, measure.Measure.Title, CellStyle.Body).Text(row, 3, measure.IsCount ? "count" : "share", CellStyle.Body);
            sheet.Text(row, 4, measure.HasTarget ? measure.TargetWords : "No target", CellStyle.Body).Text(row, 5, measure.PeriodWords, CellStyle.Body).Text(row, 6, measure.Dimensions, CellStyle.Body);
            sheet.Number(row, 7, bounds.Low, CellStyle.Body).Text(row, 8, bounds.LowIncluded ? "yes" : "no", CellStyle.Body);
            sheet.Number(row, 9, bounds.High, CellStyle.Body).Text(row, 10, bounds.HighIncluded ? "yes" : "no", CellStyle.Body).Number(row, 11, bounds.Scale, CellStyle.Body);
        }
        return sheet.Build();
    }
}
