namespace PcnMedOpt.Terminology.Pcd;

/// <summary>A concept in the reference set of a cluster.</summary>
internal readonly record struct ClusterMember(long Refset, long Concept);

/// <summary>A cluster and its reference set.</summary>
/// <param name="Refset">The reference set.</param>
/// <param name="Cluster">Its name, such as <c>MEDRVW_COD</c>.</param>
/// <param name="Description">What it is said to hold.</param>
internal readonly record struct ClusterName(long Refset, string Cluster, string Description);
