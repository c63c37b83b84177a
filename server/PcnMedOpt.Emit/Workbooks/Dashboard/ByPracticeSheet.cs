using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>One measure that the user chooses, practice by practice over the 12 months that are shown.</summary>
internal static class ByPracticeSheet
{
    private const int MonthsRow = 6;
    private const int First = 7;
    private const int Months = 12;

    public static Sheet Of(ImmutableArray<DashboardMeasure> measures, ShownPeriods shown)
    {
        var sheet = new SheetBuilder(Places.ByPractice) { FrozenRows = MonthsRow, FrozenColumns = 1, HeadRows = (MonthsRow, MonthsRow) };
        sheet.Columns(32, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10, 10);
        sheet.Text(1, 1, "Practices over the year", CellStyle.Title);
        sheet.Text(3, 1, "Measure (choose one)", CellStyle.Label).Text(3, 2, measures[0].Name, CellStyle.Input with { Wrap = false }).Merge(3, 2, 3, 5, CellStyle.Input with { Wrap = false });
        sheet.Validate(new Validation("B3", EntryKind.OneOf, "measure_name", "Measure", "Choose one of the measures of this workbook."));
        sheet.Formula(4, 1, "IFERROR(INDEX(measure_title,MATCH($B$3,measure_name,0)),\"This measure is not on the sheet Measures.\")", new TextCell(measures[0].Measure.Title), CellStyle.Label with { Wrap = false });
        sheet.Text(5, 1, "Monthly figures; a measure that is reported by quarter or year is on its own sheet. A share is a percentage, a count is a number; “none” has an empty denominator.", CellStyle.Note with { Wrap = false });
        sheet.Text(MonthsRow, 1, "Practice", CellStyle.Head);
        for (var i = 0; i < Months; i++)
            sheet.Formula(MonthsRow, 2 + i, Periods.StartFormula(ReportingPeriod.Monthly, i), new DayCell(shown.YearStart.AddMonths(i)), CellStyle.Head with { Form = NumberForm.Month, Across = Across.Centre });
        Lines(sheet);
        sheet.Highlight(
            A1.Range(First, 2, First + Places.MostPractices - 1, 1 + Months), "INDEX(measure_kind,MATCH($B$3,measure_name,0))=\"count\"", Highlight.AsCount);
        return sheet.Build();
    }

    private static void Lines(SheetBuilder sheet)
    {
        var last = First + Places.MostPractices - 1;
        sheet.FormulaDown(First, 1, last, $"INDEX(practices,ROW()-{First - 1})&\"\"", CellValue.Empty, CellStyle.Body);
        for (var i = 0; i < Months; i++)
        {
            var (practice, start) = ($"\"=\"&$A{First}", $"{A1.Column(2 + i)}${MonthsRow}");
            string Sum(string column) => Places.Sum(column, "$B$3", "\"month\"", start, practice);
            var share = $"IF({Sum("denominator")}=0,\"none\",{Sum("numerator")}/{Sum("denominator")})";
            var figure = $"IF(INDEX(measure_kind,MATCH($B$3,measure_name,0))=\"count\",{Sum("numerator")},{share})";
            sheet.FormulaDown(
                First, 2 + i, last, $"IF($A{First}=\"\",\"\",IF({Places.Count("$B$3", "\"month\"", start, practice)}=0,\"\",{figure}))", CellValue.Empty, CellStyle.Body with { Form = NumberForm.Percent });
        }
    }
}
