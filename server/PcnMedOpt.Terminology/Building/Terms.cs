using System.Runtime.InteropServices;
using System.Text;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>A description on its way into a store.</summary>
/// <param name="Concept">The ordinal of its concept.</param>
/// <param name="Row">Its row; -1 where it is the name of an entry of dm+d.</param>
/// <param name="Name">The name of such an entry; -1 where it has a row.</param>
internal readonly record struct Description(int Concept, int Row, int Name);

/// <summary>The descriptions of a release in the order of their rank, and which of them is shown for each concept.</summary>
internal sealed class Terms
{
    private const int LongestRanked = (1 << 12) - 1;

    private readonly Rf2Content content;
    private readonly ConceptColumns concepts;
    private readonly RowList<DescriptionRow> rows;
    private readonly Description[] ranked;
    private readonly Lists<DialectRow> dialects;
    private readonly byte[] shown;
    private readonly byte[] types;
    private readonly long[] typeIds;
    private readonly Lists<int> ofConcept;
    private readonly int[] preferred;
    private readonly int[] fullNames;

    public Terms(Rf2Content content, ConceptColumns concepts)
    {
        this.content = content;
        this.concepts = concepts;
        rows = Latest.Of(content.Rows.Descriptions, content.Ranks);
        content.Pools.Types.NumberOf(Rf2Ids.Synonym);
        (typeIds, var typePlaces) = content.Pools.Types.Sort();
        var all = Known();
        DialectIds = [.. content.Pools.Dialects.Ids.Order()];
        var dialectsOfRows = DialectRows();
        Memory.Release();
        var counted = new Dialects(DialectIds);
        var shownOf = ShownOf(all, dialectsOfRows, counted);
        var order = Ranked(all, shownOf, typePlaces);
        ranked = Array.ConvertAll(order, i => all[i]);
        shown = Array.ConvertAll(order, i => shownOf[i]);
        types = Array.ConvertAll(ranked, d => (byte)(d.Row < 0 ? Array.BinarySearch(typeIds, Rf2Ids.Synonym) : typePlaces[rows[d.Row].Type]));
        dialects = Permuted(dialectsOfRows);
        Texts = Bytes();
        foreach (var read in content.Terms) read.Clear();
        ofConcept = OfConcept();
        (preferred, fullNames) = Chosen(counted);
    }

    public int Count => ranked.Length;

    public long[] DialectIds { get; }

    /// <summary>How many active rows of language reference sets speak of a description that is not there.</summary>
    public int LanguagesOfNothing { get; private set; }

    /// <summary>The terms in UTF-8, by rank.</summary>
    public Lists<byte> Texts { get; }

    /// <summary>Search is to find it: it is no definition, and not a retired term of a concept that is active.</summary>
    public bool IsFound(int description) =>
        typeIds[types[description]] != Rf2Ids.Definition && (IsActive(ranked[description]) || !concepts.IsActive(ranked[description].Concept));

    public void Write(StoreWriter writer, int[] modulePlaces)
    {
        var ids = Array.ConvertAll(ranked, d => d.Row < 0 ? 0 : rows[d.Row].Id);
        var (caseIds, casePlaces) = content.Pools.Cases.Sort();
        var (languages, languagePlaces) = content.Pools.Languages.Sort();
        var english = Array.IndexOf(languages, "en");
        if (english < 0) (languages, english) = ([.. languages, "en"], languages.Length);
        writer.Add<long>(StoreNames.DescriptionIds, ids);
        writer.Add<int>(StoreNames.DescriptionTable, IdTable.Make(ids));
        writer.Add<int>(StoreNames.DescriptionConcepts, Array.ConvertAll(ranked, d => d.Concept));
        writer.Add<byte>(StoreNames.DescriptionActive, Array.ConvertAll(ranked, d => IsActive(d) ? (byte)1 : (byte)0));
        writer.Add<byte>(StoreNames.DescriptionTypes, types);
        writer.Add<byte>(StoreNames.DescriptionCases, Array.ConvertAll(ranked, d => d.Row < 0 ? (byte)0 : (byte)casePlaces[rows[d.Row].Case]));
        writer.Add<byte>(StoreNames.DescriptionLanguages, Array.ConvertAll(ranked, d => (byte)(d.Row < 0 ? english : languagePlaces[rows[d.Row].Language])));
        writer.Add<ushort>(StoreNames.DescriptionModules, Array.ConvertAll(ranked, d => d.Row < 0 ? (ushort)0 : (ushort)modulePlaces[rows[d.Row].Module]));
        writer.Add<int>(StoreNames.DescriptionTimes, Array.ConvertAll(ranked, d => d.Row < 0 ? 0 : Rf2Numbers.PossibleDay(rows[d.Row].Day)));
        writer.AddLists<byte>(StoreNames.DescriptionTerms, Texts.Starts, Texts.Values);
        writer.Add<byte>(StoreNames.DescriptionShown, shown);
        writer.AddLists<DialectRow>(StoreNames.DescriptionDialects, dialects.Starts, dialects.Values);
        writer.AddLists<int>(StoreNames.DescriptionsOf, ofConcept.Starts, ofConcept.Values);
        writer.Add<long>(StoreNames.Types, typeIds);
        writer.Add<long>(StoreNames.Cases, caseIds);
        writer.AddTexts(StoreNames.Languages, languages);
        writer.Add<long>(StoreNames.Dialects, DialectIds);
        writer.Add<int>(StoreNames.ConceptTerms, preferred);
        writer.Add<int>(StoreNames.ConceptFullNames, fullNames);
    }

