using System.Globalization;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>What an entry of a code set expands to in a release.</summary>
internal static class Expansion
{
    /// <summary>Of an entry: the codes, each perhaps with a word on it, such as <c>earlier id of 123</c>; or why the release cannot tell.</summary>
    public static (IEnumerable<(long Code, string? Also)> Codes, string? Reason) Of(ITerminology release, OpaquePart part)
    {
        var id = long.Parse(part.Text, CultureInfo.InvariantCulture);
        return part.Kind switch
        {
            OpaqueKind.Refset => release.Members(id) is { } members ? (Plain(members), null) : ([], $"the release does not hold the reference set {id}"),
            OpaqueKind.Descendants => release.Find(id) is not null ? (Plain(release.Descendants(id)), null) : ([], $"the release does not hold {id}"),
            _ => Below(release, id),
        };
    }

    private static IEnumerable<(long, string?)> Plain(IEnumerable<long> codes) => codes.Select(c => (c, (string?)null));

    /// <summary>Of an expression.</summary>
    public static (IEnumerable<(long Code, string? Also)> Codes, string? Reason) Of(EclAnswer answer) => answer switch
    {
        { Concepts: { } found } => (Plain(found), null),
        { Fault: { } fault } => ([], fault.Message),
        _ => ([], string.Join(' ', answer.NotEvaluated)),
    };

    /// <summary>What is below an entry of dm+d, with the earlier and later identifiers of all of it, those of the entry itself among them.</summary>
    private static (IEnumerable<(long, string?)>, string?) Below(ITerminology release, long id)
    {
        if (!release.Release.HasDmd) return ([], "the release holds no dm+d");
        var later = release.DmdSuccessors(id);
        var waiting = new Queue<DmdEntry>(later.Append(id).Select(release.Dmd).OfType<DmdEntry>());
        if (waiting.Count == 0) return ([], $"the release does not hold {id} in dm+d");
        var found = new SortedDictionary<long, string?>();
        foreach (var code in later) found[code] = $"later id of {id}";
        var seen = waiting.Select(w => w.Id).ToHashSet();
        while (waiting.TryDequeue(out var entry))
        {
            foreach (var earlier in entry.Previous.Where(p => p != id)) found.TryAdd(earlier, $"earlier id of {entry.Id}");
            foreach (var below in entry.Below)
            {
                if (!seen.Add(below) || release.Dmd(below) is not { } next) continue;
                found[below] = null;
                waiting.Enqueue(next);
            }
        }
        return (found.Select(f => (f.Key, f.Value)), null);
    }
}
