using System.Collections.Frozen;

namespace PcnMedOpt.Core.Units;

/// <summary>A unit symbol: a size (numerator over denominator, times a power of ten) in base dimensions, and whether it takes prefixes.</summary>
internal sealed record UnitAtom(long Numerator, long Denominator, int Exponent, string Dimensions, bool Metric);

/// <summary>
/// The symbols of UCUM (case sensitive, ucum.org, version 2.1) that GP results use, and their metric prefixes.
/// Two deliberate differences: an amount of substance (mol) is a dimension of its own, because a count of cells and an amount of
/// substance are never the same test; and degrees Celsius convert to nothing else, because the scale has another zero.
/// Dimensions are letters with an exponent: L length, T time, M mass, K temperature, C Celsius, Q charge, N amount, R angle, V luminous
/// intensity; I and A are the arbitrary units [iU] and [arb'U], which UCUM says convert to nothing.
/// </summary>
internal static class UnitAtoms
{
    public static readonly FrozenDictionary<string, int> Prefixes = new Dictionary<string, int>
    {
        ["Y"] = 24,
        ["Z"] = 21,
        ["E"] = 18,
        ["P"] = 15,
        ["T"] = 12,
        ["G"] = 9,
        ["M"] = 6,
        ["k"] = 3,
        ["h"] = 2,
        ["da"] = 1,
        ["d"] = -1,
        ["c"] = -2,
        ["m"] = -3,
        ["u"] = -6,
        ["n"] = -9,
        ["p"] = -12,
        ["f"] = -15,
        ["a"] = -18,
        ["z"] = -21,
        ["y"] = -24,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static readonly FrozenDictionary<string, UnitAtom> All = new Dictionary<string, UnitAtom>
    {
        ["m"] = Metric(1, 0, "L1"),
        ["s"] = Metric(1, 0, "T1"),
        ["g"] = Metric(1, 0, "M1"),
        ["rad"] = Metric(1, 0, "R1"),
        ["K"] = Metric(1, 0, "K1"),
        ["Cel"] = Metric(1, 0, "C1"),
        ["C"] = Metric(1, 0, "Q1"),
        ["cd"] = Metric(1, 0, "V1"),
        ["mol"] = Metric(1, 0, "N1"),
        ["osm"] = Metric(1, 0, "N1"),
        ["eq"] = Metric(1, 0, "N1"),
        ["10*"] = Plain(1, 1, ""),
        ["10^"] = Plain(1, 1, ""),
        ["%"] = Plain(1, -2, ""),
        ["[ppm]"] = Plain(1, -6, ""),
        ["[pH]"] = Plain(1, 0, "H1"),
        ["L"] = Metric(1, -3, "L3"),
        ["l"] = Metric(1, -3, "L3"),
        ["t"] = Metric(1, 6, "M1"),
        ["min"] = Plain(60, 0, "T1"),
        ["h"] = Plain(3600, 0, "T1"),
        ["d"] = Plain(86400, 0, "T1"),
        ["wk"] = Plain(604800, 0, "T1"),
        ["mo"] = Plain(2629800, 0, "T1"),
        ["a"] = Plain(31557600, 0, "T1"),
        ["Hz"] = Metric(1, 0, "T-1"),
        ["N"] = Metric(1, 3, "L1M1T-2"),
        ["Pa"] = Metric(1, 3, "L-1M1T-2"),
        ["J"] = Metric(1, 3, "L2M1T-2"),
        ["W"] = Metric(1, 3, "L2M1T-3"),
        ["V"] = Metric(1, 3, "L2M1Q-1T-2"),
        ["bar"] = Metric(1, 8, "L-1M1T-2"),
        ["m[Hg]"] = Metric(133322, 3, "L-1M1T-2"),
        ["cal"] = Metric(4184, 0, "L2M1T-2"),
        ["[Cal]"] = Plain(4184, 3, "L2M1T-2"),
        ["kat"] = Metric(1, 0, "N1T-1"),
        ["U"] = new UnitAtom(1, 60, -6, "N1T-1", true),
        ["[iU]"] = Metric(1, 0, "I1"),
        ["[IU]"] = Metric(1, 0, "I1"),
        ["[arb'U]"] = Plain(1, 0, "A1"),
        ["[in_i]"] = Plain(254, -4, "L1"),
        ["[ft_i]"] = Plain(3048, -4, "L1"),
        ["[lb_av]"] = Plain(45359237, -5, "M1"),
        ["[stone_av]"] = Plain(635029318, -5, "M1"),
        ["[oz_av]"] = Plain(28349523125, -9, "M1"),
        ["[degF]"] = Plain(1, 0, "F1"),
        ["deg"] = Plain(1, 0, "D1"),
        ["Bq"] = Metric(1, 0, "T-1"),
        ["Gy"] = Metric(1, 0, "L2T-2"),
        ["Sv"] = Metric(1, 0, "L2T-2"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static UnitAtom Metric(long size, int exponent, string dimensions) => new(size, 1, exponent, dimensions, true);

    private static UnitAtom Plain(long size, int exponent, string dimensions) => new(size, 1, exponent, dimensions, false);
}
