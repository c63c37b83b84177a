using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Emit.Emis.Importing;

/// <summary>A code of the language that an EMIS code stands for.</summary>
public sealed record FoundCode(long Concept, string? Term);

/// <summary>
/// Finds the concept of an EMIS code, which is a description identifier: null where it is not known.
/// </summary>
public delegate FoundCode? FindCode(EmisSetValue value);

public static class FindCodes
{
    /// <summary>By the EMIS code map; an EMIS code that the map gives to several concepts is not known.</summary>
    public static FindCode ByMap(EmisCodeMap map) => value => map.ConceptsOf(value.Value) is [var only] ? new FoundCode(only, value.DisplayName) : null;

    /// <summary>By a release: an EMIS code that is a description identifier of SNOMED CT belongs to one concept. EMIS has identifiers of its own making too.</summary>
    public static FindCode ByDescription(ITerminology release) => value =>
        long.TryParse(value.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var description) && release.ConceptOfDescription(description) is { } concept
            ? new FoundCode(concept, release.Find(concept)?.Term ?? value.DisplayName) : null;

    /// <summary>By the terms of codes that are known already: EMIS shows the very words of one of them, and of no other.</summary>
    public static FindCode ByTerm(IEnumerable<(long Concept, string Term)> known)
    {
        var byTerm = known.ToLookup(k => k.Term.Trim(), k => k.Concept, StringComparer.OrdinalIgnoreCase);
        return value => value.DisplayName is { Length: > 0 } shown && byTerm[shown.Trim()].Distinct().ToList() is [var only]
            ? new FoundCode(only, shown) : null;
    }

    /// <summary>The first that knows it.</summary>
    public static FindCode First(params ImmutableArray<FindCode> ways) => value => ways.Select(w => w(value)).FirstOrDefault(f => f is not null);
}
