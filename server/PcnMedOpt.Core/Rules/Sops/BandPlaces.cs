using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Sops;

/// <summary>A value, or all values between two ends of bands, with one of them to show; and the bands that hold it.</summary>
/// <param name="Value">The end itself, or a short number between two.</param>
/// <param name="IsEdge">It is the end, and nothing else.</param>
/// <param name="After">Between: the end before it.</param>
/// <param name="Before">Between: the end after it; null for none.</param>
/// <param name="Bands">In the order of the text.</param>
internal sealed record BandPlace(decimal Value, bool IsEdge, decimal After, decimal? Before, IReadOnlyList<Band> Bands)
{
    public string FromWords => IsEdge ? $"from {Numbers.Shown(Value)}" : $"above {Numbers.Shown(After)}";

    public string ToWords => IsEdge ? $" up to {Numbers.Shown(Value)}" : Before is { } before ? $" up to below {Numbers.Shown(before)}" : "";
}

/// <summary>The values that bands treat alike: each end by itself, and what lies between two ends. Exact: all are decimals.</summary>
internal static class BandPlaces
{
    /// <summary>From the least to the greatest value that there can be, in order; without end when there is no greatest.</summary>
    public static IReadOnlyList<BandPlace> Of(ImmutableArray<Band> bands, decimal least, decimal? greatest)
    {
        var edges = new SortedSet<decimal> { least };
        if (greatest is { } last) edges.Add(last);
        foreach (var edge in bands.SelectMany(b => new[] { b.Low, b.High }))
            if (edge is { } value && value >= least && !(value > greatest)) edges.Add(value);
        var ends = edges.ToList();
        var places = new List<BandPlace>();
        for (var i = 0; i < ends.Count; i++)
        {
            places.Add(Place(bands, ends[i], true, ends[i], null));
            if (i + 1 < ends.Count) places.Add(Place(bands, Between(ends[i], ends[i + 1]), false, ends[i], ends[i + 1]));
            else if (greatest is null) places.Add(Place(bands, decimal.Floor(ends[i]) + 1, false, ends[i], null));
        }
        return places;
    }

    /// <summary>Stretches that no band holds, or that the same two or more hold: from one place to another.</summary>
    public static IEnumerable<(BandPlace From, BandPlace To)> Faults(IReadOnlyList<BandPlace> places)
    {
        for (var i = 0; i < places.Count; i++)
        {
            if (places[i].Bands.Count == 1) continue;
            var from = i;
            while (i + 1 < places.Count && places[i + 1].Bands.SequenceEqual(places[from].Bands)) i++;
            yield return (places[from], places[i]);
        }
    }

    private static BandPlace Place(ImmutableArray<Band> bands, decimal value, bool isEdge, decimal after, decimal? before) =>
        new(value, isEdge, after, before, [.. bands.Where(b => b.Holds(value))]);

    /// <summary>The shortest number between two.</summary>
    private static decimal Between(decimal low, decimal high)
    {
        var most = Math.Max(Math.Abs(low), Math.Abs(high));
        for (var step = 1m; step > 0.0000000000000001m && most <= step * 1_000_000_000_000_000_000_000_000m; step /= 10)
            if ((decimal.Floor(low / step) + 1) * step is var value && value < high) return value;
        return (low + high) / 2;
    }
}
