using System.Globalization;

namespace PcnMedOpt.Core.Semantics;

/// <summary>Dates as British readers write them: 20 November 2026.</summary>
public static class EnglishDates
{
    public static string Of(DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
