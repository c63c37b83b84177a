using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>All measures of the network in the month that is shown, against the period before and the target; and the rows that are counted nowhere.</summary>
internal static class SummarySheet
{
    private const int First = 7;
    private const int LastColumn = 11;

    private static readonly ImmutableArray<string> Heads =
        ["Measure", "Period", "From", "Counted", "Out of", "Percent", "Period before", "Change", "Target", "Target met?", "Practices with figures"];

    public static Sheet Of(ImmutableArray<DashboardMeasure> measures, PageMeta meta, ShownPeriods shown)
    {
        var sheet = new SheetBuilder(Places.Summary) { FrozenRows = First - 1, HeadRows = (First - 1, First - 1) }.Columns(56, 9, 11, 10, 10, 10, 11, 10, 16, 12, 14);
        sheet.Across(1, 1, LastColumn, $"{meta.Title}: summary", CellStyle.Title);
        if (meta.Warning is { } warning) sheet.Across(2, 1, LastColumn, warning, CellStyle.Warning);
        sheet.Text(3, 1, "Month that is shown (choose it on the sheet Practices)", CellStyle.Label).Formula(3, 2, "month_shown", new DayCell(shown.Month), CellStyle.Label with { Form = NumberForm.Month, Across = Across.Left });
        sheet.Merge(3, 2, 3, 4, CellStyle.Label with { Form = NumberForm.Month, Across = Across.Left });
        var wrong = string.Create(CultureInfo.InvariantCulture, $"SUMPRODUCT((entry_check<>\"\")*(entry_check<>\"ok\"))+COUNTA({A1.On(Places.Entry, A1.FixedRange(Places.LastEntry + 1, 1, Places.LastEntry + 20000, 1))})");
        sheet.Text(4, 1, "Rows of the sheet Entry that are counted nowhere, as their check says, or for want of room", CellStyle.Label).Formula(4, 2, wrong, new NumberCell(0), CellStyle.Label with { Form = NumberForm.Whole, Across = Across.Left });
        sheet.Highlight("A4:B4", "$B$4>0", Highlight.Attention);
        for (var i = 0; i < Heads.Length; i++) sheet.Text(First - 1, i + 1, Heads[i], CellStyle.Head);
        foreach (var measure in measures) Line(sheet, measure, First + measure.Number - 1, shown);
        sheet.Highlight(A1.Range(First, 10, First + measures.Length - 1, 10), $"J{First}=\"not met\"", Highlight.Attention);
        return sheet.Build();
    }

    private static void Line(SheetBuilder sheet, DashboardMeasure measure, int row, ShownPeriods shown)
    {
        var (name, word) = (A1.Quoted(measure.Name), A1.Quoted(ReportingPeriods.WordOf(measure.Period)));
        var (start, before) = ($"$C{row}", $"EDATE($C{row},-{DashboardMeasure.MonthsOf(measure.Period)})");
        var number = CellStyle.Body with { Form = NumberForm.Whole };
        var share = CellStyle.Body with { Form = measure.IsCount ? NumberForm.Whole : NumberForm.Percent };
        sheet.Text(row, 1, measure.Measure.Title, CellStyle.Body).Text(row, 2, ReportingPeriods.WordOf(measure.Period), CellStyle.Body);
        sheet.Formula(row, 3, DashboardMeasure.StartFormula(measure.Period, "month_shown"), new DayCell(ReportingPeriods.StartOf(measure.Period, shown.Month)), CellStyle.Body with { Form = NumberForm.Month });
        sheet.Formula(row, 4, $"IF($K{row}=0,\"\",{Places.Sum("numerator", name, word, start)})", CellValue.Empty, number);
        if (measure.IsCount)
        {
            sheet.Text(row, 5, "count", number).Text(row, 6, "count", CellStyle.Body);
            sheet.Formula(row, 7, $"IF({Places.Count(name, word, before)}=0,\"\",{Places.Sum("numerator", name, word, before)})", CellValue.Empty, number);
            sheet.Formula(row, 8, $"IF(OR(D{row}=\"\",G{row}=\"\"),\"\",D{row}-G{row})", CellValue.Empty, number);
            sheet.Text(row, 9, "count", CellStyle.Body).Text(row, 10, "count", CellStyle.Body);
        }
        else
        {
            sheet.Formula(row, 5, $"IF($K{row}=0,\"\",{Places.Sum("denominator", name, word, start)})", CellValue.Empty, number);
            sheet.Formula(row, 6, $"IF(E{row}=\"\",\"\",IF(E{row}=0,\"none\",D{row}/E{row}))", CellValue.Empty, share);
            sheet.Formula(
                row, 7, $"IF({Places.Count(name, word, before)}=0,\"\",IF({Places.Sum("denominator", name, word, before)}=0,\"none\",{Places.Sum("numerator", name, word, before)}/{Places.Sum("denominator", name, word, before)}))", CellValue.Empty, share);
            sheet.Formula(row, 8, $"IF(AND(ISNUMBER(F{row}),ISNUMBER(G{row})),F{row}-G{row},\"\")", CellValue.Empty, share with { Form = NumberForm.Points });
            sheet.Text(row, 9, measure.TargetWords, CellStyle.Body);
            var met = measure.HasTarget ? $"IF(E{row}=\"\",\"\",IF(E{row}=0,\"none\",IF({measure.Bounds.IsMet($"D{row}", $"E{row}")},\"met\",\"not met\")))" : $"IF(E{row}=\"\",\"\",\"no target\")";
            sheet.Formula(row, 10, met, CellValue.Empty, CellStyle.Body);
        }
        sheet.Formula(row, 11, Places.Count(name, word, start), new NumberCell(0), number);
    }
}
