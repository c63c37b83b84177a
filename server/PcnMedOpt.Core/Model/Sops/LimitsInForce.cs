using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

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
            select TakenFrom(other.Name, limit) with { Cites = [.. Told(other.Name, limit.Cites), .. taken.Cites] });
    }

    /// <summary>What a limit cites means what the protocol of its own file says.</summary>
    private static Limit TakenFrom(string sop, Limit limit) => limit with
    {
        Bands = [.. limit.Bands.Select(b => b with { Cites = Told(sop, b.Cites) })],
        Changes = [.. limit.Changes.Select(c => c with { Cites = Told(sop, c.Cites) })],
    };

    private static ImmutableArray<Citation> Told(string sop, ImmutableArray<Citation> cites) => [.. cites.Select(c => c.From is null ? c with { From = sop } : c)];
}
