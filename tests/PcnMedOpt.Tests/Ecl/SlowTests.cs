using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Ecl;

namespace PcnMedOpt.Tests.Ecl;

/// <summary>Numbers, days and terms, straight from their definitions.</summary>
internal static class SlowTests
{
    public static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static bool Compares(decimal found, decimal wanted, EclOrder order) => order switch
    {
        EclOrder.Equal => found == wanted,
        EclOrder.NotEqual => found != wanted,
        EclOrder.Less => found < wanted,
        EclOrder.LessOrEqual => found <= wanted,
        EclOrder.Greater => found > wanted,
        EclOrder.GreaterOrEqual => found >= wanted,
        _ => throw new UnreachableException(),
    };

    public static bool Compares(int day, TimeComparison times) =>
        times.Order == EclOrder.NotEqual ? times.Days.All(d => d != day) : times.Days.Any(d => Compares(day, d, times.Order));

    public static bool Matches(SearchTerm term, string text) => term switch
    {
        MatchTerm match => match.Words.All(w => Regex.Split(text.ToLowerInvariant(), "[^a-z0-9]+").Any(t => t.StartsWith(w.ToLowerInvariant(), StringComparison.Ordinal))),
        WildTerm wild => Regex.IsMatch(text, $"^{Regex.Escape(wild.Pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant),
        _ => throw new UnreachableException(),
    };

    public static DescriptionType TypeOf(long type) => type switch
    {
        SmallIds.Synonym => DescriptionType.Synonym,
        SmallIds.FullName => DescriptionType.FullySpecifiedName,
        _ => DescriptionType.Definition,
    };

    public static long Dialect(string? alias) => alias == "en-gb" ? SmallIds.BritishEnglish : SmallIds.NhsClinical;
}
