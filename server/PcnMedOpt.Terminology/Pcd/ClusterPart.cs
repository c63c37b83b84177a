using System.Globalization;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Pcd;

/// <summary>
/// Clusters: which reference set each has, and which concepts are in it. Two sources say so: the text files of the NHS England Primary Care Domain
/// reference set portal, and the file of GP data clusters that comes with the primary care reference sets.
/// </summary>
internal sealed partial class ClusterPart : IReleasePart
{
    private readonly HashSet<ClusterMember> members = [];
    private readonly HashSet<ClusterName> names = [];

    private ClusterPart(SourceKind kind, ReleaseFiles files, PartFaults faults)
    {
        var rows = files.Files.Sum(f => kind == SourceKind.PcdRefsets ? ReadPcd(f, faults) : ReadGpData(f, faults));
        Source = new ReleaseSource(kind, files.Name, files.Files.Max(f => DateOf(f.Path)), rows, faults.Refused);
    }

    public ReleaseSource Source { get; }

    /// <summary>The concepts and reference sets: they are named here, and their status is not this file's to say.</summary>
    public IEnumerable<PartConcept> Concepts =>
        members.Select(m => m.Concept).Concat(names.Select(n => n.Refset)).Distinct().Select(id => new PartConcept(id, false, null));

    public IEnumerable<PartMember> Members => members.Select(m => new PartMember(m.Refset, m.Concept));

    /// <summary>The clusters, by their reference sets.</summary>
    internal IReadOnlyCollection<ClusterName> Names => names;

    /// <summary>Reads the files of an edition. Two editions together would be neither of them.</summary>
    /// <exception cref="RefusedReleaseException">There are two editions; a file lacks a column, or cannot be read.</exception>
    public static ReadPart Read(SourceKind kind, ReleaseFiles files)
    {
        if (files.Files.DistinctBy(f => DateOf(f.Path)).ToList() is [var one, var other, ..])
            throw new RefusedReleaseException($"{files.Name} holds two editions: {one.Path} and {other.Path}. Name the folder, zip or file of one.");
        var faults = new PartFaults();
        return new ReadPart(new ClusterPart(kind, files, faults), faults);
    }

    public void Write(StoreWriter writer, ConceptNumbers numbers) => ClusterSections.Write(writer, Source.Kind, numbers, names);

    /// <summary>
    /// Both forms of the portal's files, with and without the outputs that use a cluster: <c>Cluster_ID</c>, <c>Cluster_Description</c>,
    /// <c>SNOMED_code</c>, <c>PCD_Refset_ID</c>. A concept stands there as often as an output uses it.
    /// </summary>
    private long ReadPcd(ReleaseFile file, PartFaults faults)
    {
        using var rows = Delimited.Open(file, '\t', ["Cluster_ID", "Cluster_Description", "SNOMED_code", "PCD_Refset_ID"], faults);
        var (cluster, description) = (rows.ColumnOf("Cluster_ID"), rows.ColumnOf("Cluster_Description"));
        var (code, refset) = (rows.ColumnOf("SNOMED_code"), rows.ColumnOf("PCD_Refset_ID"));
        var taken = 0L;
        while (rows.Next())
            if (Add(rows, file.Path, faults, (refset, "PCD_Refset_ID"), (code, "SNOMED_code"), cluster, description, true)) taken++;
        return taken;
    }

    /// <summary>
    /// The file of GP data clusters. Its columns are those with which NHS England makes it, and OpenCodelists reads it
    /// (github.com/opensafely-core/opencodelists): <c>Cluster_ID</c>, <c>Cluster_Desc</c>, <c>RefsetId</c>, <c>ConceptId</c>, and
    /// <c>Active_in_Refset</c>, which is 0 for a concept that was taken out of the reference set.
    /// </summary>
    private long ReadGpData(ReleaseFile file, PartFaults faults)
    {
        using var rows = Delimited.Open(file, ',', ["Cluster_ID", "Cluster_Desc", "RefsetId", "ConceptId", "Active_in_Refset"], faults);
        var (cluster, description) = (rows.ColumnOf("Cluster_ID"), rows.ColumnOf("Cluster_Desc"));
        var (code, refset, active) = (rows.ColumnOf("ConceptId"), rows.ColumnOf("RefsetId"), rows.ColumnOf("Active_in_Refset"));
        var taken = 0L;
        while (rows.Next())
        {
            if (rows[active] is not ("0" or "1")) faults.Refuse(file.Path, rows.Line, $"Active_in_Refset is '{rows[active]}', and has to be 0 or 1.");
            else if (Add(rows, file.Path, faults, (refset, "RefsetId"), (code, "ConceptId"), cluster, description, rows[active] == "1")) taken++;
        }
        return taken;
    }

    private bool Add(Delimited rows, string file, PartFaults faults, (int At, string Name) refset, (int At, string Name) code, int cluster, int description, bool active)
    {
        if (!faults.Concept(file, rows.Line, refset.Name, rows[refset.At], out var set) || !faults.Concept(file, rows.Line, code.Name, rows[code.At], out var concept)) return false;
        if (rows[cluster].Length > 0) names.Add(new ClusterName(set, rows[cluster], rows[description]));
        if (active) members.Add(new ClusterMember(set, concept));
        return true;
    }

    private static DateOnly? DateOf(string path) =>
        Day().Match(path[(path.LastIndexOf('/') + 1)..]) is { Success: true } found && DateOnly.TryParseExact(found.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;

    [GeneratedRegex(@"(?<!\d)20\d{6}(?!\d)", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
