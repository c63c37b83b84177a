using Newtonsoft.Json.Linq;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Tool;

/// <summary><c>medopt diff</c> as a process: two folders, a revision, an extract, and its exit codes.</summary>
public sealed class DiffToolTests : IDisposable
{
    private const string Protocol = """
        protocol reviews "Reviews" {
          version 1
          status draft
        }
        codes asthma "Asthma" snomed { from "asthma.csv" column "code" }
        cohort found "Found" { include all { "Asthma": asthma recorded } }

        """;

    private readonly Medopt medopt = new();

    public void Dispose() => medopt.Dispose();

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    public void Two_folders_in_every_format(string format)
    {
        Project("old", "code\n195967001\n");
        Project("new", "code\n195967001\n925861000000102\n");
        var run = medopt.Run("diff", "old", "new", "--format", format, "--patients", "100", "--today", "2026-11-20");
        Assert.Equal((0, "2 changes of meaning, 0 that keep it.\n"), (run.ExitCode, run.Talk));
        Snapshot.Check(Repository.PathOf("tests", "tool", $"diff.{format}.expected"), run.Data);
    }

    [Fact]
    public void A_meaning_that_is_not_announced_fails_when_asked_and_one_that_is_does_not()
    {
        Project("old", "code\n195967001\n");
        Project("new", "code\n195967001\n925861000000102\n");
        Assert.Equal(0, medopt.Run("diff", "old", "new").ExitCode);
        var run = medopt.Run("diff", "old", "new", "--fail-on", "meaning", "--format", "json");
        Assert.Equal((1, "reviews"), (run.ExitCode, (string?)JObject.Parse(run.Data)["unannounced"]?[0]?["protocol"]));
        medopt.Write("new/a.medopt", Protocol.Replace("version 1", "version 2", StringComparison.Ordinal));
        Assert.Equal(0, medopt.Run("diff", "old", "new", "--fail-on", "meaning").ExitCode);
        Assert.Equal(0, medopt.Run("diff", "new", "new", "--fail-on", "meaning").ExitCode);
    }

    [Fact]
    public void A_revision_is_read_through_git_and_the_work_tree_stays_as_it_is()
    {
        Project("protocols", "code\n195967001\n");
        medopt.Write("protocols/gone.medopt", "cohort gone \"Gone\" { include all { \"Old\": age >= 75 years } }\n");
        GitFolder.Commit(medopt.Folder);
        File.Delete(Path.Combine(medopt.Folder, "protocols", "gone.medopt"));
        medopt.Write("protocols/asthma.csv", "code\n195967001\n925861000000102\n");
        medopt.Write("protocols/new.medopt", "cohort come \"Come\" { include all { \"Young\": age < 18 years } }\n");
        var before = GitFolder.Run(medopt.Folder, "status", "--porcelain");
        var run = medopt.Run("diff", "--git", "HEAD", "protocols", "--format", "json", "--patients", "0");
        Assert.True(run.ExitCode == 0, run.Talk);
        var changes = JObject.Parse(run.Data)["changes"]!.ToDictionary(c => (string)c["name"]!, c => ((string?)c["what"], (string?)c["verdict"]?["effect"]));
        Assert.Equal(("changed", "finds more people"), changes["asthma"]);
        Assert.Equal(("affected", "finds more people"), changes["found"]);
        Assert.Equal("removed", changes["gone"].Item1);
        Assert.Equal("added", changes["come"].Item1);
        Assert.Equal(4, changes.Count);
        Assert.Equal(before, GitFolder.Run(medopt.Folder, "status", "--porcelain"));
    }

    [Fact]
    public void What_it_was_asked_wrongly_is_said()
    {
        Project("old", "code\n195967001\n");
        AssertWrong("Name two project folders", "diff");
        AssertWrong("Name two project folders", "diff", "old");
        AssertWrong("There is no folder nowhere", "diff", "old", "nowhere");
        AssertWrong("With --git there is one project", "diff", "--git", "HEAD", "old", "old");
        AssertWrong("is in no git repository", "diff", "--git", "HEAD", "old");
        AssertWrong("There is no folder nowhere", "diff", "old", "old", "--data", "nowhere");
        AssertWrong("--patients is a number", "diff", "old", "old", "--patients", "-1");
        GitFolder.Commit(medopt.Folder);
        AssertWrong("There is no revision v1", "diff", "--git", "v1", "old");
        AssertWrong("There is no revision --help", "diff", "--git=--help", "old");
        Project("later", "code\n195967001\n");
        AssertWrong("At HEAD there is no project in later", "diff", "--git", "HEAD", "later");
    }

    /// <summary>Eight patients enter by one code; of the two who enter by another no number is told, so that none of all can be worked out.</summary>
    [Fact]
    public void An_extract_is_looked_at_and_tells_no_small_number()
    {
        Project("old", "code\n195967001\n");
        Project("new", "code\n195967001\n925861000000102\n");
        var patients = Enumerable.Range(1, 20).Select(p => $"{p},,A,1950-01-01,,female,2000-01-01,");
        medopt.Write("extract/patients.csv", "patient_id,nhs_number,practice,born,died,sex,registered_since,registered_until\n" + string.Join('\n', patients) + "\n");
        medopt.Write("extract/events.csv", "patient_id,date,code,value,unit,episode\n" + string.Concat(Enumerable.Range(1, 7).Select(p => $"{p},2026-01-01,195967001,,,\n")) + string.Concat(Enumerable.Range(8, 8).Select(p => $"{p},2026-01-01,925861000000102,,,\n")));
        medopt.Write("extract/medications.csv", "patient_id,kind,date,until,code,episode\n");
        Assert.Equal((7, 15, 8, 0), Found("new"));
        medopt.Write("extract/events.csv", "patient_id,date,code,value,unit,episode\n" + string.Concat(Enumerable.Range(1, 7).Select(p => $"{p},2026-01-01,195967001,,,\n")) + "8,2026-01-01,925861000000102,,,\n");
        Assert.Equal((7, null, null, 0), Found("new"));
    }

    private (int?, int?, int?, int?) Found(string now)
    {
        var run = medopt.Run("diff", "old", now, "--data", "extract", "--format", "json", "--patients", "10", "--today", "2026-11-20");
        Assert.True(run.ExitCode == 0, run.Talk);
        var counts = JObject.Parse(run.Data)["changes"]!.Single(c => (string?)c["name"] == "found")["verdict"]!["counts"]!.Single(c => (string?)c["source"] == "patients of the extract");
        return ((int?)counts["before"], (int?)counts["now"], (int?)counts["enter"], (int?)counts["leave"]);
    }

    private void AssertWrong(string message, params string[] arguments)
    {
        var run = medopt.Run(arguments);
        Assert.True(run.ExitCode == 2, $"{string.Join(' ', arguments)} exits with {run.ExitCode}\n{run.Data}{run.Talk}");
        Assert.Contains(message, run.Talk, StringComparison.Ordinal);
    }

    private void Project(string folder, string codes)
    {
        medopt.Write($"{folder}/medopt.json", "{}");
        medopt.Write($"{folder}/a.medopt", Protocol);
        medopt.Write($"{folder}/asthma.csv", codes);
    }
}
