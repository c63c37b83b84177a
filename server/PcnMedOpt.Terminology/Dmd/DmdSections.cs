using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Dmd;

/// <summary>
/// dm+d in a store. An entry is its place among the entries, which are in the order of their concepts. The sections hold for each entry its
/// concept, level, status and name, the entries above and below, and the concepts that it once was.
/// </summary>
internal sealed class DmdSections(StoreFile file)
{
    private const string ConceptsName = "dmd.concepts";
    private const string LevelsName = "dmd.levels";
    private const string InvalidName = "dmd.invalid";
    private const string TermsName = "dmd.names";
    private const string AboveName = "dmd.above";
    private const string BelowName = "dmd.below";
    private const string PreviousName = "dmd.previous";
    private const string WasName = "dmd.was";
    private const string IsName = "dmd.is";

    private readonly StoreColumn<int> concepts = file.ColumnOrEmpty<int>(ConceptsName);
    private readonly StoreColumn<byte> levels = file.ColumnOrEmpty<byte>(LevelsName);
    private readonly StoreColumn<byte> invalid = file.ColumnOrEmpty<byte>(InvalidName);
    private readonly StoreTexts names = file.Texts(TermsName);
    private readonly StoreLists<int> above = file.Lists<int>(AboveName);
    private readonly StoreLists<int> below = file.Lists<int>(BelowName);
    private readonly StoreLists<int> previous = file.Lists<int>(PreviousName);
    private readonly StoreColumn<int> was = file.ColumnOrEmpty<int>(WasName);
    private readonly StoreColumn<int> now = file.ColumnOrEmpty<int>(IsName);

    /// <summary>The ordinals of the concepts that are entries, ascending.</summary>
    public ReadOnlySpan<int> Concepts => concepts.Span;

    /// <summary>A concept is an entry of dm+d.</summary>
    public bool Holds(int concept) => concepts.Span.BinarySearch(concept) >= 0;

    /// <summary>The level of a concept; null where it is no entry.</summary>
    public DmdLevel? LevelOf(int concept) => concepts.Span.BinarySearch(concept) is >= 0 and var entry ? (DmdLevel)levels[entry] : null;

    /// <summary>The entry of a concept; null where it is none.</summary>
    public DmdEntry? Find(ReleaseStore store, int concept)
    {
        var entry = concepts.Span.BinarySearch(concept);
        return entry < 0 ? null : new DmdEntry(
            store.IdOf(concept), (DmdLevel)levels[entry], names[entry], invalid[entry] != 0, store.IdsOf(above[entry]), store.IdsOf(below[entry]), store.IdsOf(previous[entry]));
    }

    /// <summary>The concepts of the entries that once had the identifier of this one, ascending.</summary>
    public ImmutableArray<long> SuccessorsOf(ReleaseStore store, int concept)
    {
        var first = was.Span.BinarySearch(concept);
        if (first < 0) return [];
        while (first > 0 && was[first - 1] == concept) first--;
        var last = first;
        while (last < was.Count && was[last] == concept) last++;
        return store.IdsOf(now.Slice(first, last));
    }

    public static void Write(StoreWriter writer, ConceptNumbers numbers, ImmutableArray<DmdRow> rows, ImmutableArray<(long Current, long Previous)> earlier)
    {
        var entries = rows.Select(r => numbers.OrdinalOf(r.Id)).ToArray();
        writer.Add<int>(ConceptsName, entries);
        writer.Add<byte>(LevelsName, [.. rows.Select(r => (byte)r.Level)]);
        writer.Add<byte>(InvalidName, [.. rows.Select(r => r.IsInvalid ? (byte)1 : (byte)0)]);
        writer.AddTexts(TermsName, [.. rows.Select(r => r.Name)]);
        var places = rows.Index().ToDictionary(r => r.Item.Id, r => r.Index);
        var links = rows.SelectMany(r => new[] { (r.Id, Above: r.Above), (r.Id, Above: r.Other) }).Where(l => places.ContainsKey(l.Above)).Distinct().ToList();
        Lists(writer, AboveName, rows.Length, links.Select(l => (places[l.Id], numbers.OrdinalOf(l.Above))));
        Lists(writer, BelowName, rows.Length, links.Select(l => (places[l.Above], numbers.OrdinalOf(l.Id))));
        Lists(writer, PreviousName, rows.Length, earlier.Select(e => (places[e.Current], numbers.OrdinalOf(e.Previous))));
        var successors = earlier.Select(e => (Was: numbers.OrdinalOf(e.Previous), Is: numbers.OrdinalOf(e.Current))).Order().ToList();
        writer.Add<int>(WasName, [.. successors.Select(s => s.Was)]);
        writer.Add<int>(IsName, [.. successors.Select(s => s.Is)]);
    }

    private static void Lists(StoreWriter writer, string name, int count, IEnumerable<(int Entry, int Concept)> pairs)
    {
        var sorted = pairs.Order().ToList();
        var starts = new int[count + 1];
        foreach (var (entry, _) in sorted) starts[entry + 1]++;
        for (var entry = 0; entry < count; entry++) starts[entry + 1] += starts[entry];
        writer.AddLists<int>(name, starts, [.. sorted.Select(p => p.Concept)]);
    }
}
