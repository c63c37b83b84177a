using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Core.Rules.Codes;

/// <summary>The release at hand is another one than the lock was written with, and says something else of a declaration's codes.</summary>
public sealed class LockBehindRelease : IDeclarationRule
{
    private const int MostShown = 10;

    public DiagnosticKind Kind { get; } = new("MO2146", "lock-behind-release", Severity.Warning, "With the release at hand codes would enter or leave");

    public IEnumerable<Diagnostic> Check(DeclarationMeaning declaration)
    {
        if (declaration is not { Knowledge: { Lock: { } pinned, Release: { } release }, Pinned: { } then } || release.Release.Hash == pinned.Hash) yield break;
        if (declaration.PinnedByRelease() is not { } now || ReferenceEquals(now, then)) yield break;
        var change = PinnedChange.Of(then, now);
        if (change.IsNone) yield break;
        yield return Kind.At(
            declaration.Facts.NameSpan,
            $"The lock is of {pinned.Release}; with {release.Release.Name} {Listing.And(Parts(change))}.",
            "Look at each: medopt lock --update writes the lock with the release at hand, and lists all of it.");
    }

    private static IEnumerable<string> Parts(PinnedChange change)
    {
        if (change.Enter.Length > 0) yield return $"{Listing.Count(change.Enter.Length, "code")} would enter: {NamedCodes.Some([.. change.Enter.Select(c => (c.Id, c.Term))], MostShown)}";
        if (change.Leave.Length > 0) yield return $"{Listing.Count(change.Leave.Length, "code")} would leave: {NamedCodes.Some([.. change.Leave.Select(c => (c.Id, c.Term))], MostShown)}";
        if (change.Retired.Length > 0) yield return $"{Listing.Count(change.Retired.Length, "code")} would be retired: {NamedCodes.Some([.. change.Retired.Select(c => (c.Id, c.Term))], MostShown)}";
    }
}
