using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A source that is cited.</summary>
public sealed record EvidenceView(string Id, int Number, string Text, string When, string? Url);

/// <summary>A line of the change log.</summary>
public sealed record ChangeView(string Version, string On, string Text);

/// <summary>Who answers for a document, on which evidence it stands, what has changed.</summary>
public sealed record FrontMatterView(ImmutableArray<FactView> Facts, ImmutableArray<EvidenceView> Evidence, ImmutableArray<ChangeView> Changes, ImmutableArray<GuideView> Guides)
{
    public static FrontMatterView Of(PageMeta meta, PageContents contents) => new(
        Details(meta),
        [.. contents.Evidence.Select((e, i) => new EvidenceView(PageIds.OfEvidence(i + 1), i + 1, e.Text, EvidenceText.When(e), IsWeb(e.Url) ? e.Url : null))],
        ChangesOf(contents),
        GuideView.Of(contents.ProtocolGuides));

    public static ImmutableArray<ChangeView> ChangesOf(PageContents contents) =>
        [.. contents.Changes.Select(c => new ChangeView(c.Version, c.On is { } on ? EnglishDates.Of(on) : "no date", c.Text))];

    private static ImmutableArray<FactView> Details(PageMeta meta) =>
    [
        new("Title", meta.Title),
        new("Name", meta.Name),
        new("Version", meta.Version ?? "not stated"),
        new("Status", meta.StatusLine),
        new("Owner", meta.Owner ?? "not stated"),
        new("Author", meta.Author ?? "not stated"),
        new("Clinical reviewer", meta.Reviewer ?? "not stated"),
        new("Approved", meta.Approved is { } day ? $"{EnglishDates.Of(day)} by {meta.ApprovedBy ?? "nobody named"}" : "not approved"),
        new("Review by", meta.ReviewBy is { } review ? EnglishDates.Of(review) : "no date"),
        new("Made", $"{EnglishDates.Of(meta.Today)} by PcnMedOpt {meta.ToolVersion}, protocol language {meta.LanguageVersion}"),
        new("Source", meta.SourceHash),
    ];

    /// <summary>An address that a reader may follow; another is not made a link.</summary>
    private static bool IsWeb(string? url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
