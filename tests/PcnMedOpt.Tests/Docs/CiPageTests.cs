using System.Text.RegularExpressions;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tests.Tool;

namespace PcnMedOpt.Tests.Docs;

/// <summary>The commands of docs/ci.md are run in their order: on a project in order all succeed, on one with an error those that should stop do.</summary>
public sealed partial class CiPageTests
{
    private const string Mistake = "cohort older \"Older\" { include all { \"Over 75\": age > 75 years } }\n";

    private static readonly List<string> Commands = [.. Command().Matches(File.ReadAllText(Repository.PathOf("docs", "ci.md")).ReplaceLineEndings("\n")).Select(m => m.Groups[1].Value.Trim())];

    [Fact]
    public void It_shows_each_command_that_a_pipeline_needs() =>
        Assert.Equal(["check", "format", "test", "diff", "check", "build", "verify"], Commands.Select(c => c.Split(' ')[1]));

    [Fact]
    public void On_a_project_in_order_every_command_succeeds()
    {
        using var medopt = Project();
        foreach (var command in Commands)
        {
            var run = Run(medopt, command);
            Assert.True(run.ExitCode == 0, $"{command}\nexits with {run.ExitCode}\n{run.Data}{run.Talk}");
        }
        Assert.Equal("testsuites", XDocument.Parse(medopt.Read("examples.xml")).Root?.Name.LocalName);
        Assert.Equal("2.1.0", (string?)JObject.Parse(medopt.Read("findings.sarif"))["version"]);
        Assert.True(File.Exists(Path.Combine(medopt.Folder, "dist", "index.html")));
    }

    [Fact]
    public void On_a_project_with_an_error_they_stop_the_pipeline_and_build_nothing()
    {
        using var medopt = Project();
        File.AppendAllText(Path.Combine(medopt.Folder, "protocols", "first.medopt"), "\n" + Mistake);
        foreach (var command in Commands.Where(c => !c.StartsWith("medopt verify", StringComparison.Ordinal)))
        {
            var run = Run(medopt, command);
            Assert.True(run.ExitCode == 1, $"{command}\nexits with {run.ExitCode}\n{run.Data}{run.Talk}");
        }
        Assert.Contains("age-comparison", medopt.Read("findings.sarif"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(medopt.Folder, "dist")));
    }

    [Fact]
    public void Where_there_is_no_project_each_exits_with_2()
    {
        using var medopt = new Medopt();
        Assert.All(Commands, command => Assert.Equal(2, Run(medopt, command).ExitCode));
    }

    /// <summary>A new project, committed twice, whose pack is the one that the page verifies.</summary>
    private static Medopt Project()
    {
        var medopt = new Medopt();
        medopt.Run("new", "protocols");
        var text = medopt.Read("protocols/first.medopt");
        medopt.Write("protocols/first.medopt", text.Replace("pack first_pack", "pack smr", StringComparison.Ordinal).Replace("version 0.1", "version 2026.1", StringComparison.Ordinal));
        GitFolder.Commit(medopt.Folder);
        GitFolder.Commit(medopt.Folder);
        return medopt;
    }

    /// <summary>As a shell does: what follows "&gt;" is the file that standard output goes to.</summary>
    private static MedoptRun Run(Medopt medopt, string command)
    {
        var parts = command.Split(" > ", 2);
        var run = medopt.Run([.. parts[0].Split(' ').Skip(1), "--today", "2026-11-20"]);
        if (parts.Length == 2) medopt.Write(parts[1], run.Data);
        return run;
    }

    [GeneratedRegex(@"^(?: *run: |\$ )(medopt [^\n]+)$", RegexOptions.Multiline)]
    private static partial Regex Command();
}
