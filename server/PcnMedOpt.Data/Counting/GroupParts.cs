using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Data.Counting;

/// <summary>Counts in groups, with their names. A group in which nobody is looked at is left out.</summary>
internal static class GroupParts
{
    /// <param name="numerator">How many are counted in each group.</param>
    /// <param name="of">Out of how many; for a count, of whom the groups are made.</param>
    /// <param name="isShare">Whether the denominator is told.</param>
    /// <param name="practices">The names of the practices.</param>
    /// <param name="dimensions">The dimensions that are wanted.</param>
    public static IEnumerable<PartCount> Of(GroupTally numerator, GroupTally of, bool isShare, ImmutableArray<string> practices, IReadOnlyCollection<Dimension> dimensions)
    {
        foreach (var dimension in dimensions)
        {
            var (counts, outOf, nameOf) = dimension switch
            {
                Dimension.Practice => (numerator.Practices, of.Practices, (Func<int, string>)(p => practices[p])),
                Dimension.AgeBand => (numerator.Bands, of.Bands, AgeBands.Name),
                Dimension.Sex => (numerator.Sexes, of.Sexes, sex => ((Sex)sex).ToString().ToLowerInvariant()),
                _ => ([], [], _ => ""),
            };
            for (var group = 0; group < counts.Length; group++)
                if (outOf[group] > 0) yield return new PartCount(dimension, nameOf(group), counts[group], isShare ? outOf[group] : null);
        }
    }
}
