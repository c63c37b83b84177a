using System.Globalization;

namespace PcnMedOpt.Core.Counting;

/// <summary>Shares in percent, of numbers that are both shown: of others nothing is said, not even whether a target is met.</summary>
public static class Shares
{
    /// <summary>From 0 to 100; null where it is not to be told, or there is none because the denominator is 0.</summary>
    public static decimal? Percent(Figure numerator, Figure? denominator) =>
        numerator.Value is { } some && denominator?.Value is > 0 and var all ? 100m * some / all : null;

    /// <summary>With one decimal: <c>4.2%</c>; empty where there is none. What is not all or nothing is never written as 100.0% or 0.0%.</summary>
    public static string Text(Figure numerator, Figure? denominator) => Percent(numerator, denominator) switch
    {
        null => "",
        > 99.9m and < 100 => ">99.9%",
        > 0 and < 0.1m => "<0.1%",
        { } percent => percent.ToString("0.0", CultureInfo.InvariantCulture) + "%",
    };
}
