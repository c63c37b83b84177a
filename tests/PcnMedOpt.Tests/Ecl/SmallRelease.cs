using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Rf2;
using PcnMedOpt.Terminology.Store;

namespace PcnMedOpt.Tests.Ecl;

internal sealed record SmallConcept(long Id, bool IsActive, long Module, long Status, int Day);

/// <param name="Source">The concept that has it.</param>
/// <param name="Type">The attribute; 116680003 for the hierarchy.</param>
/// <param name="Target">The value; 0 where it is concrete.</param>
/// <param name="Value">The concrete value.</param>
/// <param name="Group">The role group.</param>
/// <param name="IsActive">The row is active.</param>
internal sealed record SmallRelationship(long Source, long Type, long Target, string Value, int Group, bool IsActive);

internal sealed record SmallDescription(long Id, long Concept, bool IsActive, long Module, int Day, string Language, long Type, string Term);

internal sealed record SmallLanguage(long Refset, long Description, long Acceptability, bool IsActive);

/// <param name="Refset">The reference set.</param>
/// <param name="Concept">The member.</param>
/// <param name="Target">What an association names; 0 in a simple reference set.</param>
/// <param name="Module">The module of the row.</param>
/// <param name="Day">The day of the row.</param>
/// <param name="IsActive">The row is active.</param>
internal sealed record SmallMember(long Refset, long Concept, long Target, long Module, int Day, bool IsActive);

/// <summary>A release of a few rows, as RF2 has them, and the store that is made of it.</summary>
internal sealed record SmallRelease(
    ImmutableArray<SmallConcept> Concepts,
    ImmutableArray<SmallRelationship> Relationships,
    ImmutableArray<SmallDescription> Descriptions,
    ImmutableArray<SmallLanguage> Languages,
    ImmutableArray<SmallMember> Members)
{
    public const long IsA = 116680003;

    /// <summary>The store, which is deleted when it is disposed of.</summary>
    public SmallStore Import()
    {
        var path = Path.Combine(Path.GetTempPath(), $"medopt-ecl-{Guid.NewGuid():N}.store");
        var files = new ReleaseFiles("small", [.. Files().Select(f => File(f.Name, f.Text))]);
        var report = ReleaseImport.Run(path, "small", [files], [], _ => { }, TestContext.Current.CancellationToken);
        Assert.Empty(report.Files);
        return new SmallStore(path, ReleaseStore.Open(path));
    }

    private static ReleaseFile File(string name, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return new ReleaseFile($"Snapshot/{name}", bytes.Length, () => new MemoryStream(bytes));
    }

    private IEnumerable<(string Name, string Text)> Files()
    {
        var concrete = Relationships.Where(r => r.Target == 0).ToList();
        const string characteristic = "900000000000011006\t900000000000451002";
        yield return ("Terminology/sct2_Concept_Snapshot_INT_20260101.txt", Table(
            "id\teffectiveTime\tactive\tmoduleId\tdefinitionStatusId",
            Concepts.Select(c => $"{c.Id}\t{c.Day}\t{Flag(c.IsActive)}\t{c.Module}\t{c.Status}")));
        yield return ("Terminology/sct2_Relationship_Snapshot_INT_20260101.txt", Table(
            "id\teffectiveTime\tactive\tmoduleId\tsourceId\tdestinationId\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId",
            Relationships.Except(concrete).Select((r, i) => $"{SmallIds.Relationship(i)}\t20200101\t{Flag(r.IsActive)}\t{SmallIds.Module}\t{r.Source}\t{r.Target}\t{r.Group}\t{r.Type}\t{characteristic}")));
        yield return ("Terminology/sct2_RelationshipConcreteValues_Snapshot_INT_20260101.txt", Table(
            "id\teffectiveTime\tactive\tmoduleId\tsourceId\tvalue\trelationshipGroup\ttypeId\tcharacteristicTypeId\tmodifierId",
            concrete.Select((r, i) => $"{SmallIds.Relationship(10_000 + i)}\t20200101\t{Flag(r.IsActive)}\t{SmallIds.Module}\t{r.Source}\t{r.Value}\t{r.Group}\t{r.Type}\t{characteristic}")));
        yield return ("Terminology/sct2_Description_Snapshot-en_INT_20260101.txt", Table(
            "id\teffectiveTime\tactive\tmoduleId\tconceptId\tlanguageCode\ttypeId\tterm\tcaseSignificanceId",
            Descriptions.Select(d => $"{d.Id}\t{d.Day}\t{Flag(d.IsActive)}\t{d.Module}\t{d.Concept}\t{d.Language}\t{d.Type}\t{d.Term}\t900000000000448009")));
        yield return ("Refset/Language/der2_cRefset_LanguageSnapshot-en_INT_20260101.txt", Table(
            "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\tacceptabilityId",
            Languages.Select((l, i) => $"{Row(1, i)}\t20200101\t{Flag(l.IsActive)}\t{SmallIds.Module}\t{l.Refset}\t{l.Description}\t{l.Acceptability}")));
        yield return ("Refset/Content/der2_Refset_SimpleSnapshot_INT_20260101.txt", Table(
            "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId",
            Members.Where(m => m.Target == 0).Select((m, i) => $"{Row(2, i)}\t{m.Day}\t{Flag(m.IsActive)}\t{m.Module}\t{m.Refset}\t{m.Concept}")));
        yield return ("Refset/Content/der2_cRefset_AssociationSnapshot_INT_20260101.txt", Table(
            "id\teffectiveTime\tactive\tmoduleId\trefsetId\treferencedComponentId\ttargetComponentId",
            Members.Where(m => m.Target != 0).Select((m, i) => $"{Row(3, i)}\t{m.Day}\t{Flag(m.IsActive)}\t{m.Module}\t{m.Refset}\t{m.Concept}\t{m.Target}")));
    }

    private static string Table(string header, IEnumerable<string> rows) => string.Concat(rows.Prepend(header).Select(r => r + "\r\n"));

    private static string Flag(bool value) => value ? "1" : "0";

    private static string Row(int table, int row) => string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{table:D4}{row:D8}");
}

internal sealed record SmallStore(string Path, ReleaseStore Store) : IDisposable
{
    public void Dispose()
    {
        Store.Dispose();
        File.Delete(Path);
    }
}
