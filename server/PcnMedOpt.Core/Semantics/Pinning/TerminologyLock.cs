using System.Collections.Immutable;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>
/// What the codes of a project were found to be when a release was at hand (<c>medopt.lock</c>), so that a machine with no release checks and
/// builds the same (language §3, §12). It holds only the codes that the project's declarations name, and what they expand to.
/// </summary>
/// <param name="Release">The name of the release.</param>
/// <param name="Hash">The hash of its store.</param>
/// <param name="Date">The date of the release; null where it bears none.</param>
/// <param name="Locked">The day on which the lock was written.</param>
/// <param name="Sets">By declaration.</param>
public sealed record TerminologyLock(string Release, string Hash, DateOnly? Date, DateOnly Locked, ImmutableSortedDictionary<string, PinnedSet> Sets)
{
    /// <summary>The name of the lock at the root of a project.</summary>
    public const string FileName = "medopt.lock";

    /// <summary>What the lock says of a declaration; null where it is not in it, or names other codes than when it was locked.</summary>
    public PinnedSet? Find(string name, string text) => Sets.TryGetValue(name, out var set) && set.Text == text ? set : null;
}
