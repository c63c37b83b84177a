using System.Collections.Immutable;
using PcnMedOpt.Emit.Office;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>The dashboard of a pack that has measures: figures are entered on one sheet, and every other sheet works with them.</summary>
internal static class DashboardWorkbook
{
    public static OutputFile? Of(PageMeta meta, PageContents contents)
    {
        if (contents.Measures.IsEmpty) return null;
        var measures = DashboardMeasure.Of(contents);
        var english = contents.English();
        var shown = ShownPeriods.Before(meta.Today);
        var (readMe, versionRow) = ReadMe(meta);
        ImmutableArray<Sheet> sheets =
        [
            readMe,
            PracticesSheet.Of(shown),
            EntrySheet.Of(),
            SummarySheet.Of(measures, meta, shown),
            ByPracticeSheet.Of(measures, shown),
            ReturnSheet.Of(measures, meta, shown),
            .. measures.Select(m => MeasureSheet.Of(m, contents, english, meta, shown)),
            MeasuresSheet.Of(measures),
            Periods.ChartData(measures, shown.YearStart),
        ];
        var workbook = new Workbook(OfficeProperties.Of(meta, $"{meta.Title}: dashboard and quarterly return"), WorkbookFront.Footer(meta), sheets, Places.Names(measures.Length, versionRow));
        return OutputFile.Of($"{WorkbookFront.Folder}{meta.Name}-dashboard.xlsx", WorkbookWriter.Write(workbook)) with { Title = "Dashboard and quarterly return (Excel)" };
    }

    private static (Sheet Sheet, int VersionRow) ReadMe(PageMeta meta) => WorkbookFront.Of(meta, "Dashboard and quarterly return",
    [
        ("What it is", "Figures of the measures of this pack, by practice and period, against their targets, with a return to the ICB for each quarter. It works out shares, totals and comparisons; it finds no patients and holds none."),
        ("1. Practices", "Write the names of the practices on the sheet Practices, and choose the month, the year and the quarter that the other sheets show."),
        ("2. Entry", "One row for each practice, measure and period. Type it, or paste the rows of a file data.csv as values: its columns are the same. The column check says ok, or what is wrong with the row. A row that is not ok is counted nowhere."),
        ("3. Summary", "All measures of the network in the month that is shown. Look first at the number of rows that are counted nowhere."),
        ("4. Return", "Where a target is not met, the quarterly return asks for a narrative of the exception."),
        ("Parts of a figure", "A row with the dimension all is the whole figure. Rows by age band, sex or reason are parts of it, and never added to it. Reasons may add up to more than the whole, for a patient may have several."),
        ("Part period", "A figure that was worked out before the last day of its period is marked: part period. One with nobody to count over is shown as “none”, and not as 0 %."),
        ("Small numbers", "A figure of a few patients may point at one of them. Follow the network's rule on small numbers before a sheet leaves it."),
        ("Protection", "Cells that formulas fill are locked, without a password, so that nobody overwrites one by mistake: Review, Unprotect sheet. Yellow cells are to be filled in."),
    ]);
}
