using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Emis.Reading;

namespace PcnMedOpt.Tool.Agreement;

/// <summary>
/// An EMIS code for each code of a project, made up: it has the form of one, and leaves this program in no file. With it no set has to be built by hand
/// for want of a map, so that the searches themselves are compared.
/// </summary>
internal sealed class SyntheticCodes
{
    private readonly FrozenDictionary<string, long> concepts;

    public SyntheticCodes(ProjectModel project, IEnumerable<string> sets)
    {
        var codes = sets.Select(project.CodeSet).OfType<ResolvedCodeSet>().SelectMany(s => s.Codes).Distinct().Order().Select((c, i) => (Emis: EmisCode(i), Concept: c)).ToList();
        concepts = codes.ToFrozenDictionary(c => c.Emis, c => c.Concept, StringComparer.Ordinal);
        var csv = new StringBuilder($"{EmisMapRows.IdColumn},{EmisMapRows.ConceptColumn},{EmisMapRows.TermColumn}\n");
        foreach (var (emis, concept) in codes) csv.Append(CultureInfo.InvariantCulture, $"{emis},{concept},A term\n");
        Map = EmisCodeMap.Read(csv.ToString());
    }

    public EmisCodeMap Map { get; }

    /// <summary>A reference set stands for its stand-in member, as in examples; a code for itself.</summary>
    public bool Stands(EmisSetValue value, long code) => value.IsRefset
        ? code == new OpaquePart(OpaqueKind.Refset, value.Value, null, null).StandIn
        : concepts.TryGetValue(value.Value, out var concept) && concept == code;

    /// <summary>A description identifier in the namespace of EMIS's drug terms (1000033): item, namespace, partition 11, check digit.</summary>
    private static string EmisCode(int item) =>
        Enumerable.Range(0, 10).Select(d => string.Create(CultureInfo.InvariantCulture, $"{item + 1000}100003311{d}")).First(id => Sctid.HasGoodCheckDigit(id));
}
