using System.Numerics;

namespace PcnMedOpt.Core.Units;

/// <summary>An exact fraction, so that 100 U/L and 1,667 nkat/L compare without rounding.</summary>
public readonly record struct Ratio(BigInteger Numerator, BigInteger Denominator) : IComparable<Ratio>
{
    public static readonly Ratio One = new(1, 1);

    public static Ratio Of(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var scale = (bits[3] >> 16) & 0xFF;
        var digits = new BigInteger(new decimal(bits[0], bits[1], bits[2], value < 0, 0));
        return new Ratio(digits, BigInteger.Pow(10, scale));
    }

    public static Ratio PowerOfTen(int exponent) =>
        exponent >= 0 ? new Ratio(BigInteger.Pow(10, exponent), 1) : new Ratio(1, BigInteger.Pow(10, -exponent));

    public static Ratio operator *(Ratio a, Ratio b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    public static Ratio operator /(Ratio a, Ratio b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    public static bool operator <(Ratio a, Ratio b) => a.CompareTo(b) < 0;

    public static bool operator >(Ratio a, Ratio b) => a.CompareTo(b) > 0;

    public static bool operator <=(Ratio a, Ratio b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Ratio a, Ratio b) => a.CompareTo(b) >= 0;

    /// <summary>Compares by value; denominators are positive.</summary>
    public int CompareTo(Ratio other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
}
