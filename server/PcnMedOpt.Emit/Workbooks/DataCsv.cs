using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Workbooks.Dashboard;

namespace PcnMedOpt.Emit.Workbooks;

/// <summary>An empty file with the head of the data contract (docs/data-contract.md): what an extract fills, and what the sheet Entry takes.</summary>
internal static class DataCsv
{
    public const string FileName = $"{WorkbookFront.Folder}data.csv";

    public static OutputFile Of() => OutputFile.Of(FileName, string.Join(',', EntryColumn.All.Select(c => $"\"{c.Name}\"")) + "\r\n") with { Title = "Figures, one a row: an empty file (CSV)" };
}
