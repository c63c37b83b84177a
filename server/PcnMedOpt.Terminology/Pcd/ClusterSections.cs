using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Terminology.Pcd;

/// <summary>The names of clusters in a store, one group of sections for each source of them.</summary>
internal sealed class ClusterSections
{
    private readonly Dictionary<int, (string Clusters, string Description)> names = [];

    public ClusterSections(StoreFile file)
    {
        foreach (var kind in (SourceKind[])[SourceKind.GpDataClusters, SourceKind.PcdRefsets])
        {
            var refsets = file.ColumnOrEmpty<int>(RefsetsOf(kind));
            var (clusters, descriptions) = (file.Texts(ClustersOf(kind)), file.Texts(DescriptionsOf(kind)));
            for (var n = 0; n < refsets.Count; n++) names.TryAdd(refsets[n], (clusters[n], descriptions[n]));
        }
    }

    /// <summary>The names of the clusters of a reference set, with a comma between two of them; null where no source names one.</summary>
    public string? ClustersWith(int refset) => names.TryGetValue(refset, out var found) ? found.Clusters : null;

    /// <summary>What the cluster of a reference set is said to hold; null where no source says.</summary>
    public string? DescriptionOf(int refset) => names.TryGetValue(refset, out var found) ? found.Description : null;

    public static void Write(StoreWriter writer, SourceKind kind, ConceptNumbers numbers, IEnumerable<ClusterName> names)
    {
        var refsets = names.GroupBy(n => numbers.OrdinalOf(n.Refset)).OrderBy(g => g.Key).ToList();
        writer.Add<int>(RefsetsOf(kind), [.. refsets.Select(r => r.Key)]);
        writer.AddTexts(ClustersOf(kind), [.. refsets.Select(r => string.Join(", ", r.Select(n => n.Cluster).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)))]);
        writer.AddTexts(DescriptionsOf(kind), [.. refsets.Select(r => r.OrderBy(n => n.Cluster, StringComparer.Ordinal).ThenBy(n => n.Description, StringComparer.Ordinal).First().Description)]);
    }

    private static string RefsetsOf(SourceKind kind) => $"clusters.{kind}.refsets";

    private static string ClustersOf(SourceKind kind) => $"clusters.{kind}.names";

    private static string DescriptionsOf(SourceKind kind) => $"clusters.{kind}.descriptions";
}
