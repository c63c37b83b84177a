using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;
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
    private readonly IReadOnlyDictionary<string, IReadOnlySet<long>> parts;

    /// <param name="project">The project.</param>
    /// <param name="sets">The code sets whose codes are to have an EMIS code.</param>
    /// <param name="parts">What each part of a set stands for, where a lock or a release tells.</param>
    public SyntheticCodes(ProjectModel project, IEnumerable<string> sets, IReadOnlyDictionary<string, IReadOnlySet<long>> parts)
    {
        this.parts = parts;
        var codes = sets.Select(project.CodeSet).OfType<ResolvedCodeSet>().SelectMany(s => s.Codes).Distinct().Order().Select((c, i) => (Emis: EmisCode(i), Concept: c)).ToList();
        concepts = codes.ToFrozenDictionary(c => c.Emis, c => c.Concept, StringComparer.Ordinal);
        var csv = new StringBuilder($"{EmisMapRows.IdColumn},{EmisMapRows.ConceptColumn},{EmisMapRows.TermColumn}\n");
        foreach (var (emis, concept) in codes) csv.Append(CultureInfo.InvariantCulture, $"{emis},{concept},A term\n");
        Map = EmisCodeMap.Read(csv.ToString());
    }

    public EmisCodeMap Map { get; }

    /// <summary>
    /// A reference set stands for its members, where they are not known for its stand-in member, as in examples; a code for itself, and with its children for
    /// what is below it, as far as that is known.
    /// </summary>
    public bool Stands(EmisSetValue value, long code)
    {
        if (value.IsRefset) return Holds(OpaqueKind.Refset, value.Value, code) ?? code == new OpaquePart(OpaqueKind.Refset, value.Value, null, null).StandIn;
        if (!concepts.TryGetValue(value.Value, out var concept)) return false;
        return concept == code || (value.IncludeChildren && (Below(OpaqueKind.Descendants) || Below(OpaqueKind.Below)));

        bool Below(OpaqueKind kind) => Holds(kind, concept.ToString(CultureInfo.InvariantCulture), code) == true;
    }

    private bool? Holds(OpaqueKind kind, string id, long code) => parts.TryGetValue(PinnedWhy.Of(new OpaquePart(kind, id, null, null)), out var codes) ? codes.Contains(code) : null;

    /// <summary>A description identifier in the namespace of EMIS's drug terms (1000033): item, namespace, partition 11, check digit.</summary>
    private static string EmisCode(int item) =>
        Enumerable.Range(0, 10).Select(d => string.Create(CultureInfo.InvariantCulture, $"{item + 1000}100003311{d}")).First(id => Sctid.HasGoodCheckDigit(id));
}
