using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.EmisMap;

/// <summary>An EMIS code map in a store: its rows in the order of their concepts.</summary>
internal sealed class EmisMapSections(StoreFile file)
{
    private const string ConceptsName = "emis.concepts";
    private const string CodesName = "emis.codes";
    private const string TermsName = "emis.terms";

    private readonly StoreColumn<int> concepts = file.ColumnOrEmpty<int>(ConceptsName);
    private readonly StoreColumn<long> codes = file.ColumnOrEmpty<long>(CodesName);
    private readonly StoreTexts terms = file.Texts(TermsName);

    /// <summary>The EMIS codes of a concept, by its ordinal.</summary>
    public ImmutableArray<EmisEntry> Find(int concept)
    {
        var row = concepts.Span.BinarySearch(concept);
        if (row < 0) return [];
        while (row > 0 && concepts[row - 1] == concept) row--;
        var found = ImmutableArray.CreateBuilder<EmisEntry>();
        for (; row < concepts.Count && concepts[row] == concept; row++) found.Add(new EmisEntry(codes[row], terms[row]));
        return found.DrainToImmutable();
    }

    /// <param name="writer">The store.</param>
    /// <param name="numbers">The ordinals of concepts.</param>
    /// <param name="rows">In the order of their concepts.</param>
    public static void Write(StoreWriter writer, ConceptNumbers numbers, ImmutableArray<EmisMapRow> rows)
    {
        writer.Add<int>(ConceptsName, [.. rows.Select(r => numbers.OrdinalOf(r.Concept))]);
        writer.Add<long>(CodesName, [.. rows.Select(r => r.Code)]);
        writer.AddTexts(TermsName, [.. rows.Select(r => r.Term)]);
    }
}
