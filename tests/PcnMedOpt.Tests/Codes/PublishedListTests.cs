using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Ide;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Codes;

/// <summary>Two published lists lack identifiers that dm+d has given their products since: with a release that names the earlier ones that is found.</summary>
public sealed class PublishedListTests
{
    [Theory]
    [InlineData("pincer-acei.csv", "id", 68, 70)]
    [InlineData("opensafely-dmards.csv", "snomed_id", 6, 6)]
    public void The_later_identifiers_are_found_missing(string list, string column, int replaced, int later)
    {
        var release = new WrittenRelease(string.Join('\n', File.ReadLines(Repository.PathOf("tests", "terminology", "subsequent-vmps.csv")).Skip(1).Select(r => r.Split(','))
            .GroupBy(r => r[1], StringComparer.Ordinal).Select(g => $"{g.Key} |Later product|; level vmp; {string.Join("; ", g.Select(r => $"previous {r[0]}").Distinct())}")));
        var path = $"codelists/{list}";
        var project = TestProject.Of(
        [
            new("test.medopt", $$"""codes listed "Listed" dmd { from "{{path}}" column "{{column}}" }"""),
            new(path, File.ReadAllText(Repository.PathOf("protocols", "codelists", list))),
        ]).WithKnowledge(new CodeKnowledge(release, null, false));
        var found = Assert.Single(project.Diagnostics, d => d.Diagnostic.Kind.Slug == "successor-missing");
        Assert.StartsWith($"{replaced} codes of this list have been replaced, and 'listed' lacks what replaces them", found.Diagnostic.Message, StringComparison.Ordinal);
        var fix = Assert.Single(found.Diagnostic.Fixes);
        Assert.Equal($"Name {later} later codes beside the list", fix.Title);
        Assert.Equal(later, QuickFixes.Apply(found, fix).Split("\n  only ").Length - 1);
    }
}
