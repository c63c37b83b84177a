using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Dmd;
using PcnMedOpt.Terminology.EmisMap;
using PcnMedOpt.Terminology.Pcd;

namespace PcnMedOpt.Terminology.Files;

/// <summary>Reads what a release holds beside RF2.</summary>
public static class ReleaseParts
{
    /// <summary>Reads the files of one kind.</summary>
    /// <exception cref="RefusedReleaseException">They cannot be read.</exception>
    /// <exception cref="ArgumentOutOfRangeException">They are RF2.</exception>
    public static ReadPart Read(ReleaseContent content) => content.Kind switch
    {
        SourceKind.Dmd => DmdPart.Read(content.Files),
        SourceKind.PcdRefsets or SourceKind.GpDataClusters => ClusterPart.Read(content.Kind, content.Files),
        SourceKind.EmisCodes => EmisMapPart.Read(content.Files),
        _ => throw new ArgumentOutOfRangeException(nameof(content), content.Kind, "RF2 is read by itself."),
    };
}
