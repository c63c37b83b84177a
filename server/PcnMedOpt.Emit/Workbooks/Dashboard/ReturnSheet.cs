using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>
/// The quarterly return to the ICB: each measure against its target and the quarter before, a narrative for each exception, the cohorts by reason, and who signs. No
/// national form of it could be read: an ICB that has its own is sent the figures from here.
/// </summary>
internal static class ReturnSheet
{
    private const int LastColumn = 10;
    private const int Narrative = 10;

    private static readonly ImmutableArray<string> Heads =
        ["Measure", "Figure of", "From", "Counted", "Out of", "Percent", "Quarter before", "Target", "Target met?", "Exception narrative (what happened, what is done, by whom, by when)"];

    public static Sheet Of(ImmutableArray<DashboardMeasure> measures, PageMeta meta, ShownPeriods shown)
    {
        var sheet = new SheetBuilder(Places.Return).Columns(52, 9, 11, 10, 10, 10, 11, 16, 12, 60);
        sheet.Across(1, 1, LastColumn, "Quarterly medicines optimisation return", CellStyle.Title);
        if (meta.Warning is { } warning) sheet.Across(2, 1, LastColumn, warning, CellStyle.Warning);
        sheet.Text(3, 1, "Quarter that begins in (choose it on the sheet Practices)", CellStyle.Label).Formula(3, 2, "quarter_shown", new DayCell(shown.Quarter), CellStyle.Label with { Form = NumberForm.Month, Across = Across.Left });
        sheet.Merge(3, 2, 3, 3, CellStyle.Label);
        sheet.Text(4, 1, "Primary care network", CellStyle.Label).Blank(4, 2, CellStyle.Input).Merge(4, 2, 4, 5, CellStyle.Input);
        sheet.Text(5, 1, "Integrated care board", CellStyle.Label).Blank(5, 2, CellStyle.Input).Merge(5, 2, 5, 5, CellStyle.Input);
        const string note = "A measure that is reported by month alone shows the last month of the quarter, and the last month of the quarter before; one that is reported by year alone shows the year in which the quarter lies, and the year before.";
        sheet.Across(6, 1, LastColumn, note, CellStyle.Note);
        sheet.Across(8, 1, LastColumn, "Measures", CellStyle.Heading);
        for (var i = 0; i < Heads.Length; i++) sheet.Text(9, i + 1, Heads[i], CellStyle.Head);
        foreach (var measure in measures) Line(sheet, measure, 9 + measure.Number, shown);
        var last = 9 + measures.Length;
        sheet.Highlight(A1.Range(10, 9, last, 9), "I10=\"not met\"", Highlight.Attention);
        sheet.Highlight(A1.Range(10, Narrative, last, Narrative), "AND($I10=\"not met\",$J10=\"\")", Highlight.Attention);
        var needed = $"SUMPRODUCT(({A1.FixedRange(10, 9, last, 9)}=\"not met\")*({A1.FixedRange(10, Narrative, last, Narrative)}=\"\"))";
        sheet.Text(last + 1, 1, "Exception narratives that are still to be written", CellStyle.Label).Formula(last + 1, 2, needed, new NumberCell(0), CellStyle.Label with { Form = NumberForm.Whole, Across = Across.Left });
        sheet.Highlight(A1.Range(last + 1, 1, last + 1, 2), $"$B${last + 1}>0", Highlight.Attention);
        var row = Breakdown(sheet, measures, last + 3, shown);
        Signatures(sheet, row + 1);
        return sheet.Build();
    }

    /// <summary>The last period of this kind within the quarter: its last month, itself, the year in which it lies.</summary>
    private static string Start(ReportingPeriod period) => period switch
    {
        ReportingPeriod.Monthly => "EDATE(quarter_shown,2)",
        ReportingPeriod.Quarterly => "quarter_shown",
        _ => DashboardMeasure.StartFormula(ReportingPeriod.Yearly, "quarter_shown"),
    };

    private static DateOnly StartOf(ReportingPeriod period, DateOnly quarter) => period switch
    {
        ReportingPeriod.Monthly => quarter.AddMonths(2),
        ReportingPeriod.Quarterly => quarter,
        _ => ReportingPeriods.StartOf(period, quarter),
    };

