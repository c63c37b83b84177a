using System.Collections.Immutable;
using PcnMedOpt.Core.Model.Sops;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Emit.Drawings;
using PcnMedOpt.Emit.Pages;

namespace PcnMedOpt.Emit.Print;

/// <summary>A band, or a change that comes on top of the bands: the letter and word of its colour, its extent, and what is done.</summary>
public sealed record BandView(string Letter, string Word, string Style, string Extent, string Action, ImmutableArray<LinkView> Evidence);

/// <summary>A limit with its scale.</summary>
/// <param name="Id">Where it stands on the page.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Looks">At which result it looks, and in which unit.</param>
/// <param name="Source">The procedure that it is taken from; null for its own.</param>
/// <param name="Scale">Its bands as a picture; null where it has none.</param>
/// <param name="Bands">Its bands in the order of their values, then the changes.</param>
/// <param name="Evidence">What it cites.</param>
public sealed record LimitView(string Id, string Title, string Looks, string? Source, Picture? Scale, ImmutableArray<BandView> Bands, ImmutableArray<LinkView> Evidence)
{
    /// <summary>What somebody must act on.</summary>
    public ImmutableArray<BandView> Acted => [.. Bands.Where(b => b.Action.Length > 0)];

    /// <summary>The title stands beside all of them, in the row of the first; null for none.</summary>
    public BandView? FirstActed => Acted.FirstOrDefault();

    public ImmutableArray<BandView> OtherActed => [.. Acted.Skip(1)];
}

/// <summary>The limits of a procedure, its own and those that it takes from others.</summary>
internal static class ProcedureLimits
{
    public static ImmutableArray<LimitView> Of(Sop sop, PrintedDocument document) =>
        [.. Taken(sop, document, [sop.Name]).Select(l => View(l.Sop, l.Limit, l.Sop == sop.Name, document))];

    /// <summary>Its own first; a limit of the same name that comes later adds nothing.</summary>
    private static IEnumerable<(string Sop, Limit Limit)> Taken(Sop sop, PrintedDocument document, ImmutableHashSet<string> seen)
    {
        var own = sop.Limits.Select(l => (Sop: sop.Name, Limit: l));
        var others = from taken in sop.LimitsAs
                     where !seen.Contains(taken.Sop)
                     let other = document.Model<Sop>(taken.Sop)
                     where other is not null
                     from limit in Taken(other, document, seen.Add(taken.Sop))
                     where !taken.Except.Contains(limit.Limit.Name)
                     select limit;
        return own.Concat(others).DistinctBy(l => l.Limit.Name);
    }

    private static LimitView View(string owner, Limit limit, bool isOwn, PrintedDocument document)
    {
        var unit = limit.Unit.IsNone ? "no unit" : UnitText.Of(limit.Unit);
        var bands = limit.Bands.OrderBy(b => b.Low ?? decimal.MinValue).ThenByDescending(b => b.HoldsLow).ToImmutableArray();
        ImmutableArray<LinkView> Cites(IEnumerable<Citation> cites) => document.EvidenceOf(owner, cites);
        var id = $"limit-{limit.Name}";
        return new LimitView(
            id,
            limit.Title,
            $"The latest result of {document.English.Named(limit.Set)}, in {unit}",
            isOwn ? null : document.Called(owner),
            bands.IsEmpty ? null : BandScale.Of(new BandScaleView($"{id}-scale", limit.Title, unit, [.. bands.Select(Scale)])),
            [
                .. bands.Select(b => Band(b.Colour, Extent(b, limit.Unit), b.Action, Cites(b.Cites))),
                .. limit.Changes.Select(c => Band(c.Colour, document.English.Of(c.Change), c.Action, Cites(c.Cites))),
            ],
            Cites(limit.Cites));
    }

    private static BandView Band(Colour colour, string extent, string? action, ImmutableArray<LinkView> evidence) =>
        new(BandScale.Letter(colour), BandScale.Word(colour), BandScale.Word(colour).ToLowerInvariant(), extent, action ?? "", evidence);

    private static ScaleBand Scale(Band band) => new(
        band.Colour, band.Low is { } low ? Numbers.Shown(low) : null, band.HoldsLow, band.High is { } high ? Numbers.Shown(high) : null, band.HoldsHigh, Extent(band, Unit.None));

    /// <summary>In words that leave no doubt to which band a boundary belongs.</summary>
    private static string Extent(Band band, Unit unit)
    {
        var of = unit.IsNone ? "" : $"\u00A0{UnitText.Of(unit)}";
        return (band.Low, band.High) switch
        {
            (null, { } high) => band.HoldsHigh ? $"{Numbers.Shown(high)}{of} and below" : $"below {Numbers.Shown(high)}{of}",
            ({ } low, null) => band.HoldsLow ? $"{Numbers.Shown(low)}{of} and above" : $"above {Numbers.Shown(low)}{of}",
            ({ } low, { } high) => $"{(band.HoldsLow ? "" : "above ")}{Numbers.Shown(low)} to {(band.HoldsHigh ? "" : "below ")}{Numbers.Shown(high)}{of}",
            _ => "any value",
        };
    }
}
