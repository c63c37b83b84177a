using PcnMedOpt.Emit.Office.Sheets;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>The practices of the network, and what the other sheets show.</summary>
internal static class PracticesSheet
{
    public static Sheet Of(ShownPeriods shown)
    {
        var sheet = new SheetBuilder(Places.Practices) { FrozenRows = Places.FirstPractice - 1, HeadRows = (Places.FirstPractice - 1, Places.FirstPractice - 1) }.Columns(40, 3, 34, 16, 60);
        sheet.Text(1, 1, "Practices and periods", CellStyle.Title);
        sheet.Across(2, 1, 5, "Write the name of each practice once, here; every other sheet offers these names. Then choose what the other sheets show.", CellStyle.Prose);
        sheet.Across(3, 1, 5, "Yellow cells are to be filled in. Do not sort the names afterwards: figures are found by name, but a name that is changed here must be changed on the sheet Entry too.", CellStyle.Note);
        var head = Places.FirstPractice - 1;
        sheet.Text(head, 1, "Practice", CellStyle.Head).Text(head, 3, "Shown on the other sheets", CellStyle.Head).Text(head, 4, "Value", CellStyle.Head).Text(head, 5, "What it does", CellStyle.Head);
        for (var row = Places.FirstPractice; row <= Places.LastPractice; row++) sheet.Blank(row, 1, CellStyle.Input with { Form = NumberForm.Text });
        var names = A1.Range(Places.FirstPractice, 1, Places.LastPractice, 1);
        sheet.Validate(new Validation(names, EntryKind.Custom, "COUNTIF(practices,\"=\"&A7)=1", "Practice", "Each name once, and short enough to read in a table.", Strict: false));
        sheet.Highlight(names, "AND(A7<>\"\",COUNTIF(practices,\"=\"&A7)>1)", Highlight.Attention);
        Setting(sheet, Places.MonthRow, "Month", shown.Month, "The summary and the sheets of the measures show this month, and the quarter and the year in which it lies.");
        Setting(sheet, Places.YearRow, "First month of the year", shown.YearStart, "Tables and charts run over 12 months from here. NHS years begin in April.");
        Setting(sheet, Places.QuarterRow, "First month of the quarter", shown.Quarter, "The quarterly return is made for this quarter: January, April, July or October.");
        sheet.Validate(new Validation(A1.Of(Places.QuarterRow, Places.SettingColumn), EntryKind.Custom, "AND(ISNUMBER(D9),DAY(D9)=1,MOD(MONTH(D9),3)=1)", "Quarter", "The first day of January, April, July or October."));
        sheet.Validate(new Validation(
            A1.Range(Places.MonthRow, Places.SettingColumn, Places.YearRow, Places.SettingColumn), EntryKind.Custom, "AND(ISNUMBER(D7),DAY(D7)=1)", "Month", "The first day of a month, such as 01/10/2026."));
        return sheet.Build();
    }

    private static void Setting(SheetBuilder sheet, int row, string name, DateOnly value, string what) =>
        sheet.Text(row, 3, name, CellStyle.Body).Day(row, Places.SettingColumn, value, CellStyle.Input with { Form = NumberForm.Day }).Text(row, 5, what, CellStyle.Body);
}
