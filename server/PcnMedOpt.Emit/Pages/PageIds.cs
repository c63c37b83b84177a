using System.Globalization;

namespace PcnMedOpt.Emit.Pages;

/// <summary>Where things stand on a page: the ids that links lead to. Names are words of the language and need no escaping.</summary>
public static class PageIds
{
    public static string OfCodes(string set) => $"codes-{set}";

    public static string OfEvidence(int number) => string.Create(CultureInfo.InvariantCulture, $"evidence-{number}");
}
