using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics.Codes;

namespace PcnMedOpt.Emit.Pages;

/// <summary>How code sets are called where the NHS speaks of code clusters: AST_COD is a cluster, AST its stem, ASTLAT_DAT a field made of it.</summary>
public sealed class ClusterNames(ProjectModel project)
{
    private const string Suffix = "_COD";

    /// <summary>The published cluster that a set is, when it is one reference set and nothing else and names it.</summary>
    public string? ClusterOf(string set) =>
        project.CodeSet(set)?.InSystems is { Codes.IsEmpty: true, Carved.IsEmpty: true, Opaque: [{ Kind: OpaqueKind.Refset, Cluster: { Length: > 0 } cluster }] } ? cluster : null;

    /// <summary>The cluster, or the set's own name.</summary>
    public string Shown(string set) => ClusterOf(set) ?? set;

    /// <summary>What the names of fields begin with.</summary>
    public string Stem(string set)
    {
        var name = Shown(set).ToUpperInvariant();
        return name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    /// <summary>
    /// A cluster's name in SystmOne: without _COD, as far as is known. It is a rule of thumb: SystmOne uses variants for each programme.
    /// </summary>
    public static string InSystmone(string cluster) =>
        cluster.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase) ? cluster[..^Suffix.Length] : cluster;
}
