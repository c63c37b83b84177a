using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Tool.Releases;

/// <summary>A code that was asked about.</summary>
/// <param name="Asked">What was asked.</param>
/// <param name="Concept">The concept; null where the release does not hold it.</param>
/// <param name="Said">What has to be said of what was asked: that it is a description, or was an earlier identifier, or why nothing is known; null where nothing has.</param>
internal sealed record LookedUp(string Asked, ConceptEntry? Concept, string? Said)
{
    public static LookedUp Of(ReleaseStore release, string asked)
    {
        if (!long.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var id) || Sctid.Check(asked) is not SctidProblem.None)
            return new LookedUp(asked, null, $"{asked} is no identifier: {(Sctid.Check(asked) == SctidProblem.CheckDigit ? "its check digit is wrong" : "it has to be 6 to 18 digits")}.");
        if (release.Find(id) is { } concept) return new LookedUp(asked, concept, null);
        if (release.ConceptOfDescription(id) is { } described) return new LookedUp(asked, release.Find(described), $"{asked} is a description of {described}.");
        var now = release.DmdSuccessors(id);
        if (!now.IsEmpty) return new LookedUp(asked, release.Find(now[0]), $"{asked} is an earlier identifier in dm+d of {Joined(now)}.");
        return release.OrdinalOf(id) >= 0
            ? new LookedUp(asked, null, $"{asked} is only named by reference sets or history: {release.Release.Name} says nothing else of it.")
            : new LookedUp(asked, null, $"{release.Release.Name} does not hold {asked}.{Elsewhere(release.Release, asked)}");
    }

    /// <summary>Where the release holds nothing of the identifier's namespace, that it does not hold it says nothing.</summary>
    private static string Elsewhere(ReleaseInfo release, string asked)
    {
        var space = Sctid.NamespaceOf(asked);
        return release.Namespaces.Contains(space) ? "" : $" It holds no code of the namespace {space}, so that it cannot say whether there is one.";
    }

    private static string Joined(ImmutableArray<long> ids) => string.Join(", ", ids.Select(i => i.ToString(CultureInfo.InvariantCulture)));
}
