using PcnMedOpt.Emit.Office;
using PcnMedOpt.Emit.Office.Documents;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Workbooks;

namespace PcnMedOpt.Emit.Word;

/// <summary>What every document has: its properties, and at the head and foot of each page what it is, in which version, made from what, and until when it holds.</summary>
internal static class WordFrame
{
    public static WordDocument Of(PageMeta meta, IEnumerable<Block> blocks) => new(OfficeProperties.Of(meta, meta.Title), meta.Warning, WorkbookFront.Footer(meta), [.. blocks]);
}
