namespace PcnMedOpt.Releases;

/// <summary>Where the parts of a release stand once they are written: folders, and files.</summary>
public sealed record ReleaseOnDisk(string International, string Clinical, string Drug, string Dmd, string Pcd, string Clusters, string EmisMap)
{
    /// <summary>The RF2 packages, in the order of layering.</summary>
    public string[] Rf2 => [International, Clinical, Drug];

    public string[] All => [.. Rf2, Dmd, Pcd, Clusters, EmisMap];

    /// <summary>Writes all of a release into a folder.</summary>
    public static ReleaseOnDisk Write(GeneratedRelease release, string folder)
    {
        var files = new ReleaseOnDisk(
            Path.Combine(folder, "SnomedCT_ExampleInternationalRF2_PRODUCTION_20260101T120000Z"),
            Path.Combine(folder, "SnomedCT_ExampleUKClinicalRF2_PRODUCTION_20260311T000001Z"),
            Path.Combine(folder, "SnomedCT_ExampleUKDrugRF2_PRODUCTION_20260311T000001Z"),
            Path.Combine(folder, "example_dmd_3.2.0_20260316000001"),
            Path.Combine(folder, "example_pcd_20260311"),
            Path.Combine(folder, "GPData_Cluster_Refset_1000230_20251211.csv"),
            Path.Combine(folder, "emis-code-map.csv"));
        WriteRf2(release, files);
        DmdFiles.Write(release, files.Dmd);
        PrimaryCareFiles.WritePcd(release, files.Pcd);
        PrimaryCareFiles.WriteClusters(release, files.Clusters);
        PrimaryCareFiles.WriteEmisMap(release, files.EmisMap);
        return files;
    }

    private static void WriteRf2(GeneratedRelease release, ReleaseOnDisk files)
    {
        Rf2Files.Write(release, ReleaseLayer.International, files.International);
        Rf2Files.Write(release, ReleaseLayer.Clinical, files.Clinical);
        Rf2Files.Write(release, ReleaseLayer.Drug, files.Drug);
    }
}