    private bool IsActive(Description description) => description.Row < 0 ? concepts.IsActive(description.Concept) : rows[description.Row].IsActive;

    private bool IsOfType(Description description, long type) => description.Row < 0 ? type == Rf2Ids.Synonym : content.Pools.Types.Ids[rows[description.Row].Type] == type;

    /// <summary>The descriptions of concepts that are there, by identifier, and the names of entries of dm+d after them.</summary>
    private Description[] Known()
    {
        var ids = new long[rows.Count];
        var places = new int[rows.Count];
        for (var i = 0; i < rows.Count; i++) (ids[i], places[i]) = (rows[i].Id, i);
        Array.Sort(ids, places);
        var known = new List<Description>(rows.Count + concepts.Names.Count);
        foreach (var place in places)
        {
            ref readonly var row = ref rows[place];
            var concept = concepts.Snomed(row.Concept);
            if (concept >= 0) known.Add(new Description(concept, place, -1));
            else content.Files[row.File].Faults.Add(RowFault.UnknownConcept, row.Line, []);
        }
        foreach (var (index, (ordinal, _)) in concepts.Names.Index()) known.Add(new Description(ordinal, -1, index));
        return [.. known];
    }

    /// <summary>What each language reference set says of each row.</summary>
    private Lists<DialectRow> DialectRows()
    {
        var languages = Latest.Of(content.Rows.Languages, content.Ranks);
        var ids = new long[rows.Count];
        for (var i = 0; i < ids.Length; i++) ids[i] = rows[i].Id;
        var table = IdTable.Make(ids);
        var places = content.Pools.Dialects.Ids.Select(d => Array.BinarySearch(DialectIds, d)).ToArray();
        var (keys, values) = (new List<int>(languages.Count), new List<DialectRow>(languages.Count));
        foreach (ref readonly var language in languages)
        {
            if (language.Acceptability == (byte)Acceptability.None) continue;
            var row = IdTable.Find(table, ids, language.Description);
            if (row < 0)
            {
                LanguagesOfNothing++;
                continue;
            }
            keys.Add(row);
            values.Add(new DialectRow((byte)places[language.Refset], language.Acceptability));
        }
        return Lists<DialectRow>.Of(rows.Count, CollectionsMarshal.AsSpan(keys), CollectionsMarshal.AsSpan(values))
            .SortedOnce(Comparer<DialectRow>.Create((a, b) => a.Dialect != b.Dialect ? a.Dialect.CompareTo(b.Dialect) : a.Acceptability.CompareTo(b.Acceptability)));
    }

    /// <summary>How the reference sets that count for its concept take each description.</summary>
    private byte[] ShownOf(Description[] all, Lists<DialectRow> dialectsOfRows, Dialects counted)
    {
        var groups = new int[concepts.Count];
        groups.AsSpan().Fill(int.MaxValue);
        foreach (var description in all)
            if (description.Row >= 0 && rows[description.Row].IsActive) groups[description.Concept] = Math.Min(groups[description.Concept], counted.GroupOf(dialectsOfRows[description.Row]));
        return Array.ConvertAll(all, d => (byte)(d.Row < 0 ? Acceptability.Preferred : counted.Of(dialectsOfRows[d.Row], groups[d.Concept])));
    }

