using PcnMedOpt.Core.Model;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Counting;

/// <summary>What the project's code sets are in an index: the places of their codes, and which results satisfy what. One thread uses it.</summary>
internal sealed class CodeLookup(PatientIndex index, ProjectModel project)
{
    private readonly Dictionary<string, int[]> places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, UsableResults> usable = new(StringComparer.Ordinal);

    public int Codes => index.Codes.Length;

    /// <summary>The places of the codes of a set that are recorded at all; none for a set that does not exist.</summary>
    public int[] PlacesOf(string set)
    {
        if (!places.TryGetValue(set, out var found)) places[set] = found = project.CodeSet(set) is { } resolved ? Common(resolved.Codes.AsSpan()) : [];
        return found;
    }

    /// <summary>The codes of several sets, each with the first of the sets that it is in.</summary>
    public IEnumerable<(int Place, byte Set)> PlacesOf(IReadOnlyList<string> sets)
    {
        var seen = new HashSet<int>();
        for (var set = 0; set < sets.Count; set++)
            foreach (var place in PlacesOf(sets[set]))
                if (seen.Add(place)) yield return (place, (byte)set);
    }

    /// <summary>The results of the index, read as those of a set.</summary>
    public UsableResults ResultsOf(string set)
    {
        if (!usable.TryGetValue(set, out var found)) usable[set] = found = new UsableResults(index.Values, project.Definition(set)?.Unit);
        return found;
    }

    private int[] Common(ReadOnlySpan<long> codes)
    {
        var all = index.Codes.Span;
        var common = new List<int>();
        if (codes.Length < all.Length)
        {
            foreach (var code in codes)
                if (all.BinarySearch(code) is >= 0 and var place) common.Add(place);
        }
        else
        {
            for (var place = 0; place < all.Length; place++)
                if (codes.BinarySearch(all[place]) >= 0) common.Add(place);
        }
        return [.. common];
    }
}
