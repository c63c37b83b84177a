using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Emit.Emis;

/// <summary>
/// The EMIS codes of what templates and workflows record: by the project's own map, else by the map that the terminology release was made with, as the
/// lock holds it. Descriptions of SNOMED CT are not among them: whether EMIS has such a code to choose is not known.
/// </summary>
public sealed class MappedCodes
{
    private readonly EmisCodeMap? map;
    private readonly Dictionary<long, ImmutableArray<EmisCode>> given;

    private MappedCodes(EmisCodeMap? map, Dictionary<long, ImmutableArray<EmisCode>> given)
    {
        this.map = map;
        this.given = given;
    }

    /// <returns>Null where neither has any.</returns>
    public static MappedCodes? Of(Compilation compilation, EmisCodeMap? map, IEnumerable<PlacedDeclaration> declarations)
    {
        var given = new Dictionary<long, ImmutableArray<EmisCode>>();
        foreach (var code in declarations.Where(d => d.Facts.Codes is null).SelectMany(d => compilation.Pinned(d)?.Codes ?? []))
            if (code.Emis is { Source: EmisSource.Map } emis) given.TryAdd(code.Id, EmisCode.Of(emis));
        return map is null && given.Count == 0 ? null : new MappedCodes(map, given);
    }

    /// <summary>The EMIS codes of a concept; none where no map has any.</summary>
    public ImmutableArray<EmisCode> Find(long concept) => map?.Find(concept) is { IsEmpty: false } own ? own : given.GetValueOrDefault(concept, []);
}
