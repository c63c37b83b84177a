using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Office;

/// <summary>Workbooks and documents: sound by the schema of their format, the same bytes every time, and their parts to be read when they change.</summary>
public sealed class OfficeFileTests
{
    public static TheoryData<string> Paths => [.. OfficeProject.OfficeFiles.Select(f => f.Path)];

    [Fact]
    public void The_project_has_no_errors() =>
        Assert.DoesNotContain(OfficeProject.Compilation.Diagnostics.Select(d => (d.Severity, TestProject.Shown(d))), d => d.Severity == Severity.Error);

    [Theory]
    [MemberData(nameof(Paths))]
    public void The_format_has_no_complaint(string path)
    {
        using var document = OfficeProject.Open(Of(path));
        var faults = new OpenXmlValidator(FileFormatVersions.Office2013).Validate(document, TestContext.Current.CancellationToken).Select(e => $"{e.Part?.Uri} {e.Path?.XPath}: {e.Description}").ToList();
        Assert.True(faults.Count == 0, string.Join('\n', faults.Take(10)));
    }

    [Fact]
    public void Two_builds_give_the_same_bytes() =>
        Assert.Equal(OfficeProject.Files.Select(f => (f.Path, Convert.ToHexString(f.Bytes.AsSpan()))), OfficeProject.Build().Select(f => (f.Path, Convert.ToHexString(f.Bytes.AsSpan()))));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Entries_are_sorted_and_of_one_time(string path)
    {
        using var zip = new ZipArchive(new MemoryStream([.. Of(path).Bytes]));
        Assert.Equal(zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal), zip.Entries.Select(e => e.FullName));
        Assert.All(zip.Entries, e => Assert.Equal(new DateTime(1980, 1, 1), e.LastWriteTime.DateTime));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Parts_are_as_expected(string path) =>
        Snapshot.Check(Path.Combine(OfficeProject.Folder, $"{Path.GetFileName(path)}.expected"), OfficeTexts.Of(Of(path)));

    [Fact]
    public void The_head_of_the_data_is_the_contract() =>
        Snapshot.Check(Path.Combine(OfficeProject.Folder, "data.csv.expected"), System.Text.Encoding.UTF8.GetString([.. OfficeProject.Named("data.csv").Bytes]));

    private static OutputFile Of(string path) => OfficeProject.Files.Single(f => f.Path == path);
}
