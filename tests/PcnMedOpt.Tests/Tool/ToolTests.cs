using System.IO.Compression;
using System.Xml.Linq;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Tool;

/// <summary>The program as a person and a CI job use it: what it writes where, and with which exit code.</summary>
public sealed class ToolTests : IDisposable
{
    private readonly Medopt medopt = new();

    public void Dispose() => medopt.Dispose();

    [Fact]
    public void A_new_project_checks_tests_formats_and_builds()
    {
        Assert.Equal(0, medopt.Run("new", "ours").ExitCode);
        var check = medopt.Run("check", "ours", "--fail-on", "warning");
        Assert.Equal((0, ""), (check.ExitCode, check.Data));
        Assert.StartsWith("0 errors, 0 warnings", check.Talk, StringComparison.Ordinal);
        Assert.Equal("2 passed, 0 failed, 0 invalid.\n", medopt.Run("test", "ours").Talk);
        Assert.Equal(0, medopt.Run("format", "ours", "--check").ExitCode);
        Assert.Equal(0, medopt.Run("build", "ours", "--out", "out").ExitCode);
        Assert.True(File.Exists(Path.Combine(medopt.Folder, "out", "index.html")));
        Assert.Equal(0, medopt.Run("verify", "out/packs/first_pack-0.1.zip").ExitCode);
    }

    [Fact]
    public void A_folder_that_is_not_empty_is_left_alone()
    {
        medopt.Write("ours/precious.txt", "precious");
        var run = medopt.Run("new", "ours");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("nothing was changed", run.Talk, StringComparison.Ordinal);
        Assert.Equal("precious", medopt.Read("ours/precious.txt"));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("junit")]
    public void Findings_in_every_format(string format)
    {
        medopt.Write("medopt.json", "{}");
        medopt.Write("folder/a, b.medopt", "codes a \"A%\" snomed { 195967002 |Asthma| }\n");
        var run = medopt.Run("check", ".", "--format", format, "--today", "2026-11-20");
        Assert.Equal(1, run.ExitCode);
        Snapshot.Check(Repository.PathOf("tests", "tool", $"check.{format}.expected"), run.Data);
        if (format == "json") Assert.Contains(JArray.Parse(run.Data), f => (string?)f["slug"] == "bad-check-digit");
        if (format == "sarif") Assert.Equal("2.1.0", (string?)JObject.Parse(run.Data)["version"]);
        if (format == "junit") Assert.Equal("testsuites", XDocument.Parse(run.Data).Root?.Name.LocalName);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    [InlineData("junit")]
    public void Examples_in_every_format(string format)
    {
        medopt.Write("medopt.json", "{}");
        medopt.Write("a.medopt", """
            codes asthma "Asthma" snomed { 195967001 |Asthma| }
            codes resolved "Asthma resolved" snomed { 162660004 |Asthma resolved| }
            cohort older "Older with asthma" { include all { "65 or over": age >= 65 years "Asthma": latest of asthma, resolved is asthma } }
            example "Passes" { on 2026-11-20 patient { born 1950-01-01 asthma recorded 2020-01-01 } expect in older }
            example "Fails" { on 2026-11-20 patient { born 1950-01-01 asthma recorded 2020-01-01 resolved recorded 2021-01-01 } expect in older because "Asthma" }
            """);
        var run = medopt.Run("test", ".", "--format", format, "--today", "2026-11-20");
        Assert.Equal(1, run.ExitCode);
        Snapshot.Check(Repository.PathOf("tests", "tool", $"test.{format}.expected"), run.Data);
    }

    [Fact]
    public void An_example_that_is_itself_wrong_is_invalid_and_not_failed()
    {
        medopt.Write("medopt.json", "{}");
        medopt.Write("a.medopt", """
            cohort older "Older" { include all { "65 or over": age >= 65 years } }
            example "No such label" { on 2026-11-20 patient { born 1950-01-01 } expect in older because "66 or over" }
            """);
        var run = medopt.Run("test", ".", "--format", "json");
        Assert.Equal((1, "invalid"), (run.ExitCode, (string?)JArray.Parse(run.Data)[0]["outcome"]));
    }

    [Fact]
    public void A_build_of_a_project_with_an_error_leaves_the_last_good_one()
    {
        medopt.Run("new", "ours");
        medopt.Run("build", "ours", "--today", "2026-11-20");
        var before = medopt.Read("ours/dist/packs/first_pack-0.1/manifest.json");
        medopt.Write("ours/first.medopt", medopt.Read("ours/first.medopt").Replace("smr_done recorded in last", "smr_dne recorded in last", StringComparison.Ordinal));
        var run = medopt.Run("build", "ours");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("Did you mean 'smr_done'?", run.Data, StringComparison.Ordinal);
        Assert.Equal(before, medopt.Read("ours/dist/packs/first_pack-0.1/manifest.json"));
    }

    [Fact]
    public void A_folder_that_is_not_ours_is_not_replaced()
    {
        medopt.Run("new", "ours");
        medopt.Write("ours/dist/packs/precious.txt", "precious");
        Assert.Equal(2, medopt.Run("build", "ours").ExitCode);
        Assert.Equal("precious", medopt.Read("ours/dist/packs/precious.txt"));
    }

    [Fact]
    public void Two_builds_are_equal_byte_for_byte()
    {
        medopt.Run("build", Medopt.Example, "--out", "one", "--today", "2026-11-20");
        medopt.Run("build", Medopt.Example, "--out", "two", "--today", "2026-11-20");
        string[] Files(string folder) => [.. Directory.GetFiles(Path.Combine(medopt.Folder, folder), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(medopt.Folder, folder), f)).Order(StringComparer.Ordinal)];
        Assert.Equal(Files("one"), Files("two"));
        Assert.All(Files("one"), f => Assert.Equal(File.ReadAllBytes(Path.Combine(medopt.Folder, "one", f)), File.ReadAllBytes(Path.Combine(medopt.Folder, "two", f))));
    }

