using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Core.Comparing;

/// <summary>Compares two projects, declaration by declaration: what changed, and what that does to the people who are found.</summary>
public static class ProjectComparer
{
    /// <param name="old">The project as it was.</param>
    /// <param name="now">The project as it is.</param>
    /// <param name="counts">Patients to look at, where something changed that is not proved to find the same people; none are looked at for what is.</param>
    public static ProjectComparison Compare(Compilation old, Compilation now, params Count[] counts)
    {
        ImmutableArray<string> faults = [.. Fault(old, "The old project"), .. Fault(now, "The new project")];
        var pairing = Pairing.Of(old, now);
        var sides = new Sides(old, now, pairing, faults.IsEmpty, counts);
        var reached = new ReachedPeople(sides);
        var changes = pairing.Pairs.Select(p => Of(sides, reached, p)).OfType<Change>().ToImmutableArray();
        return new ProjectComparison(changes, Announcements.Missing(sides, changes), faults);
    }

    private static IEnumerable<string> Fault(Compilation compilation, string which) => compilation.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error) is { } error
        ? [$"{which} has errors, the first at {error.Place()}: {error.Diagnostic.Message} So nothing is proved and no patient is looked at."] : [];

    private static Change? Of(Sides sides, ReachedPeople reached, Pair pair) => pair switch
    {
        { Old: null, New: { } added } => DeclarationChanges.Added(sides, added),
        { Old: { } removed, New: null } => DeclarationChanges.Removed(sides, removed),
        { Old: { } from, New: { } to } => DeclarationChanges.Between(sides, reached, pair, from, to),
        _ => null,
    };
}
