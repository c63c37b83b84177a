using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Building;

/// <summary>All concepts in order of their identifiers, with what is known of each.</summary>
internal sealed class ConceptColumns
{
    /// <param name="rows">The latest row of each concept.</param>
    /// <param name="named">Concepts that other rows name, and that may have no row.</param>
    /// <param name="parts">What else goes into the store.</param>
    /// <param name="modules">For each number of a module its place in the store.</param>
    /// <param name="statuses">The same for definition statuses.</param>
    public ConceptColumns(RowList<ConceptRow> rows, IEnumerable<long> named, IReadOnlyList<IReleasePart> parts, int[] modules, int[] statuses)
    {
        var ofParts = parts.SelectMany(p => p.Concepts).ToList();
        long[] ids = [.. rows.ToList().Select(r => r.Id), .. ofParts.Select(c => c.Id), .. parts.SelectMany(p => p.Members).SelectMany(m => new[] { m.Concept }), .. named];
        Array.Sort(ids);
        var count = 0;
        for (var i = 0; i < ids.Length; i++)
            if (i == 0 || ids[i] != ids[i - 1]) ids[count++] = ids[i];
        Numbers = new ConceptNumbers(ids[..count]);
        Flags = new byte[count];
        Modules = new ushort[count];
        Statuses = new byte[count];
        Days = new int[count];
        foreach (ref readonly var row in rows)
        {
            var ordinal = Numbers.OrdinalOf(row.Id);
            Flags[ordinal] = (byte)(ConceptFlags.Held | ConceptFlags.Snomed | (row.IsActive ? ConceptFlags.Active : ConceptFlags.None));
            Modules[ordinal] = (ushort)modules[row.Module];
            Statuses[ordinal] = (byte)statuses[row.Status];
            Days[ordinal] = Rf2Numbers.PossibleDay(row.Day);
        }
        foreach (var concept in ofParts)
        {
            if (concept.Name is null) continue;
            var ordinal = Numbers.OrdinalOf(concept.Id);
            if ((Flags[ordinal] & (byte)ConceptFlags.Held) != 0) continue;
            Flags[ordinal] = (byte)(ConceptFlags.Held | (concept.IsActive ? ConceptFlags.Active : ConceptFlags.None));
            Names.Add((ordinal, concept.Name));
        }
    }

    public ConceptNumbers Numbers { get; }

    public int Count => Numbers.Count;

    public byte[] Flags { get; }

    public ushort[] Modules { get; }

    public byte[] Statuses { get; }

    public int[] Days { get; }

    /// <summary>Names of concepts that no description names.</summary>
    public List<(int Ordinal, string Name)> Names { get; } = [];

    public bool IsActive(int ordinal) => (Flags[ordinal] & (byte)ConceptFlags.Active) != 0;

    /// <summary>The ordinal of a concept that has a row; -1 where it has none.</summary>
    public int Snomed(long id) => Numbers.OrdinalOf(id) is >= 0 and var ordinal && (Flags[ordinal] & (byte)ConceptFlags.Snomed) != 0 ? ordinal : -1;

    /// <summary>The namespaces of the concepts that are held, "" for the international one, in order.</summary>
    public IEnumerable<string> Namespaces()
    {
        var found = new HashSet<int>();
        for (var i = 0; i < Count; i++)
        {
            if ((Flags[i] & (byte)ConceptFlags.Held) == 0) continue;
            var id = Numbers.IdOf(i);
            found.Add(id / 10 % 100 < 10 ? -1 : (int)(id / 1000 % 10_000_000));
        }
        return found.Order().Select(n => n < 0 ? "" : n.ToString("D7", System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Write(StoreWriter writer)
    {
        writer.Add(StoreNames.ConceptIds, Numbers.Ids);
        writer.Add(StoreNames.ConceptTable, Numbers.Table);
        writer.Add<byte>(StoreNames.ConceptFlags, Flags);
        writer.Add<ushort>(StoreNames.ConceptModules, Modules);
        writer.Add<byte>(StoreNames.ConceptStatuses, Statuses);
        writer.Add<int>(StoreNames.ConceptTimes, Days);
    }
}
