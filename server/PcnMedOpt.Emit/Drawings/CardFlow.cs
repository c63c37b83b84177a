using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>A box of a card flow: what it is called, what it says, and the place of the source that it stands for.</summary>
public sealed record FlowCard(string Title, string Text, string? Source);

/// <summary>Boxes that are asked together.</summary>
/// <param name="Heading">What is asked of them: "Included when any of these holds".</param>
/// <param name="Between">The word between two boxes: "or".</param>
/// <param name="Cards">The boxes.</param>
/// <param name="Onward">When the way goes on below.</param>
/// <param name="Aside">When it leaves to the side.</param>
/// <param name="Exit">Where it leaves to.</param>
public sealed record CardGroup(string Heading, string Between, ImmutableArray<FlowCard> Cards, string Onward, string Aside, FlowCard Exit);

/// <summary>Who is looked at, what is asked of them in turn, and who is left: the logic of a cohort or a measure.</summary>
public sealed record CardFlow(string Id, string Title, FlowCard Start, ImmutableArray<CardGroup> Groups, FlowCard Result)
{
    /// <summary>The whole drawing in words, for whoever does not see it.</summary>
    public string InWords => string.Join(" ",
    [
        $"{Start.Title}: {Start.Text}.",
        .. Groups.Select(g => $"{g.Heading}: {string.Join("; ", g.Cards.Select(c => $"{c.Title} ({c.Text})"))}. {g.Aside}: {g.Exit.Title}."),
        $"{Result.Title}: {Result.Text}.",
    ]);
}
