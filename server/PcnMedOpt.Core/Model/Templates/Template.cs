using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Model.Templates;

/// <summary>A coded consultation (language §6).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Description">The lines before it.</param>
/// <param name="For">The patients whom it is for; null when it does not say.</param>
/// <param name="Lasts">How long the consultation takes; null when it does not say.</param>
/// <param name="Framework">The framework that its steps follow; null when it does not say.</param>
/// <param name="Steps">In the order of the text.</param>
/// <param name="Guides">Guidance that stands before the steps.</param>
/// <param name="Cites">What its own clauses cite.</param>
public sealed record Template(
    string Name,
    string Title,
    string? Description,
    OfCohort? For,
    TimeAmount? Lasts,
    Framework? Framework,
    ImmutableArray<TemplateStep> Steps,
    ImmutableArray<Guide> Guides,
    ImmutableArray<Citation> Cites)
{
    /// <summary>Every field, also those that follow an option, in the order of the text.</summary>
    public IEnumerable<Field> Fields => Steps.SelectMany(s => s.Items).OfType<Field>().SelectMany(f => f.WithFollowing);
}

/// <summary>A framework, as a title that attributes it and its number of steps.</summary>
public sealed record Framework(string Title, int Steps, TextSpan Span);

/// <summary>A step of the consultation: what is asked, shown and said in it, in the order of the text.</summary>
public sealed record TemplateStep(int Number, string Title, ImmutableArray<StepItem> Items, ImmutableArray<Citation> Cites, TextSpan Span);
