using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Forms;

/// <summary>A prompt to build, an answer of one, or a text to show, to be ticked off.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Number">What people call it.</param>
/// <param name="IsAnswer">It is an answer of the prompt above it.</param>
/// <param name="Prompt">Its label.</param>
/// <param name="Text">Guidance; null for all else.</param>
/// <param name="Code">What is recorded, or why nothing is.</param>
/// <param name="Settings">Its properties.</param>
/// <param name="ByHand">What no known setting does.</param>
/// <param name="Sets">The code sets whose results it shows.</param>
/// <param name="Evidence">What it cites.</param>
public sealed record SheetRowView(
    string Id,
    string Number,
    bool IsAnswer,
    string Prompt,
    GuidanceHtml? Text,
    ImmutableArray<FactView> Code,
    ImmutableArray<FactView> Settings,
    ImmutableArray<string> ByHand,
    ImmutableArray<LinkView> Sets,
    ImmutableArray<LinkView> Evidence);

/// <summary>A page of the template, with its one section.</summary>
public sealed record SheetStepView(string Id, string Title, ImmutableArray<LinkView> Evidence, ImmutableArray<SheetRowView> Rows);

/// <summary>What a person must do at a prompt because no setting is known to do it.</summary>
public sealed record SheetHandView(LinkView Row, string Prompt, string Text);

/// <summary>The sheet from which a person builds a template in EMIS Web or SystmOne, prompt by prompt.</summary>
public sealed record TemplateSheetView(
    PageFrame Frame,
    FrontMatterView Front,
    GuidanceHtml? Description,
    ImmutableArray<FactView> Facts,
    ImmutableArray<LinkView> Evidence,
    ImmutableArray<GuideView> Guides,
    bool IsEmis,
    bool HasCodeMap,
    string TemplateName,
    string Diary,
    ImmutableArray<SheetStepView> Steps,
    ImmutableArray<SheetHandView> ByHand,
    string Mandatory,
    ImmutableArray<CodeSetView> CodeSets)
{
    internal static TemplateSheetView Of(Form form, SheetSystem system)
    {
        var rows = new SheetRows(form, system);
        var evidence = new EvidenceLinks(form.Contents);
        ImmutableArray<SheetStepView> steps =
        [
            .. form.Steps.Select(s => new SheetStepView(s.Id, s.Title, evidence.Of(form.Template.Name, s.Step.Cites), [.. s.Entries.SelectMany(rows.Of)])),
        ];
        ImmutableArray<SheetHandView> byHand = [.. steps.SelectMany(s => s.Rows).SelectMany(r => r.ByHand.Select(text => new SheetHandView(new LinkView(r.Id, r.Number), r.Prompt.Length > 0 ? r.Prompt : "information text", text)))];
        var sets = CodeSetView.Of(form.ShownSets, form.Contents, _ => "");
        return new TemplateSheetView(
            PageFrame.Of(form.Meta, $"Template build sheet for {system.Name}", Contents(steps, sets)),
            FrontMatterView.Of(form.Meta, form.Contents),
            form.Contents.Description is { } description ? GuidanceText.Html(description) : null,
            [.. FactsOf(form)],
            evidence.Of(form.Template.Name, form.Template.Cites),
            GuideView.Of(form.Contents.Guides),
            system.HasOwnCodes,
            form.EmisCodes is not null,
            $"{form.Template.Title} {form.Meta.Version ?? "no version"}{(form.Meta.Watermark is { } mark ? $" ({mark})" : "")}",
            system.Diary,
            steps,
            byHand,
            string.Join(", ", form.Entries.Where(e => e is { After: null, Item: Field { Required: AlwaysRequired } }).Select(e => e.Number)),
            sets);
    }

    private static IEnumerable<FactView> FactsOf(Form form)
    {
        var template = form.Template;
        if (template.For is { } cohort) yield return new FactView("For", $"patients in the cohort {form.Contents.English().Named(cohort.Cohort)}{(cohort.Part is null ? "" : $", part {cohort.Part}")} (search {cohort.Cohort})");
        if (template.Lasts is { } lasts) yield return new FactView("Duration", lasts.ToString());
        if (template.Framework is { } framework) yield return new FactView("Framework", $"{framework.Title}, {framework.Steps.ToString(System.Globalization.CultureInfo.InvariantCulture)} steps");
        yield return new FactView("Size", $"{CodeSetView.Counted(form.Steps.Length, "page")}, {CodeSetView.Counted(form.Entries.Count(e => e.Item is Field), "prompt")}, {CodeSetView.Counted(FormCodes.Of(form).Select(c => c.Code.Text).Distinct().Count(), "different code")}");
    }

    private static ImmutableArray<ContentsView> Contents(ImmutableArray<SheetStepView> steps, ImmutableArray<CodeSetView> sets) =>
    [
        ContentsView.Of("document", "The document"),
        ContentsView.Of("purpose", "The template"),
        ContentsView.Of("how", "How to build"),
        new ContentsView("prompts", "Pages and prompts", [.. steps.Select(s => ContentsView.Of(s.Id, s.Title))]),
        ContentsView.Of("by-hand", "What nobody can set"),
        ContentsView.Of("check", "Check it"),
        .. sets.IsEmpty ? [] : new[] { ContentsView.Of("codes", "Code appendix") },
    ];
}
