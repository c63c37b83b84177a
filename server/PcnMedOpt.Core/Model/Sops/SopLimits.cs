namespace PcnMedOpt.Core.Model.Sops;

/// <summary>A limit that counts in a procedure, and the procedure that declares it.</summary>
public sealed record SopLimit(Limit Limit, string From);

/// <summary>The limits that count in a procedure: its own, then those that it takes over with <c>limits as</c>, and they in turn.</summary>
public static class SopLimits
{
    /// <summary>A procedure that takes itself over by a way round, and one that is not there, add nothing: rules report them.</summary>
    public static IReadOnlyList<SopLimit> Of(Sop sop, Func<string, Sop?> find) => [.. Of(sop, find, [])];

    private static IEnumerable<SopLimit> Of(Sop sop, Func<string, Sop?> find, HashSet<string> open)
    {
        if (!open.Add(sop.Name)) yield break;
        foreach (var limit in sop.Limits) yield return new SopLimit(limit, sop.Name);
        foreach (var taken in sop.LimitsAs)
            if (find(taken.Sop) is { } other)
                foreach (var limit in Of(other, find, open))
                    if (!taken.Except.Contains(limit.Limit.Name)) yield return limit;
        open.Remove(sop.Name);
    }
}
