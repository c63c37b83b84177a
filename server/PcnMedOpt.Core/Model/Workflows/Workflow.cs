using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Workflows;

/// <summary>Who does what, by when, and what follows (language §8).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">The lines before it.</param>
/// <param name="Start">When it begins for a patient; null when it does not say.</param>
/// <param name="Nodes">Steps, decisions and ends in the order of the text; it starts with the first.</param>
/// <param name="Guides">Guidance.</param>
/// <param name="Cites">What its start cites.</param>
public sealed record Workflow(
    string Name,
    string Title,
    string? Description,
    Condition? Start,
    ImmutableArray<WorkflowNode> Nodes,
    ImmutableArray<Guide> Guides,
    ImmutableArray<Citation> Cites)
{
    /// <summary>What follows a node, with the answers that lead there: where a step names none, the next in the text. A name that is none leads nowhere.</summary>
    public IEnumerable<(string? Answer, WorkflowNode To)> After(WorkflowNode node)
    {
        var index = Nodes.IndexOf(node);
        return node switch
        {
            WorkflowStep { Next: { } next } => Find(next) is { } to ? [(null, to)] : [],
            WorkflowStep => index + 1 < Nodes.Length ? [(null, Nodes[index + 1])] : [],
            Decision decision => from branch in decision.Branches let to = Find(branch.Next) where to is not null select ((string?)branch.Answer, to),
            _ => [],
        };
    }

    public WorkflowNode? Find(string name) => Nodes.FirstOrDefault(n => n.Name == name);
}

/// <summary>A step, decision or end.</summary>
public abstract record WorkflowNode
{
    private protected WorkflowNode(string name, string title)
    {
        Name = name;
        Title = title;
    }

    public string Name { get; init; }

    public string Title { get; init; }

    public ImmutableArray<Citation> Cites { get; init; } = [];

    public TextSpan Span { get; init; }

    public TextSpan NameSpan { get; init; }
}

/// <summary>Something that somebody does.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What is done.</param>
/// <param name="Role">By whom.</param>
/// <param name="Deadline">By when; null when it does not say.</param>
/// <param name="Code">What is recorded; null for nothing.</param>
/// <param name="Next">What follows; null for the next in the text.</param>
/// <param name="NextSpan">Where that is written.</param>
public sealed record WorkflowStep(string Name, string Title, string Role, Deadline? Deadline, WrittenCode? Code, string? Next, TextSpan NextSpan) : WorkflowNode(Name, Title);

/// <summary>A time from start or another step, and an event that it must also precede.</summary>
/// <param name="Within">How long.</param>
/// <param name="Of">The step that it runs from; null for start.</param>
/// <param name="OfSpan">Where that is written.</param>
/// <param name="Before">The event that must not come first; null for none.</param>
public sealed record Deadline(TimeAmount Within, string? Of, TextSpan OfSpan, string? Before);

/// <summary>A question with an answer for each way on.</summary>
public sealed record Decision(string Name, string Title, ImmutableArray<Branch> Branches) : WorkflowNode(Name, Title);

public sealed record Branch(string Answer, string Next, TextSpan Span, TextSpan NextSpan);

public sealed record End(string Name, string Title) : WorkflowNode(Name, Title);
