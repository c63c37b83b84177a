using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Terminology;

namespace PcnMedOpt.Core.Semantics.Pinning;

/// <summary>Where the EMIS codes of a concept are from.</summary>
public enum EmisSource
{
    /// <summary>The EMIS code map that the release was made with.</summary>
    Map,

    /// <summary>
    /// A description of SNOMED CT. EMIS takes description identifiers for codes, and some of those that its exports show are of the
    /// international and UK releases; whether it carries this one is not known.
    /// </summary>
    Description,
}

/// <summary>The EMIS codes that a release gives a concept.</summary>
public sealed record PinnedEmis(EmisSource Source, ImmutableArray<EmisEntry> Codes)
{
    /// <summary>
    /// The codes of the map, and where it has none a description: an active synonym in English, the preferred term of the UK first. A medicine has no
    /// description that EMIS would know: EMIS has product terms of its own, of which no map is public.
    /// </summary>
    /// <returns>Null where the release gives none.</returns>
    public static PinnedEmis? Of(ITerminology release, CodeSystem system, long concept)
    {
        if (Mapped(release, concept) is { } mapped) return mapped;
        if (system == CodeSystem.Dmd || IsMedicine(release, concept)) return null;
        var term = release.Descriptions(concept).FirstOrDefault(d => d is { IsActive: true, IsFullName: false, Id: not 0 } && d.Language.StartsWith("en", StringComparison.Ordinal));
        return term is null ? null : new PinnedEmis(EmisSource.Description, [new EmisEntry(term.Id, term.Term)]);
    }

    /// <summary>The codes of the map alone.</summary>
    /// <returns>Null where it has none.</returns>
    public static PinnedEmis? Mapped(ITerminology release, long concept) =>
        release.EmisCodes(concept) is { IsEmpty: false } mapped ? new PinnedEmis(EmisSource.Map, [.. mapped.OrderBy(m => m.Id)]) : null;

    private static bool IsMedicine(ITerminology release, long concept) =>
        release.Dmd(concept) is not null || release.Find(concept)?.SemanticTag is { } tag && (tag.Contains("product", StringComparison.Ordinal) || tag == "clinical drug");
}
