using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Drawings;

namespace PcnMedOpt.Emit.Pages;

/// <summary>A part in a row of a table: its number, out of how many, its share.</summary>
public sealed record CountedPartView(string Value, string Number, string Whole, string Share);

/// <summary>The parts of a number by one dimension: a drawing, and a table that says the same.</summary>
/// <param name="Heading">By what.</param>
/// <param name="Caption">Of the table.</param>
/// <param name="Picture">The drawing.</param>
/// <param name="Note">What a reader must know of them; empty for nothing.</param>
/// <param name="HasWhole">Each has a denominator of its own, and the share is of it; else it is of the whole number.</param>
/// <param name="Rows">The parts.</param>
public sealed record CountedPartsView(string Heading, string Caption, Picture Picture, string Note, bool HasWhole, ImmutableArray<CountedPartView> Rows)
{
    /// <param name="id">The id of the cohort or measure on the page.</param>
    /// <param name="title">What the cohort or measure is called.</param>
    /// <param name="parts">Its parts, in the order in which they are shown.</param>
    /// <param name="whole">The number that they are parts of.</param>
    /// <param name="isRate">Their shares are drawn, and not their numbers.</param>
    /// <param name="target">A target of the shares in percent.</param>
    public static ImmutableArray<CountedPartsView> Of(string id, string title, ImmutableArray<PublishedPart> parts, Figure whole, bool isRate, Target? target) =>
        [.. parts.GroupBy(p => p.Dimension).OrderBy(g => g.Key).Select(g => Of(id, title, g.Key, [.. g], whole, isRate, target))];

    private static CountedPartsView Of(string id, string title, Dimension dimension, ImmutableArray<PublishedPart> parts, Figure whole, bool isRate, Target? target)
    {
        var word = CountWords.Of(dimension);
        var hasWhole = parts.Any(p => p.Denominator is not null);
        var shown = dimension == Dimension.AgeBand ? Trimmed(parts) : parts;
        var pictureId = $"{id}-{word.Replace(' ', '-')}";
        var caption = $"{title}, by {word}";
        var picture = isRate && hasWhole ? Rates(pictureId, caption, shown, target) : dimension == Dimension.AgeBand ? ColumnChart.Of(pictureId, caption, Numbers(shown, whole)) : BarChart.Of(pictureId, caption, Numbers(shown, whole), [], "");
        return new CountedPartsView(
            $"By {word}",
            caption,
            picture,
            dimension == Dimension.Reason ? "A patient may have several reasons, so that they may add up to more than the whole." : "",
            hasWhole,
            [.. shown.Select(p => new CountedPartView(p.Value, p.Numerator.Text, p.Denominator?.Text ?? "", Shares.Text(p.Numerator, hasWhole ? p.Denominator : whole)))]);
    }

    /// <summary>Without the empty age bands at both ends.</summary>
    private static ImmutableArray<PublishedPart> Trimmed(ImmutableArray<PublishedPart> parts)
    {
        static bool IsEmpty(PublishedPart part) => part.Numerator.Value == 0 && part.Denominator?.Value is null or 0;
        ImmutableArray<PublishedPart> trimmed = [.. parts.SkipWhile(IsEmpty).Reverse().SkipWhile(IsEmpty).Reverse()];
        return trimmed.IsEmpty ? parts : trimmed;
    }

    private static Picture Rates(string id, string title, ImmutableArray<PublishedPart> parts, Target? target)
    {
        ImmutableArray<double> bounds = target is null ? [] : [.. new[] { target.Low, target.High }.OfType<decimal>().Distinct().Select(b => (double)b / 100)];
        return BarChart.Of(
            id,
            title,
            [.. parts.Select(p => new Bar(p.Value, p.Numerator, (double?)Shares.Percent(p.Numerator, p.Denominator) / 100 ?? (p.Denominator?.Value == 0 ? 0 : null), RateNote(p)))],
            bounds,
            target is null ? "" : $"Target: {MeasureWords.Of(target)}");
    }

    private static string RateNote(PublishedPart part) => $"of {part.Denominator?.Text ?? "none"}{(Shares.Text(part.Numerator, part.Denominator) is { Length: > 0 } share ? $": {share}" : "")}";

    /// <summary>The longest bar is the largest number that is told.</summary>
    private static ImmutableArray<Bar> Numbers(ImmutableArray<PublishedPart> parts, Figure whole)
    {
        var most = parts.Max(p => p.Numerator.Value) ?? 0;
        string Note(PublishedPart part) => part.Denominator is { } of
            ? Shares.Text(part.Numerator, of) is { Length: > 0 } share ? $"{share} of {of.Text}" : $"of {of.Text}"
            : Shares.Text(part.Numerator, whole);
        return [.. parts.Select(p => new Bar(p.Value, p.Numerator, p.Numerator.Value is { } value ? most == 0 ? 0 : (double)value / most : null, Note(p)))];
    }
}
