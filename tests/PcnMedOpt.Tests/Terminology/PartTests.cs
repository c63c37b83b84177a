using System.Globalization;
using System.Text;
using PcnMedOpt.Terminology.Files;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>Small editions of dm+d, cluster files and code maps in tests/terminology, sound and faulty, and what is read of each.</summary>
public sealed class PartTests
{
    public static TheoryData<string> Cases => [.. Directory.GetDirectories(Repository.PathOf("tests", "terminology")).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_read_of_a_part_is_as_expected(string name)
    {
        var folder = Repository.PathOf("tests", "terminology", name);
        var expected = folder + ".expected";
        string said;
        try
        {
            using var path = ReleasePath.Open(folder);
            said = string.Concat(path.Contents.Select(c => Told(ReleaseParts.Read(c))));
        }
        catch (RefusedReleaseException refused)
        {
            said = $"refused: {refused.Message}";
        }
        Snapshot.Check(expected, said);
    }

    [Fact]
    public void An_edition_of_which_a_file_is_cut_off_anywhere_is_refused()
    {
        var folder = Directory.CreateTempSubdirectory("medopt-").FullName;
        try
        {
            foreach (var file in Directory.GetFiles(Repository.PathOf("tests", "terminology", "dmd"))) File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
            var cut = Path.Combine(folder, "f_vmp2_3160326.xml");
            var whole = File.ReadAllBytes(cut);
            var end = whole.AsSpan().LastIndexOf((byte)'>');
            for (var length = 0; length <= end; length += 7)
            {
                File.WriteAllBytes(cut, whole[..length]);
                using var path = ReleasePath.Open(folder);
                Assert.Throws<RefusedReleaseException>(() => ReleaseParts.Read(path.Contents[0]));
            }
        }
        finally
        {
            Directory.Delete(folder, true);
        }
    }

    private static string Told(ReadPart read)
    {
        var (source, text) = (read.Part.Source, new StringBuilder());
        text.Append(CultureInfo.InvariantCulture, $"{source.Kind} {source.Name} of {source.Date:yyyy-MM-dd}: {source.Rows} rows, {source.BadRows} refused, {read.Faults.Taken} taken in part\n");
        foreach (var concept in read.Part.Concepts.OrderBy(c => c.Id)) text.Append(CultureInfo.InvariantCulture, $"concept {concept.Id} {(concept.Name is null ? "named" : concept.IsActive ? "active" : "withdrawn")} {concept.Name}\n");
        foreach (var member in read.Part.Members.OrderBy(m => m.Refset).ThenBy(m => m.Concept)) text.Append(CultureInfo.InvariantCulture, $"member of {member.Refset}: {member.Concept}\n");
        foreach (var fault in read.Faults.First) text.Append(CultureInfo.InvariantCulture, $"{fault.File}:{fault.Line} {fault.Said}\n");
        return text.ToString();
    }
}
