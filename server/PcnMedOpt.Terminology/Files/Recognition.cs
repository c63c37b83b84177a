using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Rf2;

namespace PcnMedOpt.Terminology.Files;

/// <summary>What is in a folder, zip or file: files of one kind.</summary>
/// <param name="Kind">What they are.</param>
/// <param name="Files">The files; of RF2 those of the snapshot.</param>
public sealed record ReleaseContent(SourceKind Kind, ReleaseFiles Files);

/// <summary>
/// Sees by their names what files are; an EMIS code map, which has no name of its own, by its first row. RF2: SNOMED CT Release File Specification,
/// "File naming convention". dm+d: no name is laid down; all weekly files since 2013 are called so.
/// </summary>
internal static partial class Recognition
{
    private const string EmisColumn = "emis_code_id";
    private const int FirstRow = 4096;

    public static ImmutableArray<ReleaseContent> Of(ReleaseFiles all) =>
    [
        .. from file in all.Files
           let kind = KindOf(file, all.Files.Length == 1)
           where kind is not null
           group file by kind.Value into part
           orderby part.Key
           select new ReleaseContent(part.Key, all with { Files = [.. part] }),
    ];

    /// <summary>Why nothing of it can be brought in.</summary>
    public static string NothingIn(ReleaseFiles all)
    {
        if (all.Files.Any(f => Rf2().IsMatch(NameOf(f)))) return $"{all.Name} holds no RF2 snapshot, only Full or Delta files. A snapshot is needed: its files have Snapshot in their names.";
        return $"{all.Name} is nothing that can be brought in. Expected: an RF2 snapshot (sct2_Concept_Snapshot_….txt), dm+d XML (f_vmp2_….xml), reference sets of the portal "
            + $"(…_PCD_Refset_Content_V2.txt), GP data clusters (GPData_Cluster_Refset_1000230_….csv), or an EMIS code map (a CSV with the columns {EmisColumn}, concept_id and term); "
            + $"a folder or a zip of these. {Found(all)}";
    }

    /// <summary>It is a table, and of no known kind.</summary>
    public static bool IsUnknown(ReleaseFile file) => Table().IsMatch(file.Path) && !Rf2().IsMatch(NameOf(file)) && KindOf(file, false) is null;

    private static string Found(ReleaseFiles all) =>
        all.Files.IsEmpty ? "It holds no files." : $"It holds {all.Files.Length:N0} file{(all.Files.Length == 1 ? "" : "s")}, such as {all.Files[0].Path}.";

    private static SourceKind? KindOf(ReleaseFile file, bool alone)
    {
        var name = NameOf(file);
        if (Rf2().IsMatch(name) && file.Path.Contains("Snapshot", StringComparison.OrdinalIgnoreCase)) return SourceKind.Rf2;
        if (Dmd().IsMatch(name)) return SourceKind.Dmd;
        if (Pcd().IsMatch(name)) return SourceKind.PcdRefsets;
        if (Clusters().IsMatch(name)) return SourceKind.GpDataClusters;
        return (alone || EmisMap().IsMatch(name)) && HasEmisColumns(file) ? SourceKind.EmisCodes : null;
    }

    private static string NameOf(ReleaseFile file) => file.Path[(file.Path.LastIndexOf('/') + 1)..];

    private static bool HasEmisColumns(ReleaseFile file)
    {
        using var stream = file.Open();
        var bytes = new byte[FirstRow];
        var length = stream.ReadAtLeast(bytes, FirstRow, false);
        return Encoding.UTF8.GetString(bytes, 0, length).Split('\n')[0].Contains(EmisColumn, StringComparison.Ordinal);
    }

    /// <summary>Snapshot stands in the name, or is the folder.</summary>
    [GeneratedRegex(@"^x?(sct2|der2)_[A-Za-z]+_.*\.txt$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Rf2();

    [GeneratedRegex(@"^f_[a-z_]*\d_\d\d{6}\.xml$", RegexOptions.CultureInvariant)]
    private static partial Regex Dmd();

    [GeneratedRegex(@"^\d{8}_PCD_Refset_Content(_by_Output)?(_V\d+)?\.txt$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Pcd();

    [GeneratedRegex(@"^GPData_Cluster_Refset_\d+_\d{8}(_nc)?\.csv$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Clusters();

    [GeneratedRegex(@"\.csv$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex EmisMap();

    [GeneratedRegex(@"\.(csv|txt|xml)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Table();
}
