using PcnMedOpt.Core.Comparing;
using PcnMedOpt.Core.Comparing.Patients;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tests.Comparing;

/// <summary>Pairs of small projects, each about one kind of change: tests/diff/CASE holds the old and the new one, and what is said of them.</summary>
public sealed class DiffCaseTests
{
    private static readonly string Folder = Repository.PathOf("tests", "diff");

    public static TheoryData<string> Names => [.. Directory.GetDirectories(Folder).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_difference_is_said_as_expected(string name)
    {
        var (old, now) = (Load(Path.Combine(Folder, name, "old")), Load(Path.Combine(Folder, name, "new")));
        var comparison = ProjectComparer.Compare(old, now, GeneratedPatients.Of(TestProject.Today, 1000));
        Snapshot.Check(Path.Combine(Folder, name, "expected.md"), DiffMarkdown.Of(comparison));
    }

    private static Core.Compilation Load(string folder) => LoadedProject.Load(new ProjectFolder(folder), TestProject.Today).Compilation;
}
