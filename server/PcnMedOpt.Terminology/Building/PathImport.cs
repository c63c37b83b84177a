using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Terminology.Rf2;

namespace PcnMedOpt.Terminology.Building;

/// <summary>What an import of folders, zips and files took, and what it could not.</summary>
/// <param name="Report">What was made, and the faults of RF2.</param>
/// <param name="Parts">What else was read, and the rows of it that are wrong.</param>
public sealed record PathImportReport(ImportReport Report, ImmutableArray<(ReleaseSource Source, PartFaults Faults)> Parts);

/// <summary>Makes a store of folders, zips and files, each seen for what it is.</summary>
public static class PathImport
{
    private const int UnreadNamed = 5;

    /// <summary>Opens what was named, reads it, and writes the store; a store of this path is replaced when all went well.</summary>
    /// <param name="store">The store.</param>
    /// <param name="name">What a person calls the release; null for the name of the topmost package.</param>
    /// <param name="paths">Folders, zips and files; the order says nothing.</param>
    /// <param name="tell">Told how far it has come.</param>
    /// <param name="cancellation">Ends the import; the old store stays.</param>
    /// <exception cref="RefusedReleaseException">A path is not there, unsafe, damaged or unknown, or there are two editions of one kind.</exception>
    /// <exception cref="IOException">Something cannot be read, or written.</exception>
    public static PathImportReport Run(string store, string? name, IEnumerable<string> paths, Action<ImportProgress> tell, CancellationToken cancellation)
    {
        var opened = new List<ReleasePath>();
        try
        {
            foreach (var path in paths)
            {
                cancellation.ThrowIfCancellationRequested();
                tell(new ImportProgress($"opening {Path.GetFileName(path.TrimEnd('/', '\\'))}", null));
                opened.Add(ReleasePath.Open(path));
            }
            var contents = opened.SelectMany(o => o.Contents).ToList();
            var parts = Parts(contents, tell, cancellation);
            ReleaseFiles[] rf2 = [.. contents.Where(c => c.Kind == SourceKind.Rf2).Select(c => c.Files)];
            var report = ReleaseImport.Run(store, name, rf2, [.. parts.Select(p => p.Part)], tell, cancellation);
            report = report with { Notes = [.. report.Notes, .. opened.SelectMany(Unread)] };
            return new PathImportReport(report, [.. parts.Select(p => (p.Part.Source, p.Faults))]);
        }
        finally
        {
            foreach (var path in opened) path.Dispose();
        }
    }

    /// <summary>
    /// Everything but RF2, dm+d first, so that its names count. The file of GP data clusters stands before the files of the portal: it is made from
    /// the reference sets that are published with it.
    /// </summary>
    private static List<ReadPart> Parts(List<ReleaseContent> contents, Action<ImportProgress> tell, CancellationToken cancellation)
    {
        var parts = new List<ReadPart>();
        foreach (var kind in (SourceKind[])[SourceKind.Dmd, SourceKind.GpDataClusters, SourceKind.PcdRefsets, SourceKind.EmisCodes])
        {
            var found = contents.Where(c => c.Kind == kind).ToList();
            if (found.Count > 1) throw new RefusedReleaseException($"{found[0].Files.Name} and {found[1].Files.Name} both hold {Called(kind)}: a release has one of them. Name one.");
            if (found.Count == 0) continue;
            cancellation.ThrowIfCancellationRequested();
            tell(new ImportProgress($"reading {Called(kind)}", null));
            parts.Add(ReleaseParts.Read(found[0]));
        }
        return parts;
    }

    /// <summary>Says which tables of a path were of no known kind: a code map whose columns have other names is one.</summary>
    private static IEnumerable<string> Unread(ReleasePath path)
    {
        if (path.Unknown.IsEmpty) yield break;
        var more = path.Unknown.Length > UnreadNamed ? ", and more" : "";
        yield return $"{path.Files.Name}: {path.Unknown.Length} tables are of no kind that is known, and were not read: {string.Join(", ", path.Unknown.Take(UnreadNamed))}{more}.";
    }

    private static string Called(SourceKind kind) => kind switch
    {
        SourceKind.Dmd => "dm+d",
        SourceKind.GpDataClusters => "GP data clusters",
        SourceKind.PcdRefsets => "reference sets of the portal",
        _ => "an EMIS code map",
    };
}
