using System.Globalization;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Workbooks.Dashboard;

/// <summary>
/// A target as two bounds, each included or not, in whole numbers: spreadsheets count in binary fractions, in which 29 of 50 is less than 58 %. Instead of dividing, the
/// formula compares numerator × 100 × scale with bound × denominator, all whole.
/// </summary>
/// <param name="Low">The lower bound in percent, times the scale; 0 where there is none.</param>
/// <param name="LowIncluded">The bound itself meets the target.</param>
/// <param name="High">The upper bound in percent, times the scale; 100 % where there is none.</param>
/// <param name="HighIncluded">The bound itself meets the target.</param>
/// <param name="Scale">10 for each decimal place of the target.</param>
internal sealed record TargetBounds(decimal Low, bool LowIncluded, decimal High, bool HighIncluded, int Scale)
{
    /// <summary>Any share: of a measure without target.</summary>
    public static readonly TargetBounds Any = new(0, true, 100, true, 1);

    public static TargetBounds Of(Target target)
    {
        var high = target.High ?? target.Low;
        var scale = 1;
        while (scale < 1_000_000 && (target.Low * scale % 1 != 0 || high * scale % 1 != 0)) scale *= 10;
        var (low, top) = (decimal.Truncate(target.Low * scale), decimal.Truncate(high * scale));
        return target.Comparison switch
        {
            Comparison.AtLeast => new TargetBounds(low, true, 100 * scale, true, scale),
            Comparison.MoreThan => new TargetBounds(low, false, 100 * scale, true, scale),
            Comparison.AtMost => new TargetBounds(0, true, low, true, scale),
            Comparison.LessThan => new TargetBounds(0, true, low, false, scale),
            _ => new TargetBounds(low, true, top, true, scale),
        };
    }

    /// <summary>The lower bound as a share, for a chart; null where there is none.</summary>
    public decimal? LowShare => Low > 0 ? Low / Scale / 100 : null;

    public decimal? HighShare => High < 100 * Scale ? High / Scale / 100 : null;

    /// <summary>A formula that is true when the share of the two places meets the target.</summary>
    public string IsMet(string numerator, string denominator) => string.Create(
        CultureInfo.InvariantCulture,
        $"AND({numerator}*{100 * Scale}{(LowIncluded ? ">=" : ">")}{Numbers.Shown(Low)}*{denominator},{numerator}*{100 * Scale}{(HighIncluded ? "<=" : "<")}{Numbers.Shown(High)}*{denominator})");
}
