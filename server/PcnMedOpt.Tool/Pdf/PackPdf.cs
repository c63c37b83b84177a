using System.Text;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Print;

namespace PcnMedOpt.Tool.Pdf;

/// <summary>Prints the documents of packs: a page that is in several packs once.</summary>
internal static class PackPdf
{
    /// <exception cref="Project.UsageException">The browser does not print.</exception>
    public static IReadOnlyList<BuiltPack> Added(IReadOnlyList<BuiltPack> packs, string browser, DateOnly day, BuildOptions options)
    {
        var pages = packs.SelectMany(p => p.Files).Where(PrintPages.IsPage).Select(Text).Distinct(StringComparer.Ordinal).ToList();
        var printed = PdfPrinter.Print(browser, pages, day, PdfPrinter.Patience).GetAwaiter().GetResult();
        var byPage = pages.Zip(printed).ToDictionary(p => p.First, p => p.Second, StringComparer.Ordinal);
        return [.. packs.Select(p => PackBuilder.With(p, p.Files.Where(PrintPages.IsPage).Select(f => OutputFile.Of(PrintPages.PdfPathOf(f), byPage[Text(f)])), options))];
    }

    private static string Text(OutputFile page) => Encoding.UTF8.GetString(page.Bytes.AsSpan());
}
