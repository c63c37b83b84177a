using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A measure's figure.</summary>
/// <param name="Line">Its name, number and share.</param>
/// <param name="Over">Out of whom.</param>
/// <param name="Caveats">Why the count may be wrong.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Parts">Its parts.</param>
public sealed record CountedMeasureView(CountLineView Line, string Over, ImmutableArray<string> Caveats, GuidanceHtml? Description, ImmutableArray<CountedPartsView> Parts)
{
    public bool IsCount => Line.Whole.Length == 0;

    public static CountedMeasureView Of(PublishedMeasure count, int index)
    {
        var measure = count.Measure;
        var id = string.Create(CultureInfo.InvariantCulture, $"measure-{index + 1}");
        var met = CountWords.Met(measure.Target, count.Numerator, count.Denominator);
        var target = measure.Target is not { } wanted ? "" : met.Length == 0 ? MeasureWords.Of(wanted) : $"{MeasureWords.Of(wanted)}: {met}";
        return new CountedMeasureView(
            new CountLineView(id, measure.Title, measure.Name, count.Numerator.Text, count.Denominator?.Text ?? "", Shares.Text(count.Numerator, count.Denominator), target, !count.Caveats.Incomplete.IsEmpty),
            CountWords.Of(measure.Of),
            [.. CountWords.Of(count.Caveats)],
            measure.Description is { } description ? GuidanceText.Html(description) : null,
            CountedPartsView.Of(id, measure.Title, count.Parts, count.Numerator, count.Denominator is not null, measure.Target));
    }
}
