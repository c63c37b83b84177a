using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>Bands in words: <c>below 3.5 10*9/L</c>, <c>3.5 10*9/L and above</c>.</summary>
public static class BandText
{
    public static string Of(Band band, Unit unit) => (band.Low, band.High) switch
    {
        (null, { } high) => band.HoldsHigh ? $"{Shown(high, unit)} and below" : $"below {Shown(high, unit)}",
        ({ } low, null) => band.HoldsLow ? $"{Shown(low, unit)} and above" : $"above {Shown(low, unit)}",
        ({ } low, { } high) => (band.HoldsLow, band.HoldsHigh) switch
        {
            (true, false) => $"{Numbers.Shown(low)} to below {Shown(high, unit)}",
            (false, true) => $"above {Numbers.Shown(low)} to {Shown(high, unit)}",
            (true, true) => $"{Numbers.Shown(low)} to {Shown(high, unit)}",
            _ => $"above {Numbers.Shown(low)} to below {Shown(high, unit)}",
        },
        _ => "any value",
    };

    public static string Of(ChangeBand band)
    {
        var amount = band.Change.Percent ? $"{Numbers.Shown(band.Change.Amount.Value)} %" : band.Change.Amount.ToString();
        return $"{(band.Change.Rose ? "rise" : "fall")} of {(band.Change.MoreThan ? $"more than {amount}" : $"{amount} or more")} {ConditionText.Of(band.Change.Window)}";
    }

    private static string Shown(decimal value, Unit unit) => unit.IsNone ? Numbers.Shown(value) : $"{Numbers.Shown(value)} {unit}";
}
