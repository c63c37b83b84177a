using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Emit.Drawings;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>Who does something, and how often.</summary>
public sealed record TaskView(string Title, string Who, string Every, ImmutableArray<LinkView> Evidence);

/// <summary>What is done when a test is overdue.</summary>
public sealed record RecallView(string Stage, string When, string What, ImmutableArray<LinkView> Evidence);

/// <summary>A sentence with what it cites.</summary>
public sealed record CitedView(string Text, ImmutableArray<LinkView> Evidence);

/// <summary>A section or a guide of the document, in the order of its text.</summary>
/// <param name="Id">Where it stands on the page; null for a guide.</param>
/// <param name="Title">Its heading; null for none.</param>
/// <param name="Text">What it says.</param>
/// <param name="Evidence">What it cites.</param>
public sealed record PartView(string? Id, string? Title, GuidanceHtml Text, ImmutableArray<LinkView> Evidence);

/// <summary>A procedure. One that monitors a drug has a page "at a glance", its schedule and its limits; another is a document of sections.</summary>
public sealed record ProcedureView(PageFrame Frame, FrontMatterView Front, GuidanceHtml? Description)
{
    /// <summary>It monitors a drug.</summary>
    public bool IsMonitoring { get; init; }

    public ImmutableArray<FactView> Facts { get; init; } = [];

    public ImmutableArray<LinkView> Evidence { get; init; } = [];

    public Picture? Picture { get; init; }

    public ImmutableArray<ScheduleGroup> Phases { get; init; } = [];

    public ImmutableArray<ScheduleGroup> Additions { get; init; } = [];

    public ImmutableArray<CitedView> Intervals { get; init; } = [];

    public ImmutableArray<LimitView> Limits { get; init; } = [];

    public ImmutableArray<RecallView> Recalls { get; init; } = [];

    public ImmutableArray<TaskView> Tasks { get; init; } = [];

    public ImmutableArray<PartView> Sections { get; init; } = [];

    public ImmutableArray<PartView> Guides { get; init; } = [];

    /// <summary>What the searches of the procedure can and cannot know.</summary>
    public GuidanceHtml? Clock { get; init; }

    public bool HasGlanceLimits => Limits.Any(l => !l.Acted.IsEmpty);

    internal static ProcedureView Of(Sop sop, PrintedDocument document)
    {
        var view = new ProcedureView(document.Frame("", []), document.Front, document.Description)
        {
            IsMonitoring = sop.Drug is not null,
            Facts = [.. Details(sop, document)],
            Evidence = document.Evidence(sop.Cites.Concat(sop.Drug?.Cites ?? []).Concat(sop.LimitsAs.SelectMany(l => l.Cites))),
            Picture = ProcedureSchedule.Picture(sop, document),
            Phases = [.. ProcedureSchedule.Phases(sop, document)],
            Additions = [.. ProcedureSchedule.Additions(sop, document)],
            Intervals = [.. sop.Intervals.Select(i => new CitedView(Interval(i, document), document.Evidence(i.Cites)))],
            Limits = ProcedureLimits.Of(sop, document),
            Recalls = [.. sop.Recalls.Select(r => Recall(r, document))],
            Tasks = [.. sop.Parts.OfType<SopStep>().Select(s => new TaskView(s.Title, PrintedDocument.Role(s.Role), s.Every is { } every ? ProcedureSchedule.Every(every, document) : "", document.Evidence(s.Cites)))],
            Sections = [.. sop.Parts.OfType<SopSection>().Select(s => new PartView($"section-{s.Name}", s.Title, GuidanceText.Html(s.Markdown), document.Evidence(s.Cites)))],
            Guides = [.. sop.Parts.OfType<SopGuide>().Select(g => new PartView(null, g.Guide.Title, GuidanceText.Html(g.Guide.Markdown), document.Evidence(g.Cites)))],
            Clock = ProcedureClock.Of(sop, document),
        };
        return view with { Frame = document.Frame(view.IsMonitoring ? "Monitoring procedure" : "Procedure", view.Contents) };
    }

    private IEnumerable<ContentsView> Contents
    {
        get
        {
            if (IsMonitoring) yield return ContentsView.Of("glance", "At a glance");
            if (!Phases.IsEmpty || !Additions.IsEmpty) yield return ContentsView.Of("schedule", "Schedule of tests");
            if (!Limits.IsEmpty) yield return ContentsView.Of("limits", "Limits");
            if (!Recalls.IsEmpty) yield return ContentsView.Of("recall", "When a test is overdue");
            if (!Tasks.IsEmpty) yield return ContentsView.Of("tasks", "Who does what");
            foreach (var section in Sections) yield return ContentsView.Of(section.Id ?? "", section.Title ?? "");
            if (!Guides.IsEmpty) yield return ContentsView.Of("guidance", "Guidance");
            if (Clock is not null) yield return ContentsView.Of("clock", "What the searches can and cannot know");
        }
    }

    private static IEnumerable<FactView> Details(Sop sop, PrintedDocument document)
    {
        if (sop.Drug is { } drug)
        {
            yield return new FactView("Medicine", document.Called(drug.Set));
            yield return new FactView("Taking it means", $"issued {document.English.Of(drug.Taking)}");
            yield return new FactView("For", sop.From switch
            {
                OfCohort of => $"patients in the cohort {document.English.Named(of.Cohort)}{(of.Part is null ? "" : $", part {of.Part}")}",
                Everyone => "every patient, also those who left or died",
                _ => "registered patients",
            });
        }
        if (sop.Setting is { } setting) yield return new FactView("Setting", setting);
        foreach (var taken in sop.LimitsAs) yield return new FactView("Limits", $"as {document.English.Named(taken.Sop)}{(taken.Except.IsEmpty ? "" : $", but for {string.Join(", ", taken.Except.Select(name => $"“{document.Model<Sop>(taken.Sop)?.Limits.FirstOrDefault(l => l.Name == name)?.Title ?? name}”"))}")}");
    }

    private static string Interval(ValueInterval interval, PrintedDocument document)
    {
        var unit = interval.Unit is { IsNone: false } known ? $" in {UnitText.Of(known)}" : "";
        var word = new Core.Semantics.Duration(2, interval.In).UnitWord;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{document.Called(interval.Test)}: every so many {word} as the latest {document.English.Named(interval.Value)}{unit}, divided by {interval.Divisor}, gives; rounded down, never under 1, and only where that is shorter. It holds when {document.English.Of(interval.When)}. Without a usable result the test is due now.");
    }

    private static RecallView Recall(Recall recall, PrintedDocument document)
    {
        var stage = recall.Stage switch { RecallStage.First => "First invitation", RecallStage.Second => "Second invitation", RecallStage.Third => "Third invitation", _ => "Escalation" };
        var to = recall.Role is { } role ? $"To the {PrintedDocument.Role(role)}. " : "";
        return new RecallView(
            stage, recall.After.Count == 0 ? "as soon as a test is overdue" : $"{document.English.Of(recall.After)} after it became overdue", (to + recall.Text).Trim(), document.Evidence(recall.Cites));
    }
}
