using System.Numerics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Units;
using PcnMedOpt.Emit.Sql;

namespace PcnMedOpt.Tool.Databases;

/// <summary>A result as it stands in the table of events: its unit read, and its amount in base units exactly.</summary>
/// <param name="IsUsable">A number whose unit is known, or that has none.</param>
/// <param name="Comparator">"&lt;" or ">" and their kin; null for an exact result.</param>
/// <param name="Number">The number as it was recorded.</param>
/// <param name="Unit">Its UCUM unit; null where none was recorded or it is not known.</param>
/// <param name="Kind">What the unit has in common with those that it converts into.</param>
/// <param name="Amount">The number in base units, when a decimal of 28 digits holds it; else it is <paramref name="LongAmount"/>.</param>
/// <param name="LongAmount">A whole number.</param>
/// <param name="Per">What the amount is divided by.</param>
internal sealed record ClassedResult(bool IsUsable, string? Comparator, decimal? Number, string? Unit, string? Kind, decimal? Amount, BigInteger? LongAmount, BigInteger? Per)
{
    private const int LongestScale = 28;

    private static readonly BigInteger Largest = new(decimal.MaxValue);

    public static ClassedResult Of(ResultValue result)
    {
        var comparator = result.Comparator switch { Comparison.AtLeast => ">=", Comparison.MoreThan => ">", Comparison.AtMost => "<=", Comparison.LessThan => "<", _ => null };
        var unit = result.Unit is null ? Core.Units.Unit.None : UnitSpellings.Read(result.Unit);
        if (result.Number is not { } number || unit is null) return new ClassedResult(false, comparator, result.Number, null, null, null, null, null);
        var exact = ExactAmount.Of(number, unit);
        var fits = exact.Scale <= LongestScale && BigInteger.Abs(exact.Digits) <= Largest;
        return new ClassedResult(
            true,
            comparator,
            number,
            unit.IsNone ? null : unit.Text,
            ExactAmount.KindOf(unit),
            fits ? Decimal(exact) : null,
            fits ? null : exact.Digits,
            fits ? exact.Per : exact.Per * BigInteger.Pow(10, exact.Scale));
    }

    private static decimal Decimal(ExactAmount exact)
    {
        var digits = BigInteger.Abs(exact.Digits);
        int Part(int place) => unchecked((int)(uint)((digits >> (32 * place)) & uint.MaxValue));
        return new decimal(Part(0), Part(1), Part(2), exact.Digits.Sign < 0, (byte)exact.Scale);
    }
}
