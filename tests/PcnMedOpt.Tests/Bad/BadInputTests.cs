using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Bad;

/// <summary>No input crashes, hangs or is lost; each gets an error with its place.</summary>
public sealed class BadInputTests
{
    private const string List = "codes a \"A\" snomed { from \"codelists/a.csv\" column \"code\" term \"term\" }\ncohort c \"C\" { include all { \"a\": a recorded } }\n";

    [Fact]
    public void Brackets_nested_6400_deep()
    {
        var text = $"cohort c \"C\" {{ include all {{ \"a\": {new string('(', 6400)}age >= 18 years{new string(')', 6400)} }} }}\n";
        Assert.Equal(["1:233 nested-too-deep"], Found([("a.medopt", Utf8(text))]));
    }

    [Fact]
    public void A_condition_of_ten_thousand_parts()
    {
        var text = new StringBuilder("cohort c \"C\" { include all { \"a\": age >= 18 years");
        for (var i = 0; i < 10_000; i++) text.Append(CultureInfo.InvariantCulture, $" and age < {i % 90 + 100} years");
        Assert.Empty(Found([("a.medopt", Utf8(text.Append(" } }\n").ToString()))]));
    }

    [Fact]
    public void A_file_of_20_MB()
    {
        var line = "  195967001 |Asthma|  // a line that stands in the file again and again\n";
        var text = new StringBuilder("codes a \"A\" snomed {\n", 21_000_000);
        while (text.Length < 20_000_000) text.Append(line);
        var findings = Load([("a.medopt", Utf8(text.ToString()))]).Diagnostics;
        Assert.Contains(findings, d => d.Diagnostic.Kind.Slug == "missing-brace");
    }

    [Fact]
    public void A_code_list_of_a_million_lines()
    {
        var csv = new StringBuilder("code,term\n", 24_000_000);
        for (var i = 0; i < 1_000_000; i++) csv.Append("195967001,Asthma again\n");
        csv.Append("195967002,A check digit that fails\n");
        Assert.Equal(["codelists/a.csv:1000002:1 bad-check-digit"], Found([("a.medopt", Utf8(List)), ("codelists/a.csv", Utf8(csv.ToString()))]));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8() =>
        Assert.Contains("1:9 file-not-utf8", Found([("a.medopt", [.. Utf8("cohort c"), 0xFF, 0xFE, .. Utf8(" {}\n")])]));

    [Theory]
    [InlineData("\uFEFFcohort c \"C\" { include all { \"a\": age >= 18 years } }\n")]
    [InlineData("cohort c \"C\" {\r\n  include all {\r\n    \"a\": age >= 18 years\r\n  }\r\n}\r\n")]
    [InlineData("cohort c \"C\" {\r  include all {\r    \"a\": age >= 18 years\r  }\r}\r")]
    [InlineData("cohort c\u00A0\"C\" { include all { \"a\":\tage >=\u00A018 years } }")]
    [InlineData("")]
    [InlineData("\uFEFF")]
    [InlineData("// only a comment")]
    public void Text_as_editors_leave_it(string text) => Assert.Empty(Found([("a.medopt", Utf8(text))]));

    [Theory]
    [InlineData("code,term\n=cmd|' /C calc'!A0,Asthma\n", "codelists/a.csv:2:1 not-an-identifier")]
    [InlineData("code,term\n195967001,=cmd|' /C calc'!A0\n", "codelists/a.csv:2:11 code-list-formula")]
    [InlineData("code,term\n1.02E+15,Asthma\n", "codelists/a.csv:2:1 spreadsheet-damage")]
    [InlineData("code,term\n12816911000001100,Methotrexate\n", "codelists/a.csv:2:1 spreadsheet-damage")]
    [InlineData("code,term\n\"195967001,Asthma\n", "codelists/a.csv:2:1 code-list-unreadable")]
    [InlineData("id,term\n195967001,Asthma\n", "1:52 code-list-column")]
    [InlineData("", "1:27 code-list-unreadable")]
    [InlineData("code,code,term\n195967001,195967001,Asthma\n", "1:52 code-list-column")]
    [InlineData("code,term\n195967001\u0000,Asthma\n", "codelists/a.csv:2:1 not-an-identifier")]
    public void Lists_as_spreadsheets_leave_them(string csv, string expected) =>
        Assert.Contains(expected, Found([("a.medopt", Utf8(List)), ("codelists/a.csv", Utf8(csv))]));

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("/etc/passwd")]
    [InlineData("codelists/../../secret.csv")]
    [InlineData("C:/Windows/win.ini")]
    [InlineData("..\\\\secret.csv")]
    [InlineData("file:///etc/passwd")]
    public void Paths_that_leave_the_project(string path)
    {
        var text = List.Replace("codelists/a.csv", path, StringComparison.Ordinal);
        Assert.Equal(["1:27 code-list-outside"], Found([("a.medopt", Utf8(text))]));
    }

