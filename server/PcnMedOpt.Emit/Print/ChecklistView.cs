using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Checklists;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>An item to tick off.</summary>
public sealed record ItemView(string Text, string Shown, string Period, ImmutableArray<LinkView> Evidence);

/// <summary>A checklist as a table to tick off.</summary>
public sealed record ChecklistView(PageFrame Frame, FrontMatterView Front, GuidanceHtml? Description, ImmutableArray<ItemView> Items, ImmutableArray<GuideView> Guides)
{
    internal static ChecklistView Of(Checklist checklist, PrintedDocument document) => new(
        document.Frame("Checklist", ContentsView.Of("items", "The items")),
        document.Front,
        document.Description,
        [
            .. checklist.Items.Select(item => new ItemView(item.Text, Shown(item, document), Period(item.Period), document.Evidence(item.Cites))),
        ],
        GuideView.Of(checklist.Guides));

    private static string Shown(ChecklistItem item, PrintedDocument document) => item switch
    {
        { From: { } from } => $"From {document.English.Named(from)}{(item.FromPart is null ? "" : $", part {item.FromPart}")}",
        { Evidence: EvidenceKind.File } => "A file",
        { Evidence: EvidenceKind.Note } => "A note",
        { Evidence: EvidenceKind.Link } => "A link",
        _ => "Not stated",
    };

    private static string Period(ReportingPeriod? period) => period?.ToString() ?? "No set period";
}
