using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Emit.Emis;

/// <summary>One value of an EMIS value set.</summary>
public sealed record EmisValue(string Value, string? DisplayName, bool IncludeChildren, bool IsRefset);

/// <summary>What says which EMIS code stands for a code.</summary>
public enum EmisOrigin
{
    /// <summary>The EMIS code map that the project names.</summary>
    ProjectMap,

    /// <summary>The EMIS code map that the terminology release was made with.</summary>
    ReleaseMap,

    /// <summary>A description of SNOMED CT.</summary>
    Description,
}

/// <summary>The EMIS codes that were chosen for a code; none where there is none.</summary>
public sealed record EmisChoice(long Code, EmisOrigin Origin, ImmutableArray<EmisCode> Codes);

/// <summary>
/// A code set as EMIS can hold it: published reference sets by their own identifier, other codes through an EMIS code map, or as the descriptions
/// of SNOMED CT that EMIS takes for codes. A concept
/// identifier is never written in the place of an EMIS code: EMIS would find nothing, or something else.
/// </summary>
public sealed class EmisValues(EmisCodeMap? map)
{
    /// <summary>The values, or in a sentence why the set has to be built by hand.</summary>
    public (ImmutableArray<EmisValue> Values, string? ByHand) Of(ResolvedCodeSet set)
    {
        set = set.InSystems;
        if (set.Awaiting is { } awaiting) return ([], $"the code set is unfinished: {awaiting}");
        if (set.IsUncertain || set.Carved.Length > 0) return ([], "the code set takes codes out of parts that only a terminology release can expand");
        if (set.Codes.IsEmpty && set.Opaque.IsEmpty) return ([], "the code set has no codes");
        var values = ImmutableArray.CreateBuilder<EmisValue>();
        foreach (var part in set.Opaque)
        {
            if (part.Kind == OpaqueKind.Ecl) return ([], "the code set is an ECL expression, which EMIS does not read");
            if (part.Kind == OpaqueKind.Descendants && !set.HasOwn(part)) return ([], "EMIS cannot take the descendants of a concept without the concept itself");
            if (part.Kind != OpaqueKind.Refset) continue;
            if (set.System == CodeSystem.Dmd) return ([], "EMIS holds no reference sets of medicines");
            values.Add(new EmisValue(part.Text, null, false, true));
        }
        if (set.Codes.IsEmpty) return (values.DrainToImmutable(), null);
        if (map is null && set.Emis.Count == 0) return ([], "there is no EMIS code map, and the code set is not a published reference set");
        var choices = Choices(set);
        var missing = choices.Where(c => c.Codes.IsEmpty).Select(c => c.Code).ToList();
        if (missing.Count > 0) return ([], Missing(set, missing));
        var withChildren = set.Opaque.Where(o => o.Kind is OpaqueKind.Descendants or OpaqueKind.Below).Select(o => o.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var choice in choices)
            foreach (var emis in choice.Codes)
                values.Add(new EmisValue(emis.Id, emis.Term, withChildren.Contains(Digits(choice.Code)), false));
        return (values.DrainToImmutable(), null);
    }

    /// <summary>
    /// The EMIS codes of each code of a set: by the project's own map, else by what the release gives, as the lock holds it. A code that neither
    /// gives one has none.
    /// </summary>
    public ImmutableArray<EmisChoice> Choices(ResolvedCodeSet set) => [.. set.InSystems.Codes.Select(c => Choice(set, c))];

    private EmisChoice Choice(ResolvedCodeSet set, long code)
    {
        if (map?.Find(code) is { IsEmpty: false } own) return new EmisChoice(code, EmisOrigin.ProjectMap, own);
        if (!set.Emis.TryGetValue(code, out var given)) return new EmisChoice(code, EmisOrigin.ProjectMap, []);
        return new EmisChoice(code, given.Source == EmisSource.Map ? EmisOrigin.ReleaseMap : EmisOrigin.Description, EmisCode.Of(given));
    }

    private static string Digits(long code) => code.ToString(CultureInfo.InvariantCulture);

    private string Missing(ResolvedCodeSet set, List<long> missing)
    {
        var first = Digits(missing[0]) + (set.TermOf(missing[0]) is { } term ? $" |{term}|" : "");
        var who = set.Emis.Count == 0 ? "the EMIS code map lacks" : map is null ? "the terminology release has no EMIS code for" : "the EMIS code map and the terminology release have no EMIS code for";
        return string.Create(CultureInfo.InvariantCulture, $"{who} {missing.Count} of its {set.Codes.Length} codes, such as {first}");
    }
}
