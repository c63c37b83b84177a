using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Releases;

namespace PcnMedOpt.Tests.Terminology;

/// <summary>The release that is made up for tests is sound: what the store is tested with has to be right itself.</summary>
public sealed class GeneratedReleaseTests : IDisposable
{
    private static readonly GeneratedRelease Release = GeneratedRelease.Of(ReleaseShape.Small);

    private readonly string folder = Directory.CreateTempSubdirectory("medopt-").FullName;

    public void Dispose() => Directory.Delete(folder, true);

    [Fact]
    public void Two_releases_of_a_shape_are_equal_and_another_seed_makes_another()
    {
        var (first, second, other) = (Written("a", ReleaseShape.Small), Written("b", ReleaseShape.Small), Written("c", ReleaseShape.Small with { Seed = 2 }));
        Assert.Equal(first, second);
        Assert.Equal(first.Select(f => f.Name), other.Select(f => f.Name));
        Assert.NotEqual(first, other);
    }

    [Fact]
    public void Every_identifier_is_sound_and_no_component_comes_twice_in_a_package()
    {
        var files = ReleaseOnDisk.Write(Release, folder);
        var looked = 0;
        foreach (var file in files.Rf2.SelectMany(f => Directory.GetFiles(f, "*.txt", SearchOption.AllDirectories)))
        {
            var rows = File.ReadAllText(file).Split("\r\n");
            Assert.Equal("", rows[^1]);
            var header = rows[0].Split('\t');
            Assert.All(rows[1..^1], row => Assert.Equal(header.Length, row.Split('\t').Length));
            foreach (var column in header.Select((name, n) => (name, n)).Where(c => c.name.EndsWith("Id", StringComparison.Ordinal) || (c.name == "id" && !file.Contains("der2", StringComparison.Ordinal))))
                foreach (var row in rows[1..^1])
                {
                    looked++;
                    Assert.Equal(SctidProblem.None, Sctid.Check(row.Split('\t')[column.n]));
                }
            var ids = rows[1..^1].Select(r => r.Split('\t')[0]).ToList();
            Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        }
        Assert.InRange(looked, 50_000, 500_000);
    }

    [Fact]
    public void It_has_the_size_that_was_asked_for()
    {
        Assert.Equal(2_000, Release.Count);
        Assert.InRange(Release.Descriptions.Count, 6_000, 6_800);
        Assert.InRange(Release.Relationships.Count, 11_500, 12_500);
        Assert.Equal(Release.SubtreeSize, Below(Release.Subtree));
        Assert.InRange(Enumerable.Range(0, Release.Count).Count(c => Release.Above(c).Length > 1), 300, 700);
        Assert.InRange(Enumerable.Range(0, Release.Count).Count(c => !Release.IsActive(c)), 100, 300);
    }

    [Fact]
    public void Concepts_stand_below_active_ones_and_retired_ones_lead_to_active_ones()
    {
        for (var c = 0; c < Release.Count; c++)
            Assert.All(Release.Above(c), above => Assert.True(above < c && (Release.IsActive(above) || !Release.IsActive(c))));
        Assert.All(Release.Histories, h => Assert.True(!Release.IsActive(h.Concept) && Release.IsActive(h.Target)));
        Assert.All(Release.Refsets, r => Assert.True(r.Members.Length >= 2));
    }

    [Fact]
    public void Entries_of_the_dictionary_are_concepts_of_the_drug_extension()
    {
        var files = ReleaseOnDisk.Write(Release, folder);
        var held = Enumerable.Range(0, Release.Count).ToDictionary(c => Release.Id(c).ToString(CultureInfo.InvariantCulture), c => c);
        var keys = new HashSet<string> { "VTMID", "VPID", "APID", "VPPID", "APPID", "VPIDPREV", "VTMIDPREV" };
        var found = Directory.GetFiles(files.Dmd, "f_*.xml").SelectMany(f => XDocument.Load(f).Descendants()).Where(e => keys.Contains(e.Name.LocalName)).ToList();
        Assert.All(found, e => Assert.Equal(ReleaseLayer.Drug, Release.Layer(held[e.Value])));
        Assert.Contains(found, e => e.Name.LocalName == "VPIDPREV" && !Release.IsActive(held[e.Value]));
        Assert.Contains(found, e => e.Name.LocalName == "VTMIDPREV");
        Assert.Equal(Release.Of(ConceptKind.Ampp).Count(), found.Count(e => e.Name.LocalName == "APPID"));
    }

    private static int Below(long top)
    {
        var below = new HashSet<int>();
        for (var c = 0; c < Release.Count; c++)
            if (Release.IsActive(c) && Release.Above(c).Any(a => Release.Id(a) == top || below.Contains(a))) below.Add(c);
        return below.Count;
    }

    private List<(string Name, string Hash)> Written(string name, ReleaseShape shape)
    {
        var target = Path.Combine(folder, name);
        ReleaseOnDisk.Write(GeneratedRelease.Of(shape), target);
        return [.. Directory.GetFiles(target, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(f => (Path.GetRelativePath(target, f), Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))))];
    }
}
