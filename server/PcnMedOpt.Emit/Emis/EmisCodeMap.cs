using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Semantics.Pinning;

namespace PcnMedOpt.Emit.Emis;

/// <summary>An EMIS code: its identifier and how EMIS shows it.</summary>
public sealed record EmisCode(string Id, string Term)
{
    /// <summary>The codes that a lock or a release gives.</summary>
    public static ImmutableArray<EmisCode> Of(PinnedEmis given) => [.. given.Codes.Select(e => new EmisCode(e.Id.ToString(CultureInfo.InvariantCulture), e.Term))];
}

/// <summary>
/// Which EMIS codes stand for a SNOMED CT concept or dm+d entry. EMIS identifies a code by a SNOMED CT description identifier, many of its own
/// making, and no map of them is public: a site exports it (see <see cref="EmisMapRows"/>).
/// </summary>
public sealed class EmisCodeMap
{
    public static readonly DiagnosticKind Unreadable = new("MO6010", "emis-map-unreadable", Severity.Error, "The EMIS code map cannot be read");

    public static readonly DiagnosticKind BadRow = new("MO6011", "emis-map-row", Severity.Error, "A row of the EMIS code map cannot be used");

    private readonly FrozenDictionary<long, ImmutableArray<EmisCode>> codes;

    private readonly Lazy<FrozenDictionary<string, ImmutableArray<long>>> concepts;

    private EmisCodeMap(FrozenDictionary<long, ImmutableArray<EmisCode>> codes, ImmutableArray<Diagnostic> findings)
    {
        this.codes = codes;
        Findings = findings;
        concepts = new(() => codes.SelectMany(c => c.Value.Select(e => (e.Id, Concept: c.Key))).GroupBy(p => p.Id, p => p.Concept, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.Order().ToImmutableArray(), StringComparer.Ordinal));
    }

    /// <summary>What is wrong with the file, in offsets of its text.</summary>
    public ImmutableArray<Diagnostic> Findings { get; }

    public int Count => codes.Count;

    /// <summary>The EMIS codes of a concept; none when the map does not hold it.</summary>
    public ImmutableArray<EmisCode> Find(long concept) => codes.TryGetValue(concept, out var found) ? found : [];

    /// <summary>The concepts that an EMIS code stands for, in order; none when the map does not hold it.</summary>
    public ImmutableArray<long> ConceptsOf(string id) => concepts.Value.TryGetValue(id, out var found) ? found : [];

    public static EmisCodeMap Read(string text)
    {
        var read = EmisMapRows.Read(text);
        return new EmisCodeMap(
            read.Rows.GroupBy(r => r.Concept).ToFrozenDictionary(
                g => g.Key,
                g => g.Select(r => new EmisCode(r.Code.ToString(CultureInfo.InvariantCulture), r.Term)).DistinctBy(c => c.Id).OrderBy(c => c.Id, StringComparer.Ordinal).ToImmutableArray()),
            [.. read.Faults.Select(f => (f.IsOfRow ? BadRow : Unreadable).At(f.Span, f.Message, f.Hint))]);
    }
}
