using System.Collections.Immutable;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>Why the codes of a declaration are named, gathered in any order.</summary>
internal sealed class PinnedReasons
{
    private readonly List<(long Code, string Why)> all = [];
    private readonly Dictionary<string, ImmutableArray<string>> alone = new(StringComparer.Ordinal);

    /// <summary>How often a reason was given.</summary>
    public int Count => all.Count;

    public void Add(long code, string why) => all.Add((code, why));

    public IEnumerable<long> CodesOf(string why) => all.Where(r => r.Why == why).Select(r => r.Code);

    /// <summary>Each code once, in order, with its reasons in order. Codes with the same single reason share it.</summary>
    public IEnumerable<(long Code, ImmutableArray<string> Why)> ByCode()
    {
        all.Sort(static (a, b) => a.Code != b.Code ? a.Code.CompareTo(b.Code) : string.CompareOrdinal(a.Why, b.Why));
        for (var (start, end) = (0, 0); start < all.Count; start = end)
        {
            while (end < all.Count && all[end].Code == all[start].Code) end++;
            yield return (all[start].Code, end - start == 1 ? Alone(all[start].Why) : [.. all[start..end].Select(r => r.Why).Distinct(StringComparer.Ordinal)]);
        }
    }

    private ImmutableArray<string> Alone(string why) => alone.TryGetValue(why, out var known) ? known : alone[why] = [why];
}
