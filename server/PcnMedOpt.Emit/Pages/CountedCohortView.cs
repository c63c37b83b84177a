using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Emit.Drawings;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>What a criterion does, in a row of a table.</summary>
public sealed record CountedCriterionView(string Label, string Holds, string Alone, string Left);

/// <summary>How a cohort became so many.</summary>
/// <param name="Line">Its name and number.</param>
/// <param name="Population">Whom it starts from.</param>
/// <param name="PopulationHeading">The same at the beginning of a row.</param>
/// <param name="Caveats">Why the count may be wrong.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Picture">The funnel.</param>
/// <param name="IncludeHeading">How its include criteria are joined.</param>
/// <param name="Include">Its include criteria.</param>
/// <param name="Included">Who satisfies them.</param>
/// <param name="Exclude">Its exclude criteria.</param>
/// <param name="Parts">Its parts.</param>
public sealed record CountedCohortView(
    CountLineView Line,
    string Population,
    string PopulationHeading,
    ImmutableArray<string> Caveats,
    GuidanceHtml? Description,
    Picture Picture,
    string IncludeHeading,
    ImmutableArray<CountedCriterionView> Include,
    string Included,
    ImmutableArray<CountedCriterionView> Exclude,
    ImmutableArray<CountedPartsView> Parts)
{
    public static CountedCohortView Of(PublishedCohort count, int index)
    {
        var cohort = count.Cohort;
        var id = string.Create(CultureInfo.InvariantCulture, $"cohort-{index + 1}");
        var share = Shares.Text(count.In, count.Population);
        return new CountedCohortView(
            new CountLineView(id, cohort.Title, cohort.Name, count.In.Text, count.Population.Text, share, "", !count.Caveats.Incomplete.IsEmpty),
            CountWords.Of(cohort.From),
            Capital(CountWords.Of(cohort.From)),
            [.. CountWords.Of(count.Caveats)],
            cohort.Description is { } description ? GuidanceText.Html(description) : null,
            Funnel.Of($"{id}-funnel", $"{cohort.Title}: how the cohort became so many", new FunnelStep(Capital(CountWords.Of(cohort.From)), count.Population, ""), [.. Steps(count)]),
            cohort.Include is { } inclusion ? Capital(CountWords.Of(inclusion)) : "",
            [.. count.Include.Select(View)],
            count.Included.Text,
            [.. count.Exclude.Select(View)],
            CountedPartsView.Of(id, cohort.Title, count.Parts, count.In, isRate: false, null));
    }

    private static IEnumerable<FunnelStep> Steps(PublishedCohort count)
    {
        yield return new FunnelStep("Included", count.Included, Shares.Text(count.Included, count.Population));
        var before = count.Included;
        foreach (var criterion in count.Exclude)
        {
            yield return new FunnelStep($"Without: {criterion.Label}", criterion.Left, Fewer(before, criterion.Left));
            before = criterion.Left;
        }
        yield return new FunnelStep("In the cohort", count.In, Shares.Text(count.In, count.Population) is { Length: > 0 } share ? $"{share} of all" : "");
    }

    /// <summary>How many fewer, where both numbers are told: it tells nothing that they do not.</summary>
    private static string Fewer(Figure before, Figure after) =>
        before.Value is { } from && after.Value is { } to ? string.Create(CultureInfo.InvariantCulture, $"{from - to:N0} fewer") : "";

    private static CountedCriterionView View(PublishedCriterion criterion) => new(criterion.Label, criterion.Holds.Text, criterion.Alone.Text, criterion.Left.Text);

    internal static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
