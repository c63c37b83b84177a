using System.Collections.Immutable;

namespace PcnMedOpt.Core.Model.Sops;

/// <summary>The limits that hold for a procedure: its own, and those that it takes over from others.</summary>
public static class LimitsInForce
{
    /// <summary>Its own first; of two with one name the first counts, and a rule reports the other. A circle ends where it closes.</summary>
    public static ImmutableArray<Limit> Of(Sop sop, Func<string, Sop?> find) => [.. All(sop, find, []).DistinctBy(l => l.Name)];

    private static IEnumerable<Limit> All(Sop sop, Func<string, Sop?> find, ImmutableHashSet<string> above)
    {
        if (above.Contains(sop.Name)) return [];
        return sop.Limits.Concat(
            from taken in sop.LimitsAs
            let other = find(taken.Sop)
            where other is not null
            from limit in All(other, find, above.Add(sop.Name))
            where !taken.Except.Contains(limit.Name)
            select limit with { Cites = [.. limit.Cites, .. taken.Cites] });
    }
}
