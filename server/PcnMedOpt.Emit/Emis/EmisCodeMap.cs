using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Emit.Emis;

/// <summary>An EMIS code: its identifier and how EMIS shows it.</summary>
public sealed record EmisCode(string Id, string Term);

/// <summary>
/// Which EMIS codes stand for a SNOMED CT concept or dm+d entry. EMIS identifies a code by a SNOMED CT description identifier, many of its own
/// making, and no map of them is public: a site exports it (columns <c>emis_code_id</c>, <c>concept_id</c>, <c>term</c>).
/// </summary>
public sealed class EmisCodeMap
{
    public const string IdColumn = "emis_code_id";
    public const string ConceptColumn = "concept_id";
    public const string TermColumn = "term";

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
        var reader = new CsvReader(text);
        var fields = new List<CsvField>();
        var findings = ImmutableArray.CreateBuilder<Diagnostic>();
        var rows = new Dictionary<long, List<EmisCode>>();
        if (!reader.Read(fields)) fields.Clear();
        var header = fields.Select(f => f.Value.Trim()).ToList();
        var (id, concept, term) = (header.IndexOf(IdColumn), header.IndexOf(ConceptColumn), header.IndexOf(TermColumn));
        if (id < 0 || concept < 0 || term < 0)
        {
            findings.Add(Unreadable.At(new TextSpan(0, 0), "The EMIS code map lacks a column.", $"Its first row must name {IdColumn}, {ConceptColumn} and {TermColumn}."));
            return new EmisCodeMap(FrozenDictionary<long, ImmutableArray<EmisCode>>.Empty, findings.DrainToImmutable());
        }
        while (reader.Read(fields))
        {
            if (fields.TrueForAll(f => f.Value.Length == 0)) continue;
            if (fields.Count <= Math.Max(id, Math.Max(concept, term))) findings.Add(BadRow.At(fields[0].Span, "This row has too few columns.", "Every row names an EMIS code, a concept and a term."));
            else if (Fault(fields[id], fields[concept]) is { } fault) findings.Add(fault);
            else
            {
                var key = long.Parse(fields[concept].Value.Trim(), CultureInfo.InvariantCulture);
                if (!rows.TryGetValue(key, out var found)) rows[key] = found = [];
                found.Add(new EmisCode(fields[id].Value.Trim(), fields[term].Value.Trim()));
            }
        }
        if (reader.UnclosedQuote is { } quote) findings.Add(Unreadable.At(new TextSpan(quote, 1), "A quotation mark in the EMIS code map is never closed.", "Close it."));
        return new EmisCodeMap(
            rows.ToFrozenDictionary(r => r.Key, r => r.Value.DistinctBy(c => c.Id).OrderBy(c => c.Id, StringComparer.Ordinal).ToImmutableArray()),
            findings.DrainToImmutable());
    }

    /// <summary>The EMIS side is a description identifier, the other a concept: the two columns changed round would search for the wrong things.</summary>
    private static Diagnostic? Fault(CsvField id, CsvField concept)
    {
        var (emis, snomed) = (id.Value.Trim(), concept.Value.Trim());
        if (Sctid.Check(emis) != SctidProblem.None) return BadRow.At(id.Span, $"'{emis}' is no EMIS code: it is not a good identifier.", "Export the map again, with its numbers as text.");
        if (Sctid.KindOf(emis) != ComponentKind.Description)
            return BadRow.At(id.Span, $"'{emis}' is a {Sctid.KindOf(emis).ToString().ToLowerInvariant()} identifier; EMIS codes are description identifiers.", "Check that the columns are not changed round.");
        if (Sctid.Check(snomed) != SctidProblem.None || Sctid.KindOf(snomed) != ComponentKind.Concept)
            return BadRow.At(concept.Span, $"'{snomed}' is no SNOMED CT concept or dm+d identifier.", "Export the map again, with its numbers as text.");
        return null;
    }
}
