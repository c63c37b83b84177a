using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A line of the table of contents, and those below it.</summary>
public sealed record ContentsView(string Id, string Text, ImmutableArray<ContentsView> Inner)
{
    public static ContentsView Of(string id, string text) => new(id, text, []);
}

/// <summary>What stands round the text of a page: its title, the warning it carries, the margins of its paper, its table of contents.</summary>
/// <param name="Title">Of the document.</param>
/// <param name="Kind">What kind of document it is.</param>
/// <param name="Summary">Status, version and review date in a line; null where it has none.</param>
/// <param name="Warning">What every page carries; null for none.</param>
/// <param name="Watermark">The warning in one word.</param>
/// <param name="Margins">The texts of the paper's margins.</param>
/// <param name="Contents">The table of contents.</param>
/// <param name="MadeBy">The program and the versions that made it.</param>
public sealed record PageFrame(
    string Title, string Kind, string? Summary, string? Warning, string? Watermark, MarginsView Margins, ImmutableArray<ContentsView> Contents, string MadeBy)
{
    /// <summary>A document of a few sections needs no table of contents on paper.</summary>
    public bool IsShort => Contents.Length <= 5;

    /// <summary>A page to be printed and filled in or put up, with the stylesheet of such pages.</summary>
    public bool IsDocument { get; init; }

    public static PageFrame Of(PageMeta meta, string kind, ImmutableArray<ContentsView> contents)
    {
        var version = meta.Version is null ? "No version" : $"Version {meta.Version}";
        var review = meta.ReviewBy is { } day ? $"Review by {EnglishDates.Of(day)}" : "No review date";
        return new PageFrame(
            meta.Title,
            kind,
            $"{version} · {meta.StatusWord} · {review}",
            meta.Warning,
            meta.Watermark,
            new MarginsView(CssText.Of($"{meta.Title}: {kind}"), CssText.Of($"{version}, source {meta.ShortHash}"), CssText.Of(review), CssText.Of(meta.Warning ?? "")),
            contents,
            $"Made on {EnglishDates.Of(meta.Today)} by PcnMedOpt {meta.ToolVersion}, protocol language {meta.LanguageVersion}. Source {meta.SourceHash}.");
    }
}

/// <summary>Texts for the margin boxes of the paper, ready to stand in the stylesheet.</summary>
public sealed record MarginsView(string Title, string Version, string Review, string Warning);
