using System.Globalization;
using System.Numerics;
using PcnMedOpt.Core.Units;

namespace PcnMedOpt.Emit.Sql;

/// <summary>
/// A number in the base units of its kind as an exact fraction: a decimal of finite length, and a divisor that is 1 wherever the fraction is a decimal of finite
/// length. 1 U/L is a sixtieth of a nkat per mL, so that its divisor is 3.
/// </summary>
/// <param name="Digits">The decimal without its point.</param>
/// <param name="Scale">How many of the digits stand after the point.</param>
/// <param name="Per">The divisor: positive, and without a factor of 2 or 5.</param>
public sealed record ExactAmount(BigInteger Digits, int Scale, BigInteger Per)
{
    public static ExactAmount Of(decimal value, Unit unit) => Of(Ratio.Of(value) * unit.Size);

    public static ExactAmount Of(decimal value) => Of(Ratio.Of(value));

    public static ExactAmount Of(Ratio ratio)
    {
        var common = BigInteger.GreatestCommonDivisor(ratio.Numerator, ratio.Denominator);
        var (digits, per) = (ratio.Numerator / common, ratio.Denominator / common);
        var scale = 0;
        while (per.IsEven || (per % 5).IsZero)
        {
            var divisor = (per % 10).IsZero ? 10 : per.IsEven ? 2 : 5;
            per /= divisor;
            digits *= 10 / divisor;
            scale++;
        }
        return new ExactAmount(digits, scale, per);
    }

    /// <summary>The decimal: <c>-0.05</c>.</summary>
    public string Text
    {
        get
        {
            var text = BigInteger.Abs(Digits).ToString(CultureInfo.InvariantCulture);
            if (Scale > 0) text = text.PadLeft(Scale + 1, '0').Insert(Math.Max(text.Length, Scale + 1) - Scale, ".");
            return Digits.Sign < 0 ? $"-{text}" : text;
        }
    }

    public string PerText => Per.ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// What two units have in common that convert into each other: their dimensions, and the text in braces. Null for a bare number.
    /// </summary>
    public static string? KindOf(Unit unit) => unit.IsNone ? null : $"{(unit.Dimensions.Length == 0 ? "1" : unit.Dimensions)}{(unit.Annotation.Length == 0 ? "" : $"{{{unit.Annotation}}}")}";
}
