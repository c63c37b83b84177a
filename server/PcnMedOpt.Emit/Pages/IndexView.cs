using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A file to download: where it is, what it is, and a note such as its size.</summary>
public sealed record DownloadView(string Href, string Text, string Note);

/// <summary>A pack in the list of packs.</summary>
public sealed record PackView(
    string Id,
    string Title,
    string Name,
    ImmutableArray<FactView> Facts,
    string? Warning,
    GuidanceHtml? Description,
    ImmutableArray<DownloadView> Downloads,
    ImmutableArray<string> Incomplete)
{
    public string IncompleteCount => Incomplete.Length == 1 ? "1 search is not complete" : $"{Incomplete.Length} searches are not complete";

    /// <param name="meta">Who answers for the pack.</param>
    /// <param name="description">What it is for (Markdown).</param>
    /// <param name="downloads">Its files.</param>
    /// <param name="incomplete">Its searches that are not complete until a person builds others, as EMIS names them.</param>
    public static PackView Of(PageMeta meta, string? description, ImmutableArray<DownloadView> downloads, ImmutableArray<string> incomplete) => new(
        $"pack-{meta.Name}",
        meta.Title,
        meta.Name,
        [
            new FactView("Version", meta.Version ?? "not stated"),
            new FactView("Status", meta.StatusWord),
            new FactView("Owner", meta.Owner ?? "not stated"),
            new FactView("Review by", meta.ReviewBy is { } review ? EnglishDates.Of(review) : "no date"),
        ],
        meta.Warning,
        description is null ? null : GuidanceText.Html(description),
        downloads,
        incomplete);
}

/// <summary>All packs of a project, for those who download them.</summary>
public sealed record IndexView(PageFrame Frame, string? Organisation, ImmutableArray<PackView> Packs)
{
    /// <param name="title">The project's name.</param>
    /// <param name="organisation">Who publishes it.</param>
    /// <param name="packs">In the order of the page.</param>
    /// <param name="sourceHash">Of all texts of the project.</param>
    /// <param name="toolVersion">Of the program that made it.</param>
    /// <param name="languageVersion">Of the protocol language.</param>
    /// <param name="today">The day on which it was made.</param>
    public static IndexView Of(
        string title, string? organisation, ImmutableArray<PackView> packs, string sourceHash, string toolVersion, string languageVersion, DateOnly today)
    {
        var shortHash = sourceHash.Length > 12 ? sourceHash[..12] : sourceHash;
        var frame = new PageFrame(
            title,
            "Packs to download",
            organisation,
            null,
            null,
            new MarginsView(CssText.Of(title), CssText.Of($"Source {shortHash}"), CssText.Of(EnglishDates.Of(today)), ""),
            [.. packs.Select(p => ContentsView.Of(p.Id, p.Title))],
            $"Made on {EnglishDates.Of(today)} by PcnMedOpt {toolVersion}, protocol language {languageVersion}. Source {sourceHash}.");
        return new IndexView(frame, organisation, packs);
    }
}
