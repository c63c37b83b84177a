using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Tool.Project;

/// <summary>What changed in the lock for one declaration.</summary>
/// <param name="Name">The declaration.</param>
/// <param name="Change">The codes that entered, left or were retired; null for a declaration that is new in the lock, or gone from it.</param>
/// <param name="IsGone">The project names no codes under this name any more.</param>
public sealed record LockedChange(string Name, PinnedChange? Change, bool IsGone);

/// <summary>Writes the lock of a project by a release.</summary>
public static class Locking
{
    /// <summary>
    /// The lock as it should be. Without an update, what the present lock says of unchanged declarations stays; with one, or without a present lock, all
    /// is asked of the release.
    /// </summary>
    /// <param name="compilation">The project; its release is asked.</param>
    /// <param name="release">The release.</param>
    /// <param name="update">Ask everything anew.</param>
    /// <param name="today">The day of the lock.</param>
    /// <exception cref="UsageException">The present lock is of another release, and no update is asked for.</exception>
    public static (TerminologyLock Lock, ImmutableArray<LockedChange> Changes) Of(Compilation compilation, ITerminology release, bool update, DateOnly today)
    {
        var present = compilation.Knowledge.Lock;
        if (present is not null && present.Hash != release.Release.Hash && !update)
            throw new UsageException($"The lock is of {present.Release}, and the release at hand is {release.Release.Name}. medopt lock --update writes all of the lock with it, and says what enters and leaves.");
        var sets = ImmutableSortedDictionary.CreateBuilder<string, PinnedSet>(StringComparer.Ordinal);
        var changes = new List<LockedChange>();
        foreach (var declaration in compilation.Names.Declarations)
        {
            if (declaration.Facts.Name is not { } name || compilation.PinnedText(declaration) is not { } text) continue;
            var before = present?.Sets.GetValueOrDefault(name);
            if ((update ? null : present?.Find(name, text)) is { } kept) sets[name] = kept;
            else if (compilation.PinnedByRelease(declaration) is { } now)
            {
                sets[name] = now;
                if (before is null) changes.Add(new LockedChange(name, null, false));
                else if (PinnedChange.Of(before, now) is { IsNone: false } change) changes.Add(new LockedChange(name, change, false));
            }
        }
        changes.AddRange((present?.Sets.Keys ?? []).Where(n => !sets.ContainsKey(n)).Select(n => new LockedChange(n, null, true)));
        var isSame = present is not null && present.Hash == release.Release.Hash && present.Sets.Count == sets.Count && sets.All(s => ReferenceEquals(present.Sets.GetValueOrDefault(s.Key), s.Value));
        var day = isSame && present is not null ? present.Locked : today;
        return (new TerminologyLock(release.Release.Name, release.Release.Hash, release.Release.Date, day, sets.ToImmutable()), [.. changes.OrderBy(c => c.Name, StringComparer.Ordinal)]);
    }
}
