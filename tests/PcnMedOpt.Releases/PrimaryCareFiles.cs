using System.Globalization;
using System.Text;

namespace PcnMedOpt.Releases;

/// <summary>Writes the files that name and hold clusters, and a map of EMIS codes.</summary>
internal static class PrimaryCareFiles
{
    private const string Date = "20260311";

    /// <summary>The two forms of the files of the Primary Care Domain reference set portal, apart by tabs.</summary>
    public static void WritePcd(GeneratedRelease release, string folder)
    {
        Directory.CreateDirectory(folder);
        using var byCluster = new RowWriter(
            Path.Combine(folder, $"{Date}_PCD_Refset_Content_V2.txt"), "Cluster_ID\tCluster_Description\tSNOMED_code\tSNOMED_code_description\tPCD_Refset_ID\tService_and_Ruleset");
        using var byOutput = new RowWriter(
            Path.Combine(folder, $"{Date}_PCD_Refset_Content_by_Output_V2.txt"),
            "Output_ID\tCluster_ID\tCluster_Description\tSNOMED_code\tSNOMED_code_description\tPCD_Refset_ID");
        foreach (var refset in release.Refsets)
            foreach (var member in refset.Members)
            {
                byCluster.Text(refset.Cluster).Text(Name(release, refset)).Number(release.Id(member)).Text(release.Term(member)).Number(refset.Id).Text("Example service, example ruleset").End();
                byOutput.Text("EX001").Text(refset.Cluster).Text(Name(release, refset)).Number(release.Id(member)).Text(release.Term(member)).Number(refset.Id).End();
            }
    }

    /// <summary>
    /// The file that comes with the primary care reference sets, with the columns with which NHS England makes it and OpenCodelists reads it
    /// (github.com/opensafely-core/opencodelists): no quotation marks, and no commas within a column.
    /// </summary>
    public static void WriteClusters(GeneratedRelease release, string path)
    {
        using var lines = Open(path);
        lines.Write("Cluster_Category,Cluster_ID,Cluster_Desc,Active_in_Refset,Refset_Status_Date,RefsetId,Refset_Description,ConceptId,ConceptId_Description,"
            + "Active_Code_Status,Code_Status_Date,Type_of_Inclusion,Sensitive_Status,Sensitive_Status_Date\r\n");
        foreach (var refset in release.Refsets)
            foreach (var (member, active) in refset.Members.Select(m => (m, 1)).Concat(refset.Former.Select(m => (m, 0))))
                lines.Write(string.Create(CultureInfo.InvariantCulture,
                    $"Example,{refset.Cluster},{Name(release, refset)},{active},20251211,{refset.Id},{release.Term(refset.Concept)} ({release.Tag(refset.Concept)}),{release.Id(member)},{Plain(release.Term(member))},{(release.IsActive(member) ? 1 : 0)},20251211,PC refset,0,19000101\r\n"));
    }

    /// <summary>EMIS codes of two products of three, and of some findings.</summary>
    public static void WriteEmisMap(GeneratedRelease release, string path)
    {
        using var lines = Open(path);
        lines.Write("emis_code_id,concept_id,term\n");
        for (var c = 0; c < release.Count; c++)
            if ((release.Kind(c) is ConceptKind.Vmp or ConceptKind.Amp && c % 3 != 0) || (release.Kind(c) == ConceptKind.Finding && c % 11 == 0))
                lines.Write(string.Create(CultureInfo.InvariantCulture, $"{PrivateIds.Description(PrivateIds.Emis, c)},{release.Id(c)},\"{release.Term(c)}\"\n"));
    }

    private static string Name(GeneratedRelease release, GeneratedRefset refset) => release.Term(refset.Concept).Replace(" simple reference set", "", StringComparison.Ordinal);

    private static string Plain(string term) => term.Replace(",", "", StringComparison.Ordinal);

    private static StreamWriter Open(string path)
    {
        if (Path.GetDirectoryName(path) is { } folder) Directory.CreateDirectory(folder);
        return new StreamWriter(path, false, new UTF8Encoding(false), 1 << 20);
    }
}