    private static void Line(SheetBuilder sheet, DashboardMeasure measure, int row, ShownPeriods shown)
    {
        var (name, word) = (A1.Quoted(measure.Name), A1.Quoted(ReportingPeriods.WordOf(measure.ReturnPeriod)));
        var (start, before) = ($"$C{row}", measure.ReturnPeriod == ReportingPeriod.Yearly ? $"EDATE($C{row},-12)" : $"EDATE($C{row},-3)");
        string Rows(string from) => Places.Count(name, word, from);
        string Sum(string column, string from) => Places.Sum(column, name, word, from);
        var number = CellStyle.Body with { Form = NumberForm.Whole };
        var share = CellStyle.Body with { Form = NumberForm.Percent };
        sheet.Text(row, 1, measure.Measure.Title, CellStyle.Body).Text(row, 2, ReportingPeriods.WordOf(measure.ReturnPeriod), CellStyle.Body);
        sheet.Formula(row, 3, Start(measure.ReturnPeriod), new DayCell(StartOf(measure.ReturnPeriod, shown.Quarter)), CellStyle.Body with { Form = NumberForm.Month });
        sheet.Formula(row, 4, $"IF({Rows(start)}=0,\"\",{Sum("numerator", start)})", CellValue.Empty, number);
        if (measure.IsCount)
        {
            sheet.Text(row, 5, "count", number).Text(row, 6, "count", CellStyle.Body);
            sheet.Formula(row, 7, $"IF({Rows(before)}=0,\"\",{Sum("numerator", before)})", CellValue.Empty, number);
            sheet.Text(row, 8, "count", CellStyle.Body).Text(row, 9, "count", CellStyle.Body);
        }
        else
        {
            sheet.Formula(row, 5, $"IF({Rows(start)}=0,\"\",{Sum("denominator", start)})", CellValue.Empty, number);
            sheet.Formula(row, 6, $"IF(E{row}=\"\",\"\",IF(E{row}=0,\"none\",D{row}/E{row}))", CellValue.Empty, share);
            sheet.Formula(row, 7, $"IF({Rows(before)}=0,\"\",IF({Sum("denominator", before)}=0,\"none\",{Sum("numerator", before)}/{Sum("denominator", before)}))", CellValue.Empty, share);
            sheet.Text(row, 8, measure.TargetWords, CellStyle.Body);
            var met = measure.HasTarget ? $"IF(E{row}=\"\",\"no figures\",IF(E{row}=0,\"none\",IF({measure.Bounds.IsMet($"D{row}", $"E{row}")},\"met\",\"not met\")))" : $"IF(E{row}=\"\",\"no figures\",\"no target\")";
            sheet.Formula(row, 9, met, new TextCell("no figures"), CellStyle.Body);
        }
        sheet.Blank(row, Narrative, CellStyle.Input with { Form = NumberForm.Text });
    }

    /// <summary>The cohorts that are broken down by reason; gives the next free row.</summary>
    private static int Breakdown(SheetBuilder sheet, ImmutableArray<DashboardMeasure> measures, int row, ShownPeriods shown)
    {
        sheet.Across(row, 1, LastColumn, "Cohorts by reason", CellStyle.Heading);
        var broken = measures.Where(m => !m.Reasons.IsEmpty).ToList();
        if (broken.Count == 0)
        {
            sheet.Across(row + 1, 1, LastColumn, "No measure of this pack is broken down by reason.", CellStyle.Prose);
            return row + 3;
        }
        sheet.Across(row + 1, 1, LastColumn, "A reason is an include criterion of the cohort. A patient may count under several, so that the reasons may add up to more than the whole.", CellStyle.Note);
        row += 2;
        ImmutableArray<string> heads = ["Measure and reason", "Figure of", "From", "Counted", "Out of", "Percent"];
        foreach (var measure in broken)
        {
            for (var i = 0; i < heads.Length; i++) sheet.Text(row, i + 1, i == 0 ? measure.Measure.Title : heads[i], CellStyle.Head);
            foreach (var reason in measure.Reasons) Reason(sheet, measure, reason, ++row, shown);
            row += 2;
        }
        return row;
    }

    private static void Reason(SheetBuilder sheet, DashboardMeasure measure, string reason, int row, ShownPeriods shown)
    {
        var (name, word, start, value) = (A1.Quoted(measure.Name), A1.Quoted(ReportingPeriods.WordOf(measure.ReturnPeriod)), $"$C{row}", $"\"=\"&$A{row}");
        var number = CellStyle.Body with { Form = NumberForm.Whole };
        string Sum(string column) => Places.Sum(column, name, word, start, dimension: "\"reason\"", value: value);
        var none = $"{Places.Count(name, word, start, dimension: "\"reason\"", value: value)}=0";
        sheet.Text(row, 1, reason, CellStyle.Body).Text(row, 2, ReportingPeriods.WordOf(measure.ReturnPeriod), CellStyle.Body);
        sheet.Formula(row, 3, Start(measure.ReturnPeriod), new DayCell(StartOf(measure.ReturnPeriod, shown.Quarter)), CellStyle.Body with { Form = NumberForm.Month });
        sheet.Formula(row, 4, $"IF({none},\"\",{Sum("numerator")})", CellValue.Empty, number);
        if (measure.IsCount) sheet.Text(row, 5, "count", number).Text(row, 6, "count", CellStyle.Body);
        else
        {
            sheet.Formula(row, 5, $"IF({none},\"\",{Sum("denominator")})", CellValue.Empty, number);
            sheet.Formula(row, 6, $"IF(E{row}=\"\",\"\",IF(E{row}=0,\"none\",D{row}/E{row}))", CellValue.Empty, CellStyle.Body with { Form = NumberForm.Percent });
        }
    }

    private static void Signatures(SheetBuilder sheet, int row)
    {
        sheet.Across(row, 1, LastColumn, "Signed", CellStyle.Heading);
        ImmutableArray<string> who = ["Prepared by (name, role, date)", "Checked by the lead pharmacist (name, date)", "Approved by the clinical director (name, date)"];
        for (var i = 0; i < who.Length; i++)
        {
            sheet.Text(row + 1 + i, 1, who[i], CellStyle.Label).Blank(row + 1 + i, 2, CellStyle.Input).Merge(row + 1 + i, 2, row + 1 + i, 9, CellStyle.Input).Height(row + 1 + i, 22);
        }
    }
}
