using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Emit.Drawings;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Print;

namespace PcnMedOpt.Emit.Previews;

/// <summary>A drawing under its heading.</summary>
internal sealed record DrawnView(string Id, string Title, ImmutableArray<Picture> Pictures);

/// <summary>The logic of a declaration as drawings: whom a cohort starts from, whom it includes and leaves out; the steps of a workflow.</summary>
internal sealed record FlowPreview(PageFrame Frame, ImmutableArray<DrawnView> Drawn)
{
    public static FlowPreview Of(PreviewSubject subject)
    {
        ImmutableArray<DrawnView> drawn = [.. Drawings(subject)];
        return new FlowPreview(PageFrame.Of(subject.Meta, "The logic as a drawing", [.. drawn.Select(d => ContentsView.Of(d.Id, d.Title))]), drawn);
    }

    private static IEnumerable<DrawnView> Drawings(PreviewSubject subject)
    {
        var english = subject.Pages.English();
        switch (subject.Compilation.ModelOf(subject.Declaration))
        {
            case Cohort cohort: return [View(Of(subject, cohort, english))];
            case Measure measure: return [View(Of(subject, measure, english))];
            case Workflow workflow: return [new DrawnView("drawing", workflow.Title, Of(subject, workflow))];
            case Sop sop:
                var parts = subject.Compilation.CohortsOf(sop.Name)?.Parts ?? [];
                return parts.Select(p => subject.Compilation.Cohort($"{sop.Name}.{p}")).OfType<Cohort>().Select(c => View(Of(subject, c, english)));
            default: return [];
        }
    }

    private static DrawnView View(CardFlow flow) => new($"of-{flow.Id}", flow.Title, [CardPicture.Of(flow)]);

    private static CardFlow Of(PreviewSubject subject, Cohort cohort, PlainEnglish english)
    {
        var groups = ImmutableArray.CreateBuilder<CardGroup>();
        FlowCard Card(Criterion criterion) => new(criterion.Label, english.Of(criterion.Condition), Text(SourcePlaces.Of(subject.Compilation, cohort, criterion)));
        var whole = Text(SourcePlaces.Of(subject.Compilation, cohort.Name));
        var outside = new FlowCard("Not in the cohort", "", null);
        if (cohort.Include is { Criteria.IsEmpty: false } include) groups.Add(Included(include, [.. include.Criteria.Select(Card)], outside));
        if (!cohort.Exclude.IsEmpty)
            groups.Add(new CardGroup("Left out when any of these holds", "or", [.. cohort.Exclude.Select(Card)], "none of them holds", "any of them holds", outside));
        return new CardFlow(
            $"cohort-{cohort.Name}", cohort.Title, new FlowCard("Starts from", MeasureWords.Of(cohort.From, english), null), groups.DrainToImmutable(), new FlowCard("In the cohort", cohort.Title, whole));
    }

    private static CardGroup Included(Inclusion include, ImmutableArray<FlowCard> cards, FlowCard outside) => include.Quantifier switch
    {
        Quantifier.All => new CardGroup("Included when all of these hold", "and", cards, "all of them hold", "one of them fails", outside),
        Quantifier.AtLeast => new CardGroup(
            string.Create(CultureInfo.InvariantCulture, $"Included when at least {include.AtLeast} of these hold"),
            "and, or",
            cards,
            string.Create(CultureInfo.InvariantCulture, $"at least {include.AtLeast} hold"),
            "fewer hold",
            outside),
        _ => new CardGroup("Included when any of these holds", "or", cards, "any of them holds", "none of them holds", outside),
    };

    private static CardFlow Of(PreviewSubject subject, Measure measure, PlainEnglish english)
    {
        var whole = SourcePlaces.Of(subject.Declaration);
        var numerator = new FilePlace(whole.Path, measure.NumeratorSpan.Shift(subject.Declaration.Start));
        ImmutableArray<CardGroup> groups = measure.Numerator is { } condition
            ? [new CardGroup("Counted when this holds", "", [new FlowCard("Numerator", english.Of(condition), Text(numerator))], "it holds", "it does not hold", new FlowCard("Not counted", "But among those that it counts over", null))]
            : [];
        return new CardFlow($"measure-{measure.Name}", measure.Title, new FlowCard("Counts over", MeasureWords.Of(measure.Of, english), null), groups, new FlowCard("Counted", measure.Title, Text(whole)));
    }

    private static ImmutableArray<Picture> Of(PreviewSubject subject, Workflow workflow)
    {
        var view = WorkflowView.Drawing(workflow, new PrintedDocument(subject.Compilation, subject.Declaration, subject.PackMeta));
        string? PlaceOf(FlowNode node) => workflow.Find(node.Id) is { } step ? Text(new FilePlace(subject.Declaration.File.Path, step.Span.Shift(subject.Declaration.Start))) : null;
        return Flow.Of(view with { Nodes = [.. view.Nodes.Select(n => n with { Source = PlaceOf(n) })] });
    }

    private static string? Text(FilePlace? place) => place is null ? null : SourcePlaces.Text(place);
}
