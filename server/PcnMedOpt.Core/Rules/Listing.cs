namespace PcnMedOpt.Core.Rules;

/// <summary>Lists in sentences.</summary>
internal static class Listing
{
    /// <summary>"a", "a and b", "a, b and c"; empty for none.</summary>
    public static string And(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Count < 2 ? string.Concat(all) : $"{string.Join(", ", all.SkipLast(1))} and {all[^1]}";
    }

    /// <summary>"a", "a or b", "a, b or c"; empty for none.</summary>
    public static string Or(IReadOnlyList<string> items) =>
        items.Count < 2 ? string.Concat(items) : $"{string.Join(", ", items.SkipLast(1))} or {items[^1]}";

    /// <summary>"1 code", "3 codes".</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
