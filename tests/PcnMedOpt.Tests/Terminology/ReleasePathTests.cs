using System.IO.Compression;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Releases;
using PcnMedOpt.Terminology.Files;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>Folders, zips and zips in zips are seen for what they are, and refused with a reason where they are damaged or unsafe.</summary>
public sealed class ReleasePathTests : IDisposable
{
    private static readonly ZipLimits Strict = new(50, 4_000_000, 10_000_000, 200, 1_000_000, 3);

    private readonly string folder = Directory.CreateTempSubdirectory("medopt-").FullName;

    public static TheoryData<string> Hostile => [.. HostileZips.All.Keys];

    public static TheoryData<string> SeenWhenRead => [.. HostileZips.SeenWhenRead.Keys];

    public void Dispose() => Directory.Delete(folder, true);

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_zip_that_could_harm_is_refused(string name)
    {
        var (make, said) = HostileZips.All[name];
        var refused = Assert.Throws<RefusedReleaseException>(() => ReleasePath.Open(Put("hostile.zip", make()), Strict));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
        Assert.Contains("hostile.zip", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(SeenWhenRead))]
    public void A_file_that_is_not_what_was_packed_is_refused(string name)
    {
        var (make, said) = HostileZips.SeenWhenRead[name];
        using var path = ReleasePath.Open(Put("hostile.zip", make()), Strict);
        var refused = Assert.Throws<RefusedReleaseException>(() => ReadAll(path));
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_zip_that_is_cut_off_anywhere_is_refused()
    {
        var whole = HostileZips.Of((HostileZips.Dmd, "<x>" + new string('y', 300) + "</x>"), ("f_vmp2_3160326.xml", "<z/>"));
        for (var length = 0; length < whole.Length; length++)
            Assert.Throws<RefusedReleaseException>(() =>
            {
                using var path = ReleasePath.Open(Put("cut.zip", whole[..length]), Strict);
                ReadAll(path);
            });
    }

    [Fact]
    public void A_link_in_a_folder_is_refused()
    {
        var inside = Directory.CreateDirectory(Path.Combine(folder, "release")).FullName;
        File.WriteAllText(Path.Combine(folder, HostileZips.Dmd), "<x/>");
        File.CreateSymbolicLink(Path.Combine(inside, HostileZips.Dmd), Path.Combine(folder, HostileZips.Dmd));
        Assert.Contains("is a link", Assert.Throws<RefusedReleaseException>(() => ReleasePath.Open(inside)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_nothing_known_is_refused_and_says_what_is_expected()
    {
        Assert.Contains("There is no folder", Refusal(Path.Combine(folder, "nowhere")), StringComparison.Ordinal);
        Assert.Contains("It holds no files", Refusal(Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName), StringComparison.Ordinal);
        Assert.Contains("Expected: an RF2 snapshot", Refusal(Put("holiday.txt", "sun"u8.ToArray())), StringComparison.Ordinal);
        Assert.Contains("Expected: an RF2 snapshot", Refusal(Put("list.csv", "code,term\n1,2\n"u8.ToArray())), StringComparison.Ordinal);
        Assert.Contains("Expected: an RF2 snapshot", Refusal(Put("other.zip", HostileZips.Of(("sct_notes.txt", "id")))), StringComparison.Ordinal);
        Assert.Contains("only Full or Delta", Refusal(Put("full.zip", HostileZips.Of(("Full/Terminology/sct2_Concept_Full_INT_20260101.txt", "id")))), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_of_a_release_is_seen_for_what_it_is()
    {
        var written = ReleaseOnDisk.Write(GeneratedRelease.Of(ReleaseShape.Small with { Concepts = 1_000 }), Path.Combine(folder, "release"));
        foreach (var rf2 in written.Rf2) Assert.Equal(["Rf2"], Kinds(rf2));
        Assert.Equal(["Dmd"], Kinds(written.Dmd));
        Assert.Equal(["PcdRefsets"], Kinds(written.Pcd));
        Assert.Equal(["GpDataClusters"], Kinds(written.Clusters));
        Assert.Equal(["EmisCodes"], Kinds(written.EmisMap));
        Assert.Equal(Enum.GetNames<SourceKind>(), Kinds(Path.Combine(folder, "release")));
    }

    [Fact]
    public void A_zip_in_a_zip_is_read_as_the_folder_it_was()
    {
        var written = ReleaseOnDisk.Write(GeneratedRelease.Of(ReleaseShape.Small with { Concepts = 1_000 }), Path.Combine(folder, "release"));
        ZipFile.CreateFromDirectory(written.Dmd, Path.Combine(folder, "inner.zip"));
        var outer = Put("outer.zip", HostileZips.Nested(File.ReadAllBytes(Path.Combine(folder, "inner.zip")), "week/inner.zip"));
        using (var zipped = ReleasePath.Open(outer))
        using (var plain = ReleasePath.Open(written.Dmd))
        {
            Assert.Equal("outer.zip", zipped.Files.Name);
            Assert.Equal(plain.Files.Files.Select(f => $"week/inner.zip/{f.Path}"), zipped.Files.Files.Select(f => f.Path).Order(StringComparer.Ordinal));
            Assert.Equal(Texts(plain).Order(StringComparer.Ordinal), Texts(zipped).Order(StringComparer.Ordinal));
        }
    }

    private static void ReadAll(ReleasePath path)
    {
        foreach (var file in path.Files.Files)
        {
            using var stream = file.Open();
            stream.CopyTo(Stream.Null);
        }
    }

    private static List<string> Texts(ReleasePath path)
    {
        var texts = new List<string>();
        foreach (var file in path.Files.Files)
        {
            using var reader = new StreamReader(file.Open());
            texts.Add(reader.ReadToEnd());
        }
        return texts;
    }

    private static IEnumerable<string> Kinds(string path)
    {
        using var opened = ReleasePath.Open(path);
        return [.. opened.Contents.Select(c => c.Kind.ToString())];
    }

    private static string Refusal(string path) => Assert.Throws<RefusedReleaseException>(() => ReleasePath.Open(path)).Message;

    private string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }
}
