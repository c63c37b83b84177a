using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Office;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Workbooks.Checklists;

/// <summary>The checklists of a pack, a sheet each: a year of months, and for each item a box in the months in which it is due.</summary>
internal static class ChecklistsWorkbook
{
    private const int HeadRow = 6;
    private const int First = HeadRow + 1;
    private const int FirstMonth = 4;
    private const int Months = 12;
    private const int Done = FirstMonth + Months;
    private const int Where = Done + 1;

    private static readonly ImmutableArray<(string Label, string Text)> Use =
    [
        ("What it is", "A sheet for each checklist, for one NHS year. Choose its first month, and answer yes, no or n/a in the yellow box when an item is due: each month, at the end of each quarter, or at the end of the year."),
        ("Evidence", "Write where the evidence is kept. What a measure or another part of the pack shows is named beside the item."),
        ("A new year", "Keep the file, and begin the new year with the empty one of the pack."),
    ];

    public static OutputFile? Of(PageMeta meta, PageContents contents, ImmutableArray<Checklist> checklists)
    {
        if (checklists.IsEmpty) return null;
        var tabs = new Tabs("Read me");
        var (readMe, _) = WorkbookFront.Of(meta, checklists.Length == 1 ? "Checklist" : "Checklists", [.. Use, .. checklists.SelectMany(c => About(contents, c))]);
        var yearStart = ReportingPeriods.StartOf(ReportingPeriod.Yearly, meta.Today);
        ImmutableArray<Sheet> sheets = [readMe, .. checklists.Select(c => SheetOf(c, tabs.Of(c.Name), contents, meta, yearStart))];
        var workbook = new Workbook(OfficeProperties.Of(meta, $"{meta.Title}: checklists"), WorkbookFront.Footer(meta), sheets, []);
        return OutputFile.Of($"{WorkbookFront.Folder}{meta.Name}-checklists.xlsx", WorkbookWriter.Write(workbook)) with { Title = "Checklists (Excel)" };
    }

    private static IEnumerable<(string Label, string Text)> About(PageContents contents, Checklist checklist)
    {
        yield return (checklist.Title, checklist.Description is { } description ? GuidanceText.Plain(description) : $"The sheet {checklist.Name}.");
        foreach (var guide in checklist.Guides) yield return (guide.Title ?? "Guidance", GuidanceText.Plain(guide.Markdown));
        var sources = EvidenceText.Of(contents, checklist.Name, checklist.Cites.Concat(checklist.Items.SelectMany(i => i.Cites))).ToList();
        if (sources.Count > 0) yield return ("Evidence", string.Join('\n', sources));
    }

    private static Sheet SheetOf(Checklist checklist, string tab, PageContents contents, PageMeta meta, DateOnly yearStart)
    {
        var sheet = new SheetBuilder(tab) { FrozenRows = HeadRow, FrozenColumns = 1, HeadRows = (HeadRow, HeadRow) }.Columns(52, 30, 10);
        for (var i = 0; i < Months; i++) sheet.Columns(9);
        sheet.Columns(12, 40);
        sheet.Across(1, 1, Where, checklist.Title, CellStyle.Title);
        if (meta.Warning is { } warning) sheet.Across(2, 1, Where, warning, CellStyle.Warning);
        sheet.Text(3, 1, "First month of the year", CellStyle.Label).Day(3, 2, yearStart, CellStyle.Input with { Form = NumberForm.Day, Across = Across.Left });
        sheet.Validate(new Validation("B3", EntryKind.Custom, "AND(ISNUMBER(B3),DAY(B3)=1)", "First month", "The first day of a month: 01/04 for an NHS year."));
        sheet.Text(4, 1, "Practice or network", CellStyle.Label).Blank(4, 2, CellStyle.Input);
        sheet.Text(HeadRow, 1, "Item", CellStyle.Head).Text(HeadRow, 2, "Shown by", CellStyle.Head).Text(HeadRow, 3, "How often", CellStyle.Head);
        for (var i = 0; i < Months; i++) sheet.Formula(HeadRow, FirstMonth + i, $"EDATE($B$3,{i})", new DayCell(yearStart.AddMonths(i)), CellStyle.Head with { Form = NumberForm.Month, Across = Across.Centre });
        sheet.Text(HeadRow, Done, "Done", CellStyle.Head).Text(HeadRow, Where, "Where the evidence is kept, and notes", CellStyle.Head);
        for (var i = 0; i < checklist.Items.Length; i++) Line(sheet, checklist.Items[i], First + i, contents);
        var last = First + checklist.Items.Length - 1;
        sheet.Highlight(A1.Range(First, FirstMonth, last, Done - 1), $"{A1.Of(First, FirstMonth)}=\"no\"", Highlight.Attention);
        sheet.Highlight(A1.Range(First, FirstMonth, last, Done - 1), $"{A1.Of(First, FirstMonth)}=\"yes\"", Highlight.Good);
        sheet.Text(last + 2, 1, "Checked by (name, role, date)", CellStyle.Label).Blank(last + 2, 2, CellStyle.Input).Merge(last + 2, 2, last + 2, Done, CellStyle.Input).Height(last + 2, 22);
        return sheet.Build();
    }

    private static void Line(SheetBuilder sheet, ChecklistItem item, int row, PageContents contents)
    {
        sheet.Text(row, 1, item.Text, CellStyle.Body).Text(row, 2, ShownBy(item, contents), CellStyle.Body).Text(row, 3, item.Period is { } period ? $"each {ReportingPeriods.WordOf(period)}" : "once", CellStyle.Body);
        var boxes = 0;
        for (var i = 0; i < Months; i++)
        {
            if (IsDue(item.Period, i))
            {
                sheet.Blank(row, FirstMonth + i, CellStyle.Input with { Across = Across.Centre });
                sheet.Validate(new Validation(A1.Of(row, FirstMonth + i), EntryKind.OneOf, "\"yes,no,n/a\"", "Done?", "yes, no, or n/a where it does not apply."));
                boxes++;
            }
            else sheet.Text(row, FirstMonth + i, "–", CellStyle.Body with { Fill = Palette.Wash, Colour = Palette.Soft, Across = Across.Centre });
        }
        var range = A1.Range(row, FirstMonth, row, Done - 1);
        var all = string.Create(CultureInfo.InvariantCulture, $"{boxes}-COUNTIF({range},\"n/a\")");
        sheet.Formula(row, Done, $"COUNTIF({range},\"yes\")&\" of \"&({all})", new TextCell(string.Create(CultureInfo.InvariantCulture, $"0 of {boxes}")), CellStyle.Body with { Across = Across.Centre });
        sheet.Blank(row, Where, CellStyle.Input with { Form = NumberForm.Text });
    }

    /// <summary>Each month; the last month of each quarter; the last of the year, also for what is done once.</summary>
    private static bool IsDue(ReportingPeriod? period, int month) => period switch
    {
        ReportingPeriod.Monthly => true,
        ReportingPeriod.Quarterly => month % 3 == 2,
        _ => month == Months - 1,
    };

    private static string ShownBy(ChecklistItem item, PageContents contents) => item switch
    {
        { From: { } from } => $"{contents.TitleOf(from) ?? from}{(item.FromPart is { } part ? $", {part}" : "")}",
        { Evidence: EvidenceKind.File } => "A file",
        { Evidence: EvidenceKind.Note } => "A note",
        { Evidence: EvidenceKind.Link } => "A link",
        _ => "The protocol does not say",
    };
}
