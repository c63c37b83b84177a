using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Emit;
using PcnMedOpt.Ide.Starting;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Ide.Starting;

/// <summary>Each shipped protocol, brought alone into an empty project, stands there: no error, no warning, canonical, its examples pass. So do all of them, one after the other.</summary>
public sealed class StarterProtocolTests
{
    private static readonly StarterPack Pack = new(
        ShippedText.Compilation,
        StarterPack.PathsBeside(ShippedText.Compilation).Where(p => File.Exists(Repository.PathOf("protocols", p)))
            .ToImmutableSortedDictionary(p => p, p => File.ReadAllText(Repository.PathOf("protocols", p)), StringComparer.Ordinal));

    public static TheoryData<string> Names => [.. Pack.Protocols.Select(f => f.Protocol?.Name ?? "")];

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_stands_alone(string name)
    {
        AssertSound(After(new SortedDictionary<string, string>(StringComparer.Ordinal), name, withExamples: false));
        AssertSound(After(new SortedDictionary<string, string>(StringComparer.Ordinal), name, withExamples: true));
    }

    [Fact]
    public void All_stand_together_and_are_the_folder_again()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var protocol in Pack.Protocols.Reverse())
            if (StarterProtocols.Of(Pack, Project(files)).Single(p => p.Name == protocol.Protocol?.Name).InProject != Presence.Whole) files = After(files, protocol.Protocol?.Name ?? "", withExamples: true);
        AssertSound(files);
        var project = Project(files);
        Assert.Equal(ShippedText.Compilation.Names.All.Order(StringComparer.Ordinal), project.Names.All.Order(StringComparer.Ordinal));
        Assert.All(StarterProtocols.Of(Pack, project), p => Assert.Equal(Presence.Whole, p.InProject));
        Assert.Equal(Pack.Beside["codelists/SOURCES.csv"].Split('\n').Order(StringComparer.Ordinal), files["codelists/SOURCES.csv"].Split('\n').Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Blank_protocols_stand_beside_each_other()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in new[] { "anticoagulants", "opioids" })
        {
            var made = BlankProtocol.Of(Project(files), name, $"The \"{name}\"", files.GetValueOrDefault);
            files.Add(Assert.Single(made.Files).Path, made.Files[0].Text);
        }
        AssertSound(files);
    }

    [Theory]
    [InlineData("", "A", "A name has at least one letter.")]
    [InlineData("Opioids", "A", "Names are written in lower case: write opioids.")]
    [InlineData("cohort", "A", "'cohort' is a word of the language and cannot be a name.")]
    [InlineData("taken", "A", "Your project declares 'taken' already, in test.medopt: choose another name.")]
    [InlineData("test", "A", "Your project has a file test.medopt already: choose another name.")]
    [InlineData("opioids", " ", "A protocol has a title: the words that a reader sees.")]
    public void A_blank_protocol_needs_a_name_and_a_title(string name, string title, string why)
    {
        var project = TestProject.Of("cohort taken \"Taken\" { from registered }");
        Assert.Equal(why, BlankProtocol.Of(project, name, title, path => project.Files.GetValueOrDefault(path)?.Text).Error);
    }

    [Theory]
    [InlineData("other.medopt", "cohort hrd_adults \"Ours\" { from registered }", "Your project declares 'hrd_adults' already, in other.medopt, and the protocol 'High-risk drugs: whom, and days of grace' declares it too. Give yours another name first (F2).")]
    [InlineData("other.medopt", "protocol hrd_adults_and_grace \"Ours\" { }\ncohort hrd_adults \"Ours\" { from registered }", "Your project has the protocol 'High-risk drugs: whom, and days of grace' already, in other.medopt.")]
    public void What_is_in_the_project_is_not_brought_again(string path, string text, string why) =>
        Assert.Equal(why, NewProtocol.Of(Pack, "hrd_adults_and_grace", false, TestProject.Of([new(path, text)]), p => p == path ? text : null).Error);

    [Fact]
    public void A_file_that_is_in_the_way_keeps_its_text()
    {
        var files = new Dictionary<string, string> { ["hrd_monitoring/hrd_adults.medopt"] = "protocol ours \"Ours\" { }\n" };
        var brought = NewProtocol.Of(Pack, "hrd_adults_and_grace", false, Project(files), files.GetValueOrDefault);
        Assert.Equal(("hrd_monitoring/hrd_adults_2.medopt", (int?)null), (Assert.Single(brought.Files).Path, brought.Files[0].At));
    }

    [Fact]
    public void A_code_set_of_the_project_that_differs_is_kept_and_said()
    {
        var files = new Dictionary<string, string> { ["ours.medopt"] = "codes lithium_any \"Lithium\" dmd { 319775004 }\n" };
        var brought = NewProtocol.Of(Pack, "hrd_lithium_monitoring", false, Project(files), files.GetValueOrDefault);
        Assert.Contains("Your project declares 'lithium_any' in another way than the protocol was written with. It now uses yours: read what it means then.", brought.Notes);
        Assert.DoesNotContain(brought.Files, f => f.Text.Contains("codes lithium_any ", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_list_at_the_path_of_one_that_is_needed_stops_it()
    {
        var lists = NewProtocol.Of(Pack, "hrd_lithium_monitoring", false, Project(new Dictionary<string, string>()), _ => null).Files.Where(f => f.Path.EndsWith(".csv", StringComparison.Ordinal) && !f.Path.EndsWith("SOURCES.csv", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(lists);
        var brought = NewProtocol.Of(Pack, "hrd_lithium_monitoring", false, Project(new Dictionary<string, string>()), p => p == lists[0].Path ? "code\n195967001\n" : null);
        Assert.StartsWith($"Your project has another {lists[0].Path} than", brought.Error, StringComparison.Ordinal);
        Assert.Empty(brought.Files);
    }

    private static SortedDictionary<string, string> After(SortedDictionary<string, string> files, string name, bool withExamples)
    {
        var brought = NewProtocol.Of(Pack, name, withExamples, Project(files), files.GetValueOrDefault);
        Assert.Null(brought.Error);
        foreach (var file in brought.Files.OrderByDescending(f => f.At))
        {
            Assert.Equal(file.At is not null, files.ContainsKey(file.Path));
            files[file.Path] = files.GetValueOrDefault(file.Path, "").Insert(file.At ?? 0, file.Text);
        }
        Assert.Contains(brought.Open, files.Keys);
        return files;
    }

    private static Compilation Project(IReadOnlyDictionary<string, string> files) => TestProject.Of([.. files], targets: Targets.All(null));

    private static void AssertSound(IReadOnlyDictionary<string, string> files)
    {
        var project = Project(files);
        Assert.Empty(project.Diagnostics.Where(d => d.Severity >= Severity.Warning).Select(d => d.Shown()));
        Assert.All(project.Files.Values, f => Assert.Equal(Formatter.Format(f.Text), f.Text));
        Assert.All(ProjectExamples.Run(project, project.Diagnostics), e => Assert.Equal((ExampleOutcome.Passed, e.Name), (e.Result.Outcome, e.Name)));
    }
}