    /// <summary>
    /// The order of rank: terms in use of active concepts, retired terms, terms of retired concepts; preferred before other synonyms before full
    /// names before what no dialect knows and definitions; shorter before longer; by identifier.
    /// </summary>
    private int[] Ranked(Description[] all, byte[] shownOf, int[] typePlaces)
    {
        var keys = new int[all.Length];
        for (var i = 0; i < all.Length; i++)
        {
            var description = all[i];
            var state = (concepts.IsActive(description.Concept) ? 0 : 2) | (IsActive(description) ? 0 : 1);
            var type = description.Row < 0 ? Rf2Ids.Synonym : typeIds[typePlaces[rows[description.Row].Type]];
            var kind = type == Rf2Ids.Definition || shownOf[i] == (byte)Acceptability.None ? 3 : type == Rf2Ids.FullySpecifiedName ? 2 : shownOf[i] == (byte)Acceptability.Preferred ? 0 : 1;
            keys[i] = (state << 14) | (kind << 12) | Math.Min(LengthOf(description), LongestRanked);
        }
        return Lists<int>.Of(1 << 16, keys, [.. Enumerable.Range(0, all.Length)]).Values;
    }

    private int LengthOf(Description description) => description.Row < 0 ? concepts.Names[description.Name].Name.Length : rows[description.Row].Length;

    private Lists<DialectRow> Permuted(Lists<DialectRow> ofRows)
    {
        var starts = new int[ranked.Length + 1];
        for (var i = 0; i < ranked.Length; i++) starts[i + 1] = starts[i] + (ranked[i].Row < 0 ? 0 : ofRows[ranked[i].Row].Length);
        var values = new DialectRow[starts[^1]];
        for (var i = 0; i < ranked.Length; i++)
            if (ranked[i].Row >= 0) ofRows[ranked[i].Row].CopyTo(values.AsSpan(starts[i]));
        return new Lists<DialectRow>(starts, values);
    }

    private Lists<byte> Bytes()
    {
        var names = concepts.Names.Select(n => Encoding.UTF8.GetBytes(n.Name)).ToList();
        var starts = new int[ranked.Length + 1];
        for (var i = 0; i < ranked.Length; i++) starts[i + 1] = checked(starts[i] + (ranked[i].Row < 0 ? names[ranked[i].Name].Length : rows[ranked[i].Row].Length));
        var bytes = new byte[starts[^1]];
        for (var i = 0; i < ranked.Length; i++) (ranked[i].Row < 0 ? names[ranked[i].Name] : content.Term(rows[ranked[i].Row])).CopyTo(bytes.AsSpan(starts[i]));
        return new Lists<byte>(starts, bytes);
    }

    /// <summary>For each concept its descriptions: active before retired, synonyms before full names before definitions, the preferred first.</summary>
    private Lists<int> OfConcept()
    {
        var lists = Lists<int>.Of(concepts.Count, Array.ConvertAll(ranked, d => d.Concept), [.. Enumerable.Range(0, ranked.Length)]);
        var kinds = new byte[ranked.Length];
        for (var i = 0; i < ranked.Length; i++)
        {
            var kind = IsOfType(ranked[i], Rf2Ids.Definition) ? 2 : IsOfType(ranked[i], Rf2Ids.FullySpecifiedName) ? 1 : 0;
            kinds[i] = (byte)(((IsActive(ranked[i]) ? 0 : 1) << 4) | (kind << 2) | (2 - shown[i]));
        }
        return lists.SortedOnce(Comparer<int>.Create((a, b) => kinds[a] != kinds[b] ? kinds[a].CompareTo(kinds[b]) : a.CompareTo(b)));
    }

    /// <summary>The term and the full name to show: what the reference set that counts most prefers, else an active one, else any.</summary>
    private (int[] Terms, int[] FullNames) Chosen(Dialects counted)
    {
        var (terms, names) = (new int[concepts.Count], new int[concepts.Count]);
        for (var concept = 0; concept < concepts.Count; concept++)
        {
            names[concept] = Best(ofConcept[concept], counted, true);
            terms[concept] = Best(ofConcept[concept], counted, false);
            if (terms[concept] < 0) terms[concept] = names[concept];
        }
        return (terms, names);
    }

    private int Best(ReadOnlySpan<int> descriptions, Dialects counted, bool isFullName)
    {
        var (best, rank) = (-1, (IsRetired: true, By: int.MaxValue));
        foreach (var description in descriptions)
        {
            if (IsOfType(ranked[description], Rf2Ids.Definition) || IsOfType(ranked[description], Rf2Ids.FullySpecifiedName) != isFullName) continue;
            var own = (!IsActive(ranked[description]), counted.PreferredBy(dialects[description]));
            if (best < 0 || own.CompareTo(rank) < 0) (best, rank) = (description, own);
        }
        return best;
    }
}
