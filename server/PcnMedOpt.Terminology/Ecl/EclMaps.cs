using PcnMedOpt.Core.Ecl;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Ecl;

/// <summary>
/// The fields of maps (specification, 6.10): the target by words and their beginnings, unless a pattern is asked for, as terms are; group and priority as
/// numbers.
/// </summary>
internal static class EclMaps
{
    /// <summary>What a filter asks of a row of a map; null where it asks for another field, or for a value of another kind.</summary>
    public static Func<RefsetRow, bool>? Test(MemberFieldFilter filter, EclContext context) => (filter.Field.ToLowerInvariant(), filter.Comparison) switch
    {
        ("maptarget", TextComparison text) => Target(text, context),
        ("mapgroup", NumberComparison number) => row => row.Group != RefsetRow.None && EclValueTest.Compares(number, row.Group),
        ("mappriority", NumberComparison number) => row => row.Priority != RefsetRow.None && EclValueTest.Compares(number, row.Priority),
        _ => null,
    };

    /// <summary>Many rows have the same target, which is looked at once.</summary>
    private static Func<RefsetRow, bool> Target(TextComparison text, EclContext context)
    {
        var matches = EclTermTest.OfText(text, context);
        var known = new Dictionary<int, bool>();
        return row =>
        {
            if (row.Target < 0) return false;
            if (!known.TryGetValue(row.Target, out var takes)) known[row.Target] = takes = matches(context.Store.MapTarget(row.Target));
            return takes;
        };
    }
}
