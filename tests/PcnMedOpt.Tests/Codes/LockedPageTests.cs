using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Tests.Rules;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Codes;

/// <summary>What a release finds in a project, its lock finds on a machine that has no release: for every page of the rules that has one.</summary>
public sealed class LockedPageTests
{
    private static readonly string Folder = Repository.PathOf("tests", "rules");

    public static TheoryData<string> Pages =>
        [.. Directory.GetFiles(Folder, "*.md").Where(f => File.ReadAllText(f).Contains("```release", StringComparison.Ordinal) && !File.ReadAllText(f).Contains("medopt.lock\"", StringComparison.Ordinal)).Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void The_same_is_found_with_the_lock_alone(string slug)
    {
        var page = RulePage.Read(Path.Combine(Folder, slug + ".md"));
        var release = new WrittenRelease(page.Blocks.Single(b => b.Language == "release").Text);
        foreach (var block in page.Blocks.Where(b => b.Language == "medopt"))
        {
            var files = page.Blocks.Where(b => b.Language == "csv").Select(b => new KeyValuePair<string, string>(b.Info.Split('"')[1], b.Text)).Append(new("test.medopt", block.Text)).ToList();
            var byRelease = TestProject.Of(files).WithKnowledge(new CodeKnowledge(release, null, false));
            var (pinned, _) = Locking.Of(byRelease, release, false, TestProject.Today);
            var byLock = byRelease.WithKnowledge(new CodeKnowledge(null, LockFile.Read(LockText.Of(pinned)).Lock, true));
            Assert.Equal(byRelease.Diagnostics.Select(d => d.Shown()), byLock.Diagnostics.Select(d => d.Shown()));
        }
    }
}