    [Theory]
    [InlineData("a file is changed", "is not as it was built")]
    [InlineData("a file is added", "does not belong to the pack")]
    [InlineData("a file is missing", "is missing")]
    [InlineData("the zip is cut off", "is no zip, or it is cut off")]
    public void A_pack_that_was_tampered_with_is_found(string how, string fault)
    {
        medopt.Run("build", Medopt.Example, "--out", "out", "--today", "2026-11-20");
        var zip = Directory.GetFiles(Path.Combine(medopt.Folder, "out", "packs"), "*.zip")[0];
        if (how == "the zip is cut off") File.WriteAllBytes(zip, File.ReadAllBytes(zip)[..200]);
        else
        {
            using var archive = ZipFile.Open(zip, ZipArchiveMode.Update);
            var xml = archive.Entries.First(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal));
            if (how != "a file is added") xml.Delete();
            if (how == "a file is missing") return;
            using var writer = new StreamWriter(archive.CreateEntry(how == "a file is added" ? "more.txt" : xml.FullName).Open());
            writer.Write("not as it was");
        }
        var run = medopt.Run("verify", zip);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains(fault, run.Data, StringComparison.Ordinal);
    }

    [Fact]
    public void A_published_list_becomes_a_code_set()
    {
        medopt.Write("asthma-list.csv", "code,term\n195967001,Asthma\n195967001,Asthma\n12816911000001100,Methotrexate 25mg/5ml oral solution\n");
        var run = medopt.Run("import", "codelist", "asthma-list.csv");
        Assert.Equal(1, run.ExitCode);
        Assert.Equal("codes asthma_list \"asthma list\" snomed {\n  195967001 |Asthma|\n}\n", run.Data);
        Assert.Contains("looks damaged by a spreadsheet", run.Talk, StringComparison.Ordinal);
    }

    [Fact]
    public void A_list_that_cannot_be_read_to_its_end_becomes_nothing()
    {
        medopt.Write("list.csv", "code,term\n195967001,\"Asthma\n304527002,Acute asthma\n");
        var run = medopt.Run("import", "codelist", "list.csv");
        Assert.Equal((2, ""), (run.ExitCode, run.Data));
        Assert.Contains("a quotation mark that is never closed", run.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check", "nowhere")]
    [InlineData("check", "--formt", "json")]
    [InlineData("explain", "no-such-rule")]
    [InlineData("verify", "nowhere.zip")]
    [InlineData("frobnicate")]
    [InlineData("check", "--today", "yesterday")]
    public void Wrong_use_is_one_message_and_exit_code_2(params string[] arguments)
    {
        medopt.Write("medopt.json", "{}");
        var run = medopt.Run(arguments);
        Assert.Equal((2, ""), (run.ExitCode, run.Data));
        Assert.NotEmpty(run.Talk);
    }

    [Fact]
    public void A_project_begins_from_protocols_of_a_folder()
    {
        var run = medopt.Run("new", "ours", "--name", "Our \"own\"", "--organisation", "A PCN", "--starter", "hrd_lithium_monitoring", "mhra_alerts_response", "--starter-folder", Repository.PathOf("protocols"));
        Assert.Equal((2, ""), (run.ExitCode, run.Data));
        run = medopt.Run("new", "ours", "--name", "Our \"own\"", "--organisation", "A PCN", "--starter", "hrd_lithium_monitoring", "hrd_warfarin_monitoring", "--starter-folder", Repository.PathOf("protocols"));
        Assert.Equal((0, ""), (run.ExitCode, run.Data));
        Assert.Equal(0, medopt.Run("check", "ours", "--fail-on", "warning").ExitCode);
        Assert.Equal(0, medopt.Run("test", "ours").ExitCode);
        Assert.Contains("\"name\": \"Our \\\"own\\\"\"", medopt.Read("ours/medopt.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void Help_fits_a_window_and_a_rule_is_still_completed()
    {
        foreach (var arguments in new string[][] { ["--help"], ["explain", "--help"] })
            Assert.All(medopt.Run(arguments).Data.Split('\n'), line => Assert.True(line.Length <= 160, line));
        Assert.Contains("spreadsheet-damage", medopt.Run("[suggest:14]", "explain spreads").Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Help_of_every_command_has_an_example()
    {
        foreach (var command in new[] { "new", "check", "build", "test", "format", "explain", "verify", "completion" })
            Assert.Contains($"Example:\n  medopt {command}", medopt.Run(command, "--help").Data, StringComparison.Ordinal);
        Assert.Contains("Example:\n  medopt import codelist", medopt.Run("import", "codelist", "--help").Data, StringComparison.Ordinal);
    }
}
