using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>The files of a pack that its installation page names; null for what the pack has not.</summary>
/// <param name="EmisSearches">The XML file to import.</param>
/// <param name="EmisFolder">The folder that it makes in EMIS.</param>
/// <param name="Specification">The specification page.</param>
/// <param name="BuildSheet">The build sheet for SystmOne.</param>
/// <param name="Codes">The code list for SystmOne.</param>
/// <param name="Office">Workbooks and documents: the path of each, and what it is.</param>
public sealed record InstallFiles(string? EmisSearches, string? EmisFolder, string? Specification, string? BuildSheet, string? Codes, ImmutableArray<FactView> Office)
{
    /// <summary>The build sheets of templates for EMIS Web.</summary>
    public ImmutableArray<string> EmisTemplates { get; init; } = [];

    /// <summary>The build sheets of templates for SystmOne.</summary>
    public ImmutableArray<string> SystmoneTemplates { get; init; } = [];

    /// <summary>The templates as FHIR questionnaires.</summary>
    public ImmutableArray<string> Questionnaires { get; init; } = [];

    /// <summary>The specification of the monthly activity extract.</summary>
    public string? Activity { get; init; }

    public bool HasSheets => !EmisTemplates.IsEmpty || !SystmoneTemplates.IsEmpty || !Questionnaires.IsEmpty;

    public bool HasTemplates => HasSheets || Activity is not null;

    public string TemplatesHeading => HasSheets ? "Templates" : "Activity extract";

    /// <summary>The documents to print, fill in or put up.</summary>
    public ImmutableArray<DocumentFile> Documents { get; init; } = [];

    public bool HasPdf => Documents.Any(d => d.Pdf is not null);
}

/// <summary>A document of a pack: its page, the same as a PDF where one was made, its title and kind.</summary>
public sealed record DocumentFile(string Page, string? Pdf, string Title, string Kind);

/// <summary>How a practice installs a pack, checks it, and takes it away again.</summary>
public sealed record InstallView(
    PageFrame Frame,
    GuidanceHtml? Description,
    ImmutableArray<GuideView> Guides,
    string? ForPractice,
    ImmutableArray<FactView> Facts,
    InstallFiles Files,
    string Version,
    ImmutableArray<HandView> ByHand,
    ImmutableArray<ChangeView> Changes,
    ImmutableArray<TestPatientView> Patients,
    ImmutableArray<ExpectedView> Expected,
    ImmutableArray<string> LeftOut,
    string? PatientsOn)
{
    /// <param name="meta">Who answers for the pack.</param>
    /// <param name="contents">What it holds.</param>
    /// <param name="files">The files of the pack.</param>
    /// <param name="byHand">The EMIS searches to be built by hand, as the specification lists them.</param>
    /// <param name="patients">Patients to type in, and for each search how many of them it finds.</param>
    /// <param name="leftOut">The EMIS searches that were left out because a part of them is built by hand.</param>
    public static InstallView Of(PageMeta meta, PageContents contents, InstallFiles files, ImmutableArray<HandView> byHand, TestPatients patients, ImmutableArray<string> leftOut)
    {
        var version = meta.Version ?? "no version";
        return new InstallView(
            PageFrame.Of(meta, "Installation", Contents(files)),
            contents.Description is null ? null : GuidanceText.Html(contents.Description),
            GuideView.Of(contents.Guides),
            contents.ForPractice,
            Details(meta),
            files,
            version,
            byHand,
            Latest(meta, contents),
            patients.Patients,
            patients.Expected,
            leftOut,
            patients.On is { } day ? EnglishDates.Of(day) : null);
    }

    private static ImmutableArray<FactView> Details(PageMeta meta) =>
    [
        new("Version", meta.Version ?? "not stated"),
        new("Status", meta.StatusLine),
        new("Owner", meta.Owner ?? "not stated"),
        new("Approved", meta.Approved is { } day ? $"{EnglishDates.Of(day)} by {meta.ApprovedBy ?? "nobody named"}" : "not approved"),
        new("Review by", meta.ReviewBy is { } review ? EnglishDates.Of(review) : "no date"),
    ];

    /// <summary>The entries of this version; where it has none, the newest entry.</summary>
    private static ImmutableArray<ChangeView> Latest(PageMeta meta, PageContents contents)
    {
        var changes = FrontMatterView.ChangesOf(contents);
        var own = changes.Where(c => c.Version == meta.Version).ToImmutableArray();
        return own.IsEmpty ? [.. changes.Take(1)] : own;
    }

    private static ImmutableArray<ContentsView> Contents(InstallFiles files)
    {
        var contents = ImmutableArray.CreateBuilder<ContentsView>();
        contents.Add(ContentsView.Of("pack", "The pack"));
        if (files.EmisSearches is not null) contents.Add(ContentsView.Of("emis", "Install in EMIS Web"));
        if (files.BuildSheet is not null) contents.Add(ContentsView.Of("systmone", "Build in SystmOne"));
        if (files.HasTemplates) contents.Add(ContentsView.Of("templates", files.TemplatesHeading));
        if (!files.Documents.IsEmpty) contents.Add(ContentsView.Of("documents", "Print the documents"));
        if (!files.Office.IsEmpty) contents.Add(ContentsView.Of("office", "Workbooks and documents"));
        contents.Add(ContentsView.Of("check", "Check with test patients"));
        contents.Add(ContentsView.Of("remove", "Remove or replace"));
        return contents.DrainToImmutable();
    }
}
