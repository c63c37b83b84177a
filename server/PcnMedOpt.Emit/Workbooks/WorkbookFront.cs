using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Office.Sheets;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Workbooks;

/// <summary>The first sheet of every workbook: what it is, who answers for it, and how it is used.</summary>
internal static class WorkbookFront
{
    /// <summary>Where workbooks stand in a pack.</summary>
    public const string Folder = "workbook/";

    /// <summary>At the foot of every page of paper.</summary>
    public static string Footer(PageMeta meta) =>
        $"{meta.Title}, version {meta.Version ?? "not stated"} ({meta.StatusWord.ToLowerInvariant()}). Source {meta.ShortHash}. {(meta.ReviewBy is { } review ? $"Review by {EnglishDates.Of(review)}" : "No review date")}";

    /// <summary>The sheet, and the row in whose second column the version stands.</summary>
    public static (Sheet Sheet, int VersionRow) Of(PageMeta meta, string kind, IReadOnlyList<(string Label, string Text)> use)
    {
        var sheet = new SheetBuilder("Read me").Columns(26, 112);
        sheet.Across(1, 1, 2, meta.Title, CellStyle.Title).Across(2, 1, 2, kind, CellStyle.Heading);
        var row = 3;
        if (meta.Warning is { } warning) sheet.Across(row++, 1, 2, warning, CellStyle.Warning);
        var version = row;
        foreach (var (label, text) in Facts(meta)) Line(sheet, row++, label, text);
        sheet.Across(++row, 1, 2, "How to use it", CellStyle.Heading);
        foreach (var (label, text) in use) Line(sheet, ++row, label, text);
        return (sheet.Build(), version);
    }

    private static void Line(SheetBuilder sheet, int row, string label, string text) =>
        sheet.Text(row, 1, label, CellStyle.Label).Text(row, 2, text, CellStyle.Prose);

    private static IEnumerable<(string Label, string Text)> Facts(PageMeta meta)
    {
        yield return ("Version", meta.Version ?? "not stated");
        yield return ("Status", meta.StatusLine);
        yield return ("Owner", meta.Owner ?? "not stated");
        yield return ("Author", meta.Author ?? "not stated");
        yield return ("Clinical reviewer", meta.Reviewer ?? "not stated");
        yield return ("Approved", meta.Approved is { } day ? $"{EnglishDates.Of(day)} by {meta.ApprovedBy ?? "nobody named"}" : "not approved");
        yield return ("Review by", meta.ReviewBy is { } review ? EnglishDates.Of(review) : "no date");
        yield return ("Made", $"{EnglishDates.Of(meta.Today)} by PcnMedOpt {meta.ToolVersion}, protocol language {meta.LanguageVersion}");
        yield return ("Source", meta.SourceHash);
    }
}
