using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Semantics.Codes;

/// <summary>A row of an EMIS code map: an EMIS code, the concept that it stands for, and how EMIS shows it.</summary>
public sealed record EmisMapRow(long Code, long Concept, string Term);

/// <summary>What is wrong with an EMIS code map, in offsets of its text.</summary>
/// <param name="Span">Where.</param>
/// <param name="IsOfRow">Only this row cannot be used; else the file cannot be read.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Hint">What to do.</param>
public sealed record EmisMapFault(TextSpan Span, bool IsOfRow, string Message, string Hint);

/// <summary>
/// The rows of an EMIS code map. EMIS identifies a code by a SNOMED CT description identifier, many of its own making, and no map of them is
/// public: a site exports it as comma-separated text with the columns <c>emis_code_id</c>, <c>concept_id</c>, <c>term</c>.
/// </summary>
/// <param name="Rows">The rows that can be used, in the order of the text.</param>
/// <param name="Faults">What is wrong with the others.</param>
public sealed record EmisMapRows(ImmutableArray<EmisMapRow> Rows, ImmutableArray<EmisMapFault> Faults)
{
    public const string IdColumn = "emis_code_id";
    public const string ConceptColumn = "concept_id";
    public const string TermColumn = "term";

    public static EmisMapRows Read(string text)
    {
        var reader = new CsvReader(text);
        var fields = new List<CsvField>();
        var rows = ImmutableArray.CreateBuilder<EmisMapRow>();
        var faults = ImmutableArray.CreateBuilder<EmisMapFault>();
        if (!reader.Read(fields)) fields.Clear();
        var header = fields.Select(f => f.Value.Trim()).ToList();
        var (id, concept, term) = (header.IndexOf(IdColumn), header.IndexOf(ConceptColumn), header.IndexOf(TermColumn));
        if (id < 0 || concept < 0 || term < 0)
        {
            var missing = new EmisMapFault(
                new TextSpan(0, 0), false, "The EMIS code map lacks a column.", $"Its first row must name {IdColumn}, {ConceptColumn} and {TermColumn}.");
            return new EmisMapRows([], [missing]);
        }
        while (reader.Read(fields))
        {
            if (fields.TrueForAll(f => f.Value.Length == 0)) continue;
            if (fields.Count <= Math.Max(id, Math.Max(concept, term)))
                faults.Add(new EmisMapFault(fields[0].Span, true, "This row has too few columns.", "Every row names an EMIS code, a concept and a term."));
            else if (Fault(fields[id], fields[concept]) is { } fault) faults.Add(fault);
            else rows.Add(new EmisMapRow(Number(fields[id]), Number(fields[concept]), fields[term].Value.Trim()));
        }
        if (reader.UnclosedQuote is { } quote)
            faults.Add(new EmisMapFault(new TextSpan(quote, 1), false, "A quotation mark in the EMIS code map is never closed.", "Close it."));
        return new EmisMapRows(rows.DrainToImmutable(), faults.DrainToImmutable());
    }

    private static long Number(CsvField field) => long.Parse(field.Value.Trim(), CultureInfo.InvariantCulture);

    /// <summary>The EMIS side is a description identifier, the other a concept: the two columns changed round would search for the wrong things.</summary>
    private static EmisMapFault? Fault(CsvField id, CsvField concept)
    {
        var (emis, snomed) = (id.Value.Trim(), concept.Value.Trim());
        if (Sctid.Check(emis) != SctidProblem.None)
            return new EmisMapFault(id.Span, true, $"'{emis}' is no EMIS code: it is not a good identifier.", "Export the map again, with its numbers as text.");
        if (Sctid.KindOf(emis) != ComponentKind.Description)
            return new EmisMapFault(
                id.Span, true, $"'{emis}' is a {Sctid.KindOf(emis).ToString().ToLowerInvariant()} identifier; EMIS codes are description identifiers.",
                "Check that the columns are not changed round.");
        if (Sctid.Check(snomed) != SctidProblem.None || Sctid.KindOf(snomed) != ComponentKind.Concept)
            return new EmisMapFault(concept.Span, true, $"'{snomed}' is no SNOMED CT concept or dm+d identifier.", "Export the map again, with its numbers as text.");
        return null;
    }
}
