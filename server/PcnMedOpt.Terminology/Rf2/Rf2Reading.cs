using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>Reads the snapshots of all packages, several files at once.</summary>
internal static class Rf2Reading
{
    private sealed record Wanted(ReleaseFiles From, ReleaseFile File, Rf2FileName Name);

    /// <param name="sources">Folders or zips; each may hold several packages.</param>
    /// <param name="tell">Told the bytes that have been read and how many there are; it may throw, to end the reading.</param>
    /// <exception cref="Rf2Exception">There is no snapshot, or a file is none of a release.</exception>
    public static Rf2Content Read(IReadOnlyList<ReleaseFiles> sources, Action<long, long> tell)
    {
        List<Wanted> wanted = [.. sources.SelectMany(Snapshot)];
        if (wanted.Count == 0) return Rf2Content.Empty;
        var keys = wanted.Select(w => (w.From, w.Name.Package)).Distinct().ToList();
        var packages = keys.Select(k => new Rf2Package(k.Package.Length == 0 ? k.From.Name : k.Package.Split('/')[^1], wanted.Where(w => (w.From, w.Name.Package) == k).Max(w => w.Name.Date)));
        var rows = new Rf2Rows(wanted.Count);
        var pools = new Rf2Pools();
        TermBlocks[] terms = [.. wanted.Select(_ => new TermBlocks())];
        var files = new Rf2FileRead[wanted.Count];
        long read = 0;
        var of = Math.Max(wanted.Sum(w => w.File.Length), 1);
        var largestFirst = wanted.Index().OrderByDescending(w => w.Item.File.Length).ThenBy(w => w.Index).ToList();
        try
        {
            Parallel.ForEach(Partitioner.Create(largestFirst, EnumerablePartitionerOptions.NoBuffering), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, one =>
            {
                var (index, (from, file, name)) = one;
                var counted = file with { Open = () => new CountedStream(file.Open(), bytes => tell(Interlocked.Add(ref read, bytes), of)) };
                try
                {
                    using var table = new Rf2Table(counted, Columns(name.Kind));
                    ReadRows(table, (ushort)index, name.Kind, pools, terms[index], rows);
                    files[index] = new Rf2FileRead(file.Path, keys.IndexOf((from, name.Package)), table.Rows, table.IsHeadless, table.Faults);
                }
                catch (InvalidDataException damaged)
                {
                    throw new Rf2Exception($"{from.Name}: {file.Path} is damaged: {damaged.Message}");
                }
            });
        }
        catch (AggregateException several)
        {
            ExceptionDispatchInfo.Throw(several.InnerExceptions[0]);
        }
        pools.Check(wanted.Count);
        List<Rf2Package> all = [.. packages];
        var (order, notes) = PackageOrder.Of(all, files, rows, pools);
        return new Rf2Content(all, files, terms, pools, rows, [.. files.Select(f => order[f.Package])], notes);
    }

    /// <summary>The files of a snapshot that are needed.</summary>
    private static List<Wanted> Snapshot(ReleaseFiles from)
    {
        var named = from.Files.Select(f => (File: f, Name: Rf2FileName.Read(f.Path))).Where(f => f.Name is not null).Select(f => new Wanted(from, f.File, f.Name ?? throw new InvalidOperationException())).ToList();
        var snapshot = named.Where(w => w.Name.Release == "Snapshot").ToList();
        if (named.Count > 0 && snapshot.Count == 0)
        {
            var others = named.Select(w => w.Name.Release).Where(r => r.Length > 0).Distinct().Order(StringComparer.Ordinal).ToList();
            throw new Rf2Exception($"{from.Name} holds no Snapshot{(others.Count > 0 ? $", only {string.Join(" and ", others)}" : "")}. Import the Snapshot of the release: it says how every code stands today.");
        }
        return [.. snapshot.Where(w => w.Name.Kind != Rf2Kind.Unneeded).OrderBy(w => w.File.Path, StringComparer.Ordinal)];
    }

    private static string[] Columns(Rf2Kind kind) => kind switch
    {
        Rf2Kind.Concepts => Rf2Readers.ConceptColumns,
        Rf2Kind.Descriptions => Rf2Readers.DescriptionColumns,
        Rf2Kind.Relationships => Rf2Readers.RelationshipColumns,
        Rf2Kind.ConcreteValues => Rf2Readers.ConcreteValueColumns,
        Rf2Kind.ModuleDependency => Rf2Readers.DependencyColumns,
        _ => Rf2Readers.MemberColumns,
    };

    private static void ReadRows(Rf2Table table, ushort index, Rf2Kind kind, Rf2Pools pools, TermBlocks terms, Rf2Rows rows)
    {
        switch (kind)
        {
            case Rf2Kind.Concepts:
                Rf2Readers.Concepts(table, index, pools, rows.Concepts[index]);
                break;
            case Rf2Kind.Descriptions:
                Rf2Readers.Descriptions(table, index, pools, terms, rows.Descriptions[index]);
                break;
            case Rf2Kind.Relationships:
                Rf2Readers.Relationships(table, index, pools, rows.Relationships[index]);
                break;
            case Rf2Kind.ConcreteValues:
                Rf2Readers.ConcreteValues(table, index, pools, rows.Relationships[index]);
                break;
            case Rf2Kind.ModuleDependency:
                Rf2Readers.Dependencies(table, index, rows.Dependencies[index]);
                break;
            default:
                ReadRefset(table, index, pools, rows);
                break;
        }
    }

    /// <summary>Which reference set it is, the name of its seventh column says; of a file without a header it cannot be known.</summary>
    private static void ReadRefset(Rf2Table table, ushort index, Rf2Pools pools, Rf2Rows rows)
    {
        if (table.IsHeadless && table.Columns != Rf2Readers.MemberColumns.Length) throw new Rf2Exception($"{table.Path} has no header: which reference set it is cannot be told.");
        switch (table.Further)
        {
            case "acceptabilityid":
                Rf2Readers.Languages(table, index, pools, rows.Languages[index]);
                break;
            case "targetcomponentid" or "targetcomponent":
                Rf2Readers.Members(table, index, pools, RefsetKind.Association, rows.Members[index]);
                break;
            default:
                var kind = table.Columns == Rf2Readers.MemberColumns.Length ? RefsetKind.Simple : table.PlaceOf("mapTarget") >= 0 ? RefsetKind.Map : RefsetKind.Other;
                Rf2Readers.Members(table, index, pools, kind, rows.Members[index]);
                break;
        }
    }
}
