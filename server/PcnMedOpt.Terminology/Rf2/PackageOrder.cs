using System.Globalization;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>Which package is layered on which: by the module dependency reference set.</summary>
internal static class PackageOrder
{
    /// <summary>For each package its place, those that others depend on first; and what is missing or wrong, in sentences.</summary>
    public static (int[] Places, List<string> Notes) Of(IReadOnlyList<Rf2Package> packages, IReadOnlyList<Rf2FileRead> files, Rf2Rows rows, Rf2Pools pools)
    {
        var modules = packages.Select(_ => new HashSet<long>()).ToArray();
        foreach (var (index, file) in files.Index())
        {
            var own = modules[file.Package];
            var last = -1;
            foreach (ref readonly var row in rows.Concepts[index])
                if (row.Module != last) own.Add(pools.Modules.Ids[last = row.Module]);
            foreach (ref readonly var row in rows.Members[index])
                if (row.Module != last) own.Add(pools.Modules.Ids[last = row.Module]);
        }
        var needs = packages.Select((_, p) => files.Index().Where(f => f.Item.Package == p).SelectMany(f => rows.Dependencies[f.Index].ToList()).Where(d => d.IsActive).ToList()).ToArray();
        var above = packages.Select((_, p) => packages.Index().Select(q => q.Index).Where(q => q != p && needs[p].Any(d => modules[q].Contains(d.Needs) && !modules[p].Contains(d.Needs))).ToHashSet()).ToArray();
        var notes = new List<string>();
        var places = new int[packages.Count];
        var left = Enumerable.Range(0, packages.Count).ToList();
        for (var place = 0; left.Count > 0; place++)
        {
            var next = left.FindIndex(p => !above[p].Overlaps(left));
            if (next < 0)
            {
                notes.Add($"The packages {string.Join(", ", left.Select(p => packages[p].Name))} depend on each other in a circle; they are layered in the order in which they were named.");
                next = 0;
            }
            places[left[next]] = place;
            left.RemoveAt(next);
        }
        notes.AddRange(Missing(needs.SelectMany(n => n), [.. modules.SelectMany(m => m)]));
        return (places, notes);
    }

    /// <summary>Modules that are needed, and are not there or there in an earlier state.</summary>
    private static IEnumerable<string> Missing(IEnumerable<DependencyRow> needs, HashSet<long> loaded)
    {
        var all = needs.ToList();
        var versions = all.GroupBy(d => d.Module).ToDictionary(g => g.Key, g => g.Max(d => d.ModuleDay));
        return
            from need in all
            group need by (need.Module, need.Needs) into pair
            let latest = pair.MaxBy(d => d.ModuleDay)
            orderby pair.Key
            let day = Day(latest.NeedsDay)
            where !loaded.Contains(latest.Needs) || (versions.TryGetValue(latest.Needs, out var has) && has < latest.NeedsDay)
            select loaded.Contains(latest.Needs)
                ? $"Module {latest.Module} was made for module {latest.Needs} of {day}, and that of {Day(versions[latest.Needs])} is loaded: codes may be missing or old."
                : $"Module {latest.Module} needs module {latest.Needs} of {day}, which is not among what is loaded: codes of it are unknown.";
    }

    private static string Day(int number) => string.Create(CultureInfo.InvariantCulture, $"{number / 10_000:D4}-{number / 100 % 100:D2}-{number % 100:D2}");
}
