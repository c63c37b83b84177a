using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Rules.Names;

/// <summary>
/// Declarations that depend on each other in a circle. All that can be reached from each other are one mistake, told at the
/// first of them with the shortest way round.
/// </summary>
internal static class Circles
{
    public static IEnumerable<ProjectFinding> Find(ProjectIndex project, IEnumerable<PlacedDeclaration> among, NameRole role, Func<PlacedDeclaration, string, Diagnostic> tell) =>
        project.Graph.Keep($"circles of {role}", () => AreThere(among, role)) ? Find(among, role, tell) : [];

    private static bool AreThere(IEnumerable<PlacedDeclaration> among, NameRole role)
    {
        var next = Uses(among.ToDictionary(d => d.Facts.Name ?? "", StringComparer.Ordinal), role);
        TakeAwayWhatEnds(next);
        return next.Count > 0;
    }

    private static IEnumerable<ProjectFinding> Find(IEnumerable<PlacedDeclaration> among, NameRole role, Func<PlacedDeclaration, string, Diagnostic> tell)
    {
        var placed = among.ToDictionary(d => d.Facts.Name ?? "", StringComparer.Ordinal);
        var next = Uses(placed, role);
        TakeAwayWhatEnds(next);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in placed.Keys.Where(n => next.ContainsKey(n) && !told.Contains(n)))
        {
            if (WayRound(name, next) is not { } way) continue;
            told.UnionWith(From(name, next).Keys.Where(other => From(other, next).ContainsKey(name)));
            yield return new ProjectFinding(placed[name], tell(placed[name], string.Join(" -> ", way)));
        }
    }

    /// <summary>What each depends on; one that depends on nothing is left out.</summary>
    private static Dictionary<string, List<string>> Uses(Dictionary<string, PlacedDeclaration> placed, NameRole role)
    {
        var next = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var (name, declaration) in placed)
            foreach (var use in declaration.Facts.Uses)
                if (use.Role == role && placed.ContainsKey(use.Name))
                {
                    if (!next.TryGetValue(name, out var uses)) next[name] = uses = [];
                    if (!uses.Contains(use.Name)) uses.Add(use.Name);
                }
        return next;
    }

    /// <summary>What depends on nothing, or only on what was taken away, is in no circle: of a sound project nothing is left.</summary>
    private static void TakeAwayWhatEnds(Dictionary<string, List<string>> next)
    {
        var left = next.ToDictionary(n => n.Key, n => n.Value.Count, StringComparer.Ordinal);
        var users = next.SelectMany(n => n.Value.Select(used => (used, user: n.Key))).ToLookup(u => u.used, u => u.user, StringComparer.Ordinal);
        var ends = new Queue<string>(users.Select(u => u.Key).Where(used => !next.ContainsKey(used)));
        while (ends.TryDequeue(out var end))
        {
            next.Remove(end);
            foreach (var user in users[end])
                if (--left[user] == 0) ends.Enqueue(user);
        }
        foreach (var uses in next.Values) uses.RemoveAll(used => !next.ContainsKey(used));
    }

    /// <summary>The names from one back to itself by the fewest steps, or null when no way leads back.</summary>
    private static List<string>? WayRound(string name, Dictionary<string, List<string>> next)
    {
        var from = From(name, next);
        if (!from.TryGetValue(name, out var before)) return null;
        var way = new List<string> { name };
        for (; before != name; before = from[before]) way.Add(before);
        way.Add(name);
        way.Reverse();
        return way;
    }

    /// <summary>All that a name depends on, each with the one before it on the shortest way.</summary>
    private static Dictionary<string, string> From(string name, Dictionary<string, List<string>> next)
    {
        var before = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Queue<string>([name]);
        while (open.TryDequeue(out var at))
            foreach (var to in next[at])
                if (before.TryAdd(to, at) && to != name) open.Enqueue(to);
        return before;
    }
}
