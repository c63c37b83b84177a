using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Emis.Reading;

/// <summary>Which reports ask which.</summary>
public static class EmisReferences
{
    /// <summary>The longest chain seen in an export is eight reports.</summary>
    private const int LongestChain = 200;

    /// <summary>The reports that a report refers to, in the file or not.</summary>
    public static IEnumerable<string> Of(EmisReport report) =>
        report.Groups.SelectMany(g => g.Definition?.Members ?? []).SelectMany(Of).Concat(report.Parent.Report is { } parent ? [parent] : []).Distinct(StringComparer.Ordinal);

    /// <summary>Each after those that it refers to, and otherwise in the order of the file.</summary>
    public static ImmutableArray<EmisReport> InOrder(ImmutableArray<EmisReport> reports)
    {
        var depths = Depths(reports);
        return [.. reports.OrderBy(r => depths.GetValueOrDefault(r.Id))];
    }

    /// <summary>Reports that ask each other in a circle, or a chain of them that never ends.</summary>
    internal static EmisFault? Fault(ImmutableArray<EmisReport> reports)
    {
        var depths = Depths(reports);
        if (reports.FirstOrDefault(r => !depths.ContainsKey(r.Id)) is { } circle)
            return new EmisFault(circle.Place, $"The report '{Part.Shown(circle.Name)}' depends on itself, directly or through others, so that nobody can say whom it finds.");
        return reports.FirstOrDefault(r => depths[r.Id] > LongestChain) is { } deep
            ? new EmisFault(deep.Place, $"The report '{Part.Shown(deep.Name)}' depends on more than {LongestChain} others one after the other. The file is refused.")
            : null;
    }

    private static IEnumerable<string> Of(EmisMember member) => member switch
    {
        EmisPopulationMember population => [population.Report],
        EmisCriterionMember { Criterion: var criterion } => criterion.All().SelectMany(c => c.BaseGroups).SelectMany(g => g.Members).OfType<EmisPopulationMember>().Select(p => p.Report),
        _ => [],
    };

    /// <summary>How many reports lie one below the other under each; those of a circle have none.</summary>
    private static Dictionary<string, int> Depths(ImmutableArray<EmisReport> reports)
    {
        var known = reports.Select(r => r.Id).ToHashSet(StringComparer.Ordinal);
        var waiting = reports.DistinctBy(r => r.Id).ToDictionary(r => r.Id, r => Of(r).Where(known.Contains).ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
        var users = waiting.SelectMany(w => w.Value.Select(other => (Other: other, User: w.Key))).ToLookup(p => p.Other, p => p.User, StringComparer.Ordinal);
        var depths = new Dictionary<string, int>(StringComparer.Ordinal);
        var ready = new Queue<string>(waiting.Where(w => w.Value.Count == 0).Select(w => w.Key));
        foreach (var id in ready) depths[id] = 0;
        while (ready.TryDequeue(out var id))
            foreach (var user in users[id])
            {
                waiting[user].Remove(id);
                if (waiting[user].Count > 0) continue;
                depths[user] = depths[id] + 1;
                ready.Enqueue(user);
            }
        return depths;
    }
}
