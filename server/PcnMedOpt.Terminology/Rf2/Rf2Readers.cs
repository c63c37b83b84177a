using System.Text.Unicode;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>Reads the rows of each kind of file. A row that cannot be taken is counted in the faults of its table.</summary>
internal static class Rf2Readers
{
    public static readonly string[] ConceptColumns = ["id", "effectiveTime", "active", "moduleId", "definitionStatusId"];

    public static readonly string[] DescriptionColumns = ["id", "effectiveTime", "active", "moduleId", "conceptId", "languageCode", "typeId", "term", "caseSignificanceId"];

    public static readonly string[] RelationshipColumns =
        ["id", "effectiveTime", "active", "moduleId", "sourceId", "destinationId", "relationshipGroup", "typeId", "characteristicTypeId", "modifierId"];

    public static readonly string[] ConcreteValueColumns =
        ["id", "effectiveTime", "active", "moduleId", "sourceId", "value", "relationshipGroup", "typeId", "characteristicTypeId", "modifierId"];

    public static readonly string[] MemberColumns = ["id", "effectiveTime", "active", "moduleId", "refsetId", "referencedComponentId"];

    public static readonly string[] DependencyColumns = [.. MemberColumns, "sourceEffectiveTime", "targetEffectiveTime"];

    public static void Concepts(Rf2Table table, ushort file, Rf2Pools pools, RowList<ConceptRow> rows)
    {
        var (modules, statuses) = (new PoolReader(pools.Modules), new PoolReader(pools.Statuses));
        while (table.Next())
        {
            if (!Rf2Numbers.IsConceptId(table[0]))
            {
                table.Bad(Rf2Numbers.Read(table[0]) < 0 ? RowFault.NoNumber : RowFault.CheckDigit);
                continue;
            }
            var (active, module, status) = (table.Active(2), table.Number(3), table.Number(4));
            if (active >= 0 && module >= 0 && status >= 0)
                rows.Add(new ConceptRow(Rf2Numbers.Read(table[0]), table.Day(1), (ushort)modules.NumberOf(module), file, (byte)statuses.NumberOf(status), active == 1));
        }
    }

    public static void Descriptions(Rf2Table table, ushort file, Rf2Pools pools, TermBlocks terms, RowList<DescriptionRow> rows)
    {
        var (modules, types, cases) = (new PoolReader(pools.Modules), new PoolReader(pools.Types), new PoolReader(pools.Cases));
        while (table.Next())
        {
            if (Rf2Numbers.KindOf(table[0]) != ComponentKind.Description)
            {
                table.Bad(Rf2Numbers.Read(table[0]) < 0 ? RowFault.NoNumber : RowFault.CheckDigit);
                continue;
            }
            var (active, module, concept, type, significance) = (table.Active(2), table.Number(3), table.Number(4), table.Number(6), table.Number(8));
            if (active < 0 || module < 0 || concept < 0 || type < 0 || significance < 0) continue;
            if (table[7].Length > TermBlocks.LongestTerm)
            {
                table.Bad(RowFault.TooLong);
                continue;
            }
            var (block, at, length) = Utf8.IsValid(table[7]) ? terms.Add(table[7]) : Mended(table, terms);
            rows.Add(new DescriptionRow(
                Rf2Numbers.Read(table[0]), concept, table.Day(1), at, (int)table.Line, (ushort)block, length, (ushort)modules.NumberOf(module), file,
                (byte)types.NumberOf(type), (byte)cases.NumberOf(significance), (byte)pools.Languages.NumberOf(table[5]), active == 1));
        }
    }

    public static void Relationships(Rf2Table table, ushort file, Rf2Pools pools, RowList<RelationshipRow> rows) => Relationships(table, file, pools, rows, null);

    public static void ConcreteValues(Rf2Table table, ushort file, Rf2Pools pools, RowList<RelationshipRow> rows) => Relationships(table, file, pools, rows, pools.Values);

    /// <summary>A reference set that is no metadata.</summary>
    public static void Members(Rf2Table table, ushort file, Rf2Pools pools, RefsetKind kind, RowList<MemberRow> rows)
    {
        var modules = new PoolReader(pools.Modules);
        var (mapTarget, mapGroup, mapPriority) = (table.PlaceOf("mapTarget"), table.PlaceOf("mapGroup"), table.PlaceOf("mapPriority"));
        while (table.Next())
        {
            if (Rf2Numbers.KindOf(table[5]) is ComponentKind.Description or ComponentKind.Relationship || !IsConcept(table, table[5])) continue;
            if (kind == RefsetKind.Association && !IsConcept(table, table[6])) continue;
            var (active, module, refset, group, priority) = (table.Active(2), table.Number(3), table.Number(4), MapNumber(table, mapGroup), MapNumber(table, mapPriority));
            if (active < 0 || module < 0 || refset < 0 || group < 0 || priority < 0) continue;
            var target = kind switch
            {
                RefsetKind.Association => Rf2Numbers.Read(table[6]),
                RefsetKind.Map => ~pools.MapTargets.NumberOf(table.At(mapTarget)),
                _ => 0L,
            };
            rows.Add(new MemberRow(
                table.Uuid(0), Rf2Numbers.Read(table[5]), target, refset, table.Day(1), (ushort)modules.NumberOf(module), file, (ushort)group, (ushort)priority, kind, active == 1));
        }
    }

    /// <summary>An identifier is that of a concept; where it is not, that is a fault of the row.</summary>
    private static bool IsConcept(Rf2Table table, ReadOnlySpan<byte> id)
    {
        if (Rf2Numbers.IsConceptId(id)) return true;
        table.Bad(Rf2Numbers.Read(id) < 0 ? RowFault.NoNumber : RowFault.CheckDigit);
        return false;
    }

