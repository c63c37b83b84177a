using System.Numerics;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Emit.Emis;

/// <summary>EMIS compares bare numbers, so that a value is written in the unit of the code set, as laboratories report it.</summary>
public static class EmisNumber
{
    /// <summary>The number in the set's unit, or null when it has no finite decimal there.</summary>
    public static string? Of(Quantity quantity, UnitClause? declared)
    {
        if (declared?.Unit is not { } unit || quantity.AsRecorded || unit.Text == quantity.Unit.Text) return Numbers.Shown(quantity.Value);
        var ratio = Ratio.Of(quantity.Value) * quantity.Unit.Size / unit.Size;
        for (var places = 0; places <= 9; places++)
        {
            var scaled = ratio.Numerator * BigInteger.Pow(10, places);
            if (scaled % ratio.Denominator == 0 && BigInteger.Abs(scaled / ratio.Denominator) < BigInteger.Pow(10, 27))
                return Numbers.Shown((decimal)(scaled / ratio.Denominator) / (decimal)BigInteger.Pow(10, places));
        }
        return null;
    }
}
