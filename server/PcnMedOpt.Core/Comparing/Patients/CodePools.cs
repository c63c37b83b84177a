using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Core.Comparing.Patients;

/// <summary>The codes that patients are given of a code set: those that it gained or lost, and some of the others.</summary>
internal sealed class CodePools(ProjectModel old, ProjectModel now)
{
    /// <summary>So many of the codes that stayed, and of those that changed at most so many.</summary>
    private const int MostKept = 12;
    private const int MostChanged = 400;

    private readonly Dictionary<string, (ImmutableArray<long> Kept, ImmutableArray<long> Changed)> known = new(StringComparer.Ordinal);

    /// <summary>A code of the set as either project has it; null where none is known.</summary>
    public long? Draw(string set, Draws draws)
    {
        var (kept, changed) = Of(set);
        if (kept.IsEmpty && changed.IsEmpty) return null;
        return !changed.IsEmpty && (kept.IsEmpty || draws.OneIn(2)) ? draws.Of(changed) : draws.Of(kept);
    }

    /// <summary>The codes that the sets gained or lost.</summary>
    public ImmutableHashSet<long> Changed(IEnumerable<string> sets) => [.. sets.SelectMany(s => Of(s).Changed)];

    private (ImmutableArray<long> Kept, ImmutableArray<long> Changed) Of(string set)
    {
        if (known.TryGetValue(set, out var pool)) return pool;
        var (before, after) = (old.CodeSet(set), now.CodeSet(set));
        var (codes, others) = (before?.Codes ?? [], after?.Codes ?? []);
        var kept = codes.Intersect(others).ToList();
        var changed = before is null || after is null ? [.. codes.Concat(others)] : codes.Except(others).Concat(others.Except(codes)).Order().ToList();
        if (before is null || after is null) (kept, changed) = (changed, []);
        return known[set] = ([.. Spread(kept, MostKept), .. StandIns(before, after)], [.. Spread(changed, MostChanged)]);
    }

    /// <summary>A stand-in for what only a release can tell, where both have it or there is only one set.</summary>
    private static IEnumerable<long> StandIns(ResolvedCodeSet? before, ResolvedCodeSet? after) =>
        (before ?? after)?.Opaque.Select(p => p.StandIn).Where(s => (before ?? after)?.ContainsInExample(s) == true && (after ?? before)?.ContainsInExample(s) == true).Take(2) ?? [];

    private static IEnumerable<long> Spread(List<long> codes, int most)
    {
        for (var i = 0; i < Math.Min(codes.Count, most); i++) yield return codes[(int)((long)i * codes.Count / Math.Min(codes.Count, most))];
    }
}
