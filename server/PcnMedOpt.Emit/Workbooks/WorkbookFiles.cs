using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Model.Registers;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Workbooks.Checklists;
using PcnMedOpt.Emit.Workbooks.Dashboard;
using PcnMedOpt.Emit.Workbooks.Registers;

namespace PcnMedOpt.Emit.Workbooks;

/// <summary>The workbooks of a pack: those that its members call for.</summary>
internal static class WorkbookFiles
{
    public static IEnumerable<OutputFile> Of(Compilation compilation, Pack pack, PageMeta meta, PageContents contents)
    {
        IEnumerable<T> Members<T>()
            where T : class => pack.Members.Select(m => m.Name).Distinct(StringComparer.Ordinal).Select(compilation.Model<T>).OfType<T>();
        if (DashboardWorkbook.Of(meta, contents) is { } dashboard)
        {
            yield return dashboard;
            yield return DataCsv.Of();
        }
        if (RegistersWorkbook.Of(meta, contents, [.. Members<Register>()]) is { } registers) yield return registers;
        if (ChecklistsWorkbook.Of(meta, contents, [.. Members<Checklist>()]) is { } checklists) yield return checklists;
        if (CapacityWorkbook.Of(meta, Members<Template>()) is { } capacity) yield return capacity;
    }
}