    [Fact]
    public void A_link_that_leaves_the_project_is_not_followed()
    {
        var found = Found([("a.medopt", Utf8(List))], folder =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "codelists"));
            File.CreateSymbolicLink(Path.Combine(folder, "codelists", "a.csv"), Repository.PathOf("README.md"));
        });
        Assert.Equal(["1:27 code-list-missing"], found);
    }

    [Theory]
    [InlineData("con")]
    [InlineData("lpt1")]
    public void Names_that_are_devices_of_Windows(string name) => Assert.Equal(["1:8 device-name"], Found([("a.medopt", Utf8($"cohort {name} \"C\" {{ include all {{ \"a\": age >= 18 years }} }}"))]));

    [Fact]
    public void Settings_that_are_nonsense()
    {
        foreach (var json in new[] { "", "[", "[]", "null", "{\"name\": 1}", "{\"name\": \"a\", \"name\": \"b\"}", "{\"parameters\": []}", new string('[', 10_000), "{\"rules\": {\"x\": 3}}" })
            Assert.True(Found([("medopt.json", Utf8(json))]).Any(f => f.StartsWith("medopt.json", StringComparison.Ordinal)), json.Length > 40 ? json[..40] : json);
    }

    /// <summary>Sources cut off, bytes changed, pieces moved: each is read to the end, and every finding lies in its file.</summary>
    [Fact]
    public void Sources_that_were_damaged()
    {
        var runs = TestSize.Of(usual: 1_500, full: 20_000);
        var random = new Random(20261120);
        var sources = Directory.GetFiles(Repository.PathOf("tests", "meaning"), "*.medopt").Concat(Directory.GetFiles(Repository.PathOf("tests", "rules"), "*.md")).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        for (var run = 0; run < runs; run++)
        {
            var bytes = Utf8(sources[random.Next(sources.Count)]).ToList();
            for (var change = random.Next(1, 6); change > 0 && bytes.Count > 0; change--) Damage(bytes, random);
            var (text, _) = Utf8Text.Read([.. bytes]);
            var compilation = TestProject.Of(text);
            foreach (var finding in compilation.Diagnostics)
            {
                Assert.InRange(finding.Span.End, finding.Span.Start, text.Length);
                Assert.NotEmpty(finding.Diagnostic.Message);
            }
        }
    }

    private static void Damage(List<byte> bytes, Random random)
    {
        var at = random.Next(bytes.Count);
        switch (random.Next(5))
        {
            case 0: bytes.RemoveRange(at, bytes.Count - at); break;
            case 1: bytes[at] = (byte)random.Next(256); break;
            case 2: bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at)); break;
            case 3: bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 200), bytes.Count - at))); break;
            default: bytes.Insert(at, (byte)"{}()[]\"|:,\n"[random.Next(11)]); break;
        }
    }

    private static byte[] Utf8(string text) => new UTF8Encoding(false).GetBytes(text);

    private static List<string> Found(IEnumerable<(string Path, byte[] Bytes)> files, Action<string>? also = null) =>
        [.. Load(files, also).Diagnostics.Where(d => d.Severity == Severity.Error).Select(d => $"{(d.Path == "a.medopt" ? "" : d.Path + ":")}{d.From.Line}:{d.From.Column} {d.Diagnostic.Kind.Slug}")];

    private static LoadedProject Load(IEnumerable<(string Path, byte[] Bytes)> files, Action<string>? also = null)
    {
        var folder = Directory.CreateTempSubdirectory("medopt-bad");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "medopt.json"), "{}");
            foreach (var (path, bytes) in files)
            {
                var full = Path.Combine(folder.FullName, path);
                Directory.CreateDirectory(Path.GetDirectoryName(full)!);
                File.WriteAllBytes(full, bytes);
            }
            also?.Invoke(folder.FullName);
            var project = LoadedProject.Load(new ProjectFolder(folder.FullName), TestProject.Today);
            _ = project.Diagnostics;
            return project;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