    /// <summary>The number in a column of maps; -1, and a fault, where there is none that can be.</summary>
    private static int MapNumber(Rf2Table table, int place)
    {
        if (place < 0) return RefsetRow.None;
        if (Rf2Numbers.Read(table.At(place)) is >= 0 and < RefsetRow.None and var number) return (int)number;
        table.Bad(RowFault.NoNumber);
        return -1;
    }

    public static void Languages(Rf2Table table, ushort file, Rf2Pools pools, RowList<LanguageRow> rows)
    {
        var refsets = new PoolReader(pools.Dialects);
        while (table.Next())
        {
            var (active, refset, description, acceptability) = (table.Active(2), table.Number(4), table.Number(5), table.Number(6));
            if (active < 0 || refset < 0 || description < 0 || acceptability < 0) continue;
            var how = active == 0 ? Acceptability.None
                : acceptability switch { Rf2Ids.Preferred => Acceptability.Preferred, Rf2Ids.Acceptable => Acceptability.Acceptable, _ => Acceptability.None };
            rows.Add(new LanguageRow(table.Uuid(0), description, table.Day(1), file, (byte)refsets.NumberOf(refset), (byte)how));
        }
    }

    public static void Dependencies(Rf2Table table, ushort file, RowList<DependencyRow> rows)
    {
        while (table.Next())
        {
            var (active, module, needs) = (table.Active(2), table.Number(3), table.Number(5));
            if (active >= 0 && module >= 0 && needs >= 0)
                rows.Add(new DependencyRow(table.Uuid(0), module, needs, table.Day(6), table.Day(7), table.Day(1), file, active == 1));
        }
    }

    private static void Relationships(Rf2Table table, ushort file, Rf2Pools pools, RowList<RelationshipRow> rows, TextPool? values)
    {
        var attributes = new PoolReader(pools.Attributes);
        while (table.Next())
        {
            if (Rf2Numbers.Read(table[8]) != Rf2Ids.Inferred) continue;
            var (id, active, source, group, type) = (table.Number(0), table.Active(2), table.Number(4), table.Number(6), table.Number(7));
            var destination = values is null ? table.Number(5) : ~values.NumberOf(table[5]);
            if (id < 0 || active < 0 || source < 0 || group is < 0 or > int.MaxValue || type < 0 || (values is null && destination < 0)) continue;
            if (Rf2Numbers.KindOf(table[0]) != ComponentKind.Relationship) table.Bad(RowFault.RowIdentifier);
            rows.Add(new RelationshipRow(id, source, destination, table.Day(1), (int)group, (int)table.Line, (ushort)attributes.NumberOf(type), file, active == 1));
        }
    }

    private static (int Block, int At, ushort Length) Mended(Rf2Table table, TermBlocks terms)
    {
        table.Bad(RowFault.Text);
        return terms.Add(System.Text.Encoding.UTF8.GetBytes(System.Text.Encoding.UTF8.GetString(table[7])));
    }
}

/// <summary>What the rows of all files name by small numbers.</summary>
internal sealed class Rf2Pools
{
    public IdPool Modules { get; } = new();

    public IdPool Statuses { get; } = new();

    public IdPool Types { get; } = new();

    public IdPool Cases { get; } = new();

    public IdPool Dialects { get; } = new();

    /// <summary>The types of relationships.</summary>
    public IdPool Attributes { get; } = new();

    public TextPool Languages { get; } = new();

    /// <summary>What maps say.</summary>
    public TextPool MapTargets { get; } = new();

    /// <summary>Concrete values, as RF2 writes them.</summary>
    public TextPool Values { get; } = new();

    /// <param name="files">How many files were read.</param>
    /// <exception cref="Rf2Exception">There are more of a kind than a store has numbers for, and than any release has.</exception>
    public void Check(int files)
    {
        foreach (var (what, count, most) in new[]
        {
            ("modules", Modules.Ids.Count, ushort.MaxValue), ("types of relationships", Attributes.Ids.Count, ushort.MaxValue), ("definition statuses", Statuses.Ids.Count, byte.MaxValue), ("types of descriptions", Types.Ids.Count, byte.MaxValue),
            ("kinds of case", Cases.Ids.Count, byte.MaxValue), ("language reference sets", Dialects.Ids.Count, byte.MaxValue), ("languages", Languages.Count, byte.MaxValue), ("files", files, ushort.MaxValue),
        })
            if (count >= most) throw new Rf2Exception($"There are {count} {what}: this is no release.");
    }
}

/// <summary>The terms of a file, one after the other in large blocks.</summary>
internal sealed class TermBlocks
{
    /// <summary>In bytes; one that has to be mended may become three times as long.</summary>
    public const int LongestTerm = ushort.MaxValue / 3;

    private const int BlockSize = 4 << 20;

    private readonly List<byte[]> blocks = [];
    private int filled = BlockSize;

    public (int Block, int At, ushort Length) Add(ReadOnlySpan<byte> term)
    {
        if (filled + term.Length > BlockSize)
        {
            blocks.Add(new byte[BlockSize]);
            filled = 0;
        }
        term.CopyTo(blocks[^1].AsSpan(filled));
        var at = filled;
        filled += term.Length;
        return (blocks.Count - 1, at, (ushort)term.Length);
    }

    /// <summary>Lets go of the terms; they are not to be asked for any more.</summary>
    public void Clear() => blocks.Clear();

    public ReadOnlySpan<byte> Term(int block, int at, ushort length) => blocks[block].AsSpan(at, length);
}
