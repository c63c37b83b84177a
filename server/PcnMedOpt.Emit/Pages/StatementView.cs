using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>How one test of a criterion differs, or why a person must build it, and where its steps stand.</summary>
public sealed record FitLineView(string Text, LinkView? Steps);

/// <summary>How a system expresses a criterion: in a word, as a style, and in sentences.</summary>
/// <param name="Word">Exact, Approximate or By hand.</param>
/// <param name="Style">The class that its mark has; the word says the same.</param>
/// <param name="Lines">For each test that is not exact, how it is expressed.</param>
public sealed record FitView(string Word, string Style, ImmutableArray<FitLineView> Lines)
{
    public static readonly FitView Exact = new("Exact", "exact", []);
}

/// <summary>A criterion read back: its label, a sentence, the code sets that it looks for, its evidence, and how it fits the system.</summary>
public sealed record CriterionView(string Label, string Sentence, ImmutableArray<LinkView> Codes, ImmutableArray<LinkView> Evidence, FitView Fit);

/// <summary>Criteria under a heading: those of whom any, all or so many must hold.</summary>
public sealed record CriteriaView(string Heading, string Empty, ImmutableArray<CriterionView> Criteria);

/// <summary>A text that is printed where it stands.</summary>
public sealed record GuideView(string? Title, GuidanceHtml Text)
{
    public static ImmutableArray<GuideView> Of(ImmutableArray<Guide> guides) => [.. guides.Select(g => new GuideView(g.Title, GuidanceText.Html(g.Markdown)))];
}

/// <summary>A cohort or measure in plain English.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Noun">Cohort or Measure.</param>
/// <param name="Title">Its title.</param>
/// <param name="Name">Its name in the protocol.</param>
/// <param name="Description">What the protocol says of it.</param>
/// <param name="Facts">From whom it starts, how often it is run, and the like.</param>
/// <param name="Groups">Its criteria.</param>
/// <param name="Guides">Its guidance.</param>
/// <param name="Evidence">What it cites as a whole.</param>
public sealed record StatementView(
    string Id,
    string Noun,
    string Title,
    string Name,
    GuidanceHtml? Description,
    ImmutableArray<FactView> Facts,
    ImmutableArray<CriteriaView> Groups,
    ImmutableArray<GuideView> Guides,
    ImmutableArray<LinkView> Evidence);
