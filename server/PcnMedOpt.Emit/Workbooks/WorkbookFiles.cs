using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Workbooks.Dashboard;

namespace PcnMedOpt.Emit.Workbooks;

/// <summary>The workbooks of a pack: those that its members call for.</summary>
internal static class WorkbookFiles
{
    public static IEnumerable<OutputFile> Of(PageMeta meta, PageContents contents)
    {
        if (DashboardWorkbook.Of(meta, contents) is not { } dashboard) yield break;
        yield return dashboard;
        yield return DataCsv.Of();
    }
}
