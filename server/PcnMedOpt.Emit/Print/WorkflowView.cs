using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Model.Workflows;
using PcnMedOpt.Emit.Drawings;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Print;

/// <summary>A row of the table of steps; a text that does not apply is empty.</summary>
public sealed record WorkflowRow(string Number, string Title, string Who, string When, string Records, ImmutableArray<string> Then, ImmutableArray<LinkView> Evidence);

/// <summary>A workflow: drawn, and as a table that says the same and more.</summary>
public sealed record WorkflowView(
    PageFrame Frame, FrontMatterView Front, GuidanceHtml? Description, string? Start, ImmutableArray<LinkView> Evidence, ImmutableArray<Picture> Pictures, ImmutableArray<WorkflowRow> Rows, ImmutableArray<GuideView> Guides)
{
    public bool HasParts => Pictures.Length > 1;

    internal static WorkflowView Of(Workflow workflow, PrintedDocument document)
    {
        var start = workflow.Start is { } condition ? document.English.Of(condition) : null;
        return new WorkflowView(
            document.Frame("Workflow", ContentsView.Of("drawing", "The drawing"), ContentsView.Of("steps", "The steps")),
            document.Front,
            document.Description,
            start,
            document.Evidence(workflow.Cites),
            Flow.Of(Drawing(workflow, document)),
            [.. workflow.Nodes.Select((n, i) => Row(workflow, n, i, document))],
            GuideView.Of(workflow.Guides));
    }

    /// <summary>Its boxes and lines.</summary>
    internal static FlowView Drawing(Workflow workflow, PrintedDocument document) =>
        new("flow", workflow.Title, Nodes(workflow, document, workflow.Start is { } condition ? document.English.Of(condition) : null), Edges(workflow));

    private static ImmutableArray<FlowNode> Nodes(Workflow workflow, PrintedDocument document, string? start) =>
    [
        new FlowNode(Begin, FlowKind.Start, "", start is null ? "Start" : $"Start: {start}", ""),
        .. workflow.Nodes.Select((n, i) => new FlowNode(
            n.Name,
            n switch { Decision => FlowKind.Decision, End => FlowKind.End, _ => FlowKind.Step },
            Number(i),
            n.Title,
            n is WorkflowStep step ? string.Join(", ", new[] { PrintedDocument.Role(step.Role), Deadline(workflow, step, document) }.Where(t => t.Length > 0)) : "")),
    ];

    /// <summary>No name of the language holds a blank.</summary>
    private const string Begin = "the start";

    private static ImmutableArray<FlowEdge> Edges(Workflow workflow) =>
    [
        .. workflow.Nodes.Take(1).Select(n => new FlowEdge(Begin, n.Name, null)),
        .. workflow.Nodes.SelectMany(n => workflow.After(n).Select(next => new FlowEdge(n.Name, next.To.Name, next.Answer))),
    ];

    private static WorkflowRow Row(Workflow workflow, WorkflowNode node, int index, PrintedDocument document)
    {
        var step = node as WorkflowStep;
        ImmutableArray<string> then =
        [
            .. workflow.After(node).Select(next => $"{(next.Answer is { } answer ? $"{answer}: " : "")}go to {Number(workflow.Nodes.IndexOf(next.To))}"),
        ];
        return new WorkflowRow(
            Number(index),
            node.Title,
            step is null ? "" : PrintedDocument.Role(step.Role),
            step is null ? "" : Deadline(workflow, step, document),
            step?.Code is { } code ? CodeText.Of(code) : "",
            then.IsEmpty ? ["the end"] : then,
            document.Evidence(node.Cites));
    }

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"{index + 1}");

    private static string Deadline(Workflow workflow, WorkflowStep step, PrintedDocument document)
    {
        if (step.Deadline is not { } deadline) return "";
        var from = deadline.Of is { } of && workflow.Find(of) is { } node ? $"{Number(workflow.Nodes.IndexOf(node))}. {node.Title}" : "the start";
        return $"within {document.English.Of(deadline.Within)} of {from}{(deadline.Before is { } before ? $", and before {before}" : "")}";
    }
}
