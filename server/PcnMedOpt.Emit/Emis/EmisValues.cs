using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Emis;

/// <summary>One value of an EMIS value set.</summary>
public sealed record EmisValue(string Value, string? DisplayName, bool IncludeChildren, bool IsRefset);

/// <summary>
/// A code set as EMIS can hold it: published reference sets by their own identifier, other codes through the EMIS code map. A concept
/// identifier is never written in the place of an EMIS code: EMIS would find nothing, or something else.
/// </summary>
public sealed class EmisValues(EmisCodeMap? map)
{
    /// <summary>The values, or in a sentence why the set has to be built by hand.</summary>
    public (ImmutableArray<EmisValue> Values, string? ByHand) Of(ResolvedCodeSet set)
    {
        set = set.AsWritten;
        if (set.Awaiting is { } awaiting) return ([], $"the code set is unfinished: {awaiting}");
        if (set.IsUncertain || set.Carved.Length > 0) return ([], "the code set takes codes out of parts that only a terminology release can expand");
        if (set.Codes.IsEmpty && set.Opaque.IsEmpty) return ([], "the code set has no codes");
        var values = ImmutableArray.CreateBuilder<EmisValue>();
        foreach (var part in set.Opaque)
        {
            if (part.Kind == OpaqueKind.Ecl) return ([], "the code set is an ECL expression, which EMIS does not read");
            if (part.Kind == OpaqueKind.Descendants && !Own(set, part)) return ([], "EMIS cannot take the descendants of a concept without the concept itself");
            if (part.Kind != OpaqueKind.Refset) continue;
            if (set.System == CodeSystem.Dmd) return ([], "EMIS holds no reference sets of medicines");
            values.Add(new EmisValue(part.Text, null, false, true));
        }
        if (map is null) return set.Codes.IsEmpty ? (values.DrainToImmutable(), null) : ([], "there is no EMIS code map, and the code set is not a published reference set");
        var missing = set.Codes.Where(c => map.Find(c).IsEmpty).ToList();
        if (missing.Count > 0) return ([], Missing(set, missing));
        var withChildren = set.Opaque.Where(o => o.Kind is OpaqueKind.Descendants or OpaqueKind.Below).Select(o => o.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var code in set.Codes)
            foreach (var emis in map.Find(code))
                values.Add(new EmisValue(emis.Id, emis.Term, withChildren.Contains(Digits(code)), false));
        return (values.DrainToImmutable(), null);
    }

    private static bool Own(ResolvedCodeSet set, OpaquePart part) => long.TryParse(part.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var own) && set.Contains(own);

    private static string Digits(long code) => code.ToString(CultureInfo.InvariantCulture);

    private static string Missing(ResolvedCodeSet set, List<long> missing)
    {
        var first = Digits(missing[0]) + (set.TermOf(missing[0]) is { } term ? $" |{term}|" : "");
        return string.Create(CultureInfo.InvariantCulture, $"the EMIS code map lacks {missing.Count} of its {set.Codes.Length} codes, such as {first}");
    }
}
