using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Pdf;

/// <summary>Prints pages as tagged PDF with one browser, in as many tabs as there are processors.</summary>
public static class PdfPrinter
{
    /// <summary>A page takes about a second; a laptop that wakes up may take many.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    /// <summary>The PDF of each page, in the order given. The same pages on the same day give the same bytes, by the same version of a browser.</summary>
    /// <param name="browser">Its program.</param>
    /// <param name="pages">HTML, complete in itself.</param>
    /// <param name="day">The day that stands in the PDF as that on which it was made.</param>
    /// <param name="patience">How long the browser may take for one answer.</param>
    /// <exception cref="Project.UsageException">The browser does not start, ends, or does not answer.</exception>
    public static async Task<IReadOnlyList<byte[]>> Print(string browser, IReadOnlyList<string> pages, DateOnly day, TimeSpan patience)
    {
        if (pages.Count == 0) return [];
        using var tools = new DevTools(browser, patience);
        var printed = new byte[pages.Count][];
        var next = -1;
        async Task Work()
        {
            var session = await Tab(tools);
            for (int i; (i = Interlocked.Increment(ref next)) < pages.Count;) printed[i] = FixedPdf.Of(await Print(tools, session, pages[i]), day);
        }
        await Task.WhenAll(Enumerable.Range(0, Math.Clamp(Environment.ProcessorCount, 1, Math.Min(4, pages.Count))).Select(_ => Work()));
        return printed;
    }

    private static async Task<string?> Tab(DevTools tools)
    {
        var target = (await tools.Ask("Target.createTarget", new JObject { ["url"] = "about:blank" }))["targetId"];
        return (string?)(await tools.Ask("Target.attachToTarget", new JObject { ["targetId"] = target, ["flatten"] = true }))["sessionId"];
    }

    private static async Task<byte[]> Print(DevTools tools, string? session, string html)
    {
        var frame = (await tools.Ask("Page.getFrameTree", [], session)).SelectToken("frameTree.frame.id");
        await tools.Ask("Page.setDocumentContent", new JObject { ["frameId"] = frame, ["html"] = html }, session);
        var pdf = await tools.Ask("Page.printToPDF", Options, session);
        return Convert.FromBase64String((string?)pdf["data"] ?? "");
    }

    /// <summary>The page set, its margins and their texts are those of the stylesheet.</summary>
    private static JObject Options => new()
    {
        ["preferCSSPageSize"] = true,
        ["printBackground"] = true,
        ["displayHeaderFooter"] = false,
        ["generateTaggedPDF"] = true,
        ["generateDocumentOutline"] = true,
    };
}
