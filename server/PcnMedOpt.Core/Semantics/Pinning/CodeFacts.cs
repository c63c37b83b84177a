using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>What a release says of one code.</summary>
public static class CodeFacts
{
    /// <summary>How a code is replaced that dm+d gives another identifier.</summary>
    public const string ByDmd = "dm+d";

    /// <param name="release">The release.</param>
    /// <param name="id">The code.</param>
    /// <param name="term">The term that is written; null or empty where none is.</param>
    public static PinnedCode Of(ITerminology release, long id, string? term)
    {
        var (concept, dmd, later) = (release.Find(id), release.Dmd(id), release.DmdSuccessors(id));
        var closest = string.IsNullOrEmpty(term) ? null : ClosestTerm.Of(term, [.. release.Descriptions(id).Select(d => d.Term), .. dmd is null ? Array.Empty<string>() : [dmd.Name]]);
        return new PinnedCode(id, concept?.Term ?? dmd?.Name ?? term ?? "", [])
        {
            Status = Status(release, id, concept, dmd, later),
            Tag = concept?.SemanticTag,
            Level = dmd?.Level,
            Closest = closest,
            Successors = Successors(release, id, later),
        };
    }

    /// <summary>The term of a code; null where the release does not hold it.</summary>
    public static string? TermOf(ITerminology release, long id) => release.TermOf(id) ?? release.Dmd(id)?.Name;

    private static CodeStatus Status(ITerminology release, long id, ConceptEntry? concept, DmdEntry? dmd, ImmutableArray<long> later)
    {
        if (!later.IsEmpty || concept is { IsActive: false } || dmd is { IsInvalid: true }) return CodeStatus.Inactive;
        if (concept is not null || dmd is not null) return CodeStatus.Active;
        return release.Release.Namespaces.Contains(Sctid.NamespaceOf(id.ToString(CultureInfo.InvariantCulture))) ? CodeStatus.Unknown : CodeStatus.NotHeld;
    }

    private static ImmutableArray<Successor> Successors(ITerminology release, long id, ImmutableArray<long> later) =>
    [
        .. from past in release.Successors(id)
           select new Successor(past.Concept, TermOf(release, past.Concept) ?? "", HistoryProfile.Name(past.Kind)),
        .. from next in later
           select new Successor(next, TermOf(release, next) ?? "", ByDmd),
    ];
}
