using System.Globalization;
using System.Text.RegularExpressions;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Semantics.Codes;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Tests.Pages;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tests.Counting;

/// <summary>Every form of a count, over counts that are made up: to be read when they change.</summary>
public sealed partial class CountFormTests
{
    private const string Hostile = """</title></style><script>alert(1)</script>&"'><img src=x onerror=alert(2)>]]>{{Frame}}{{{Frame}}}${x}`""";

    private static readonly string Folder = Repository.PathOf("tests", "counting");

    [Fact]
    public void The_protocol_has_no_errors() => Assert.DoesNotContain(TestProject.Of(MadeUpCounts.Source).Diagnostics, d => d.Severity == Core.Diagnostics.Severity.Error);

    [Theory]
    [InlineData(true, "count")]
    [InlineData(false, "count-not-suppressed")]
    public void Each_form(bool isSuppressed, string file)
    {
        var counts = Suppression.Apply(MadeUpCounts.Make(), isSuppressed ? Suppression.Usual : null);
        var text = Text(counts);
        Snapshot.Check(Path.Combine(Folder, $"{file}.txt"), text);
        Assert.All(text.Split('\n'), line => Assert.True(line.Length <= 100, line));
        Snapshot.Check(Path.Combine(Folder, $"{file}.csv"), CountCsv.Of(counts));
        Snapshot.Check(Path.Combine(Folder, $"{file}.json"), Json(counts));
        Snapshot.Check(Path.Combine(Folder, $"{file}.html"), Style().Replace(Page(counts), "<style></style>"));
        Snapshot.Check(Path.Combine(Folder, $"{file}-contract.csv"), CountContract.Of(counts, null, _ => "2026.2").Csv);
        foreach (var form in new[] { text, CountCsv.Of(counts), Json(counts), Page(counts) }) Assert.Equal(!isSuppressed, form.ReplaceLineEndings(" ").Contains("NOT SUPPRESSED", StringComparison.Ordinal));
    }

    [Fact]
    public void The_page_does_nothing_whatever_the_text()
    {
        foreach (var below in new int?[] { Suppression.Usual, null })
        {
            var page = new ParsedPage(Page(Suppression.Apply(MadeUpCounts.Hostile(Hostile), below)));
            page.IsHarmless();
            Assert.Contains(Hostile, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<", page.Style, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_terminal_is_not_driven_by_a_text()
    {
        var text = Text(Suppression.Apply(MadeUpCounts.Hostile("a\u001B[2Jb\u0007c\r\nd\u202Ee"), null));
        Assert.All(text, c => Assert.True(c == '\n' || !char.IsControl(c)));
        Assert.Contains("a\uFFFD[2Jb\uFFFDc d\uFFFDe", text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_field_is_a_formula()
    {
        foreach (var csv in new[] { CountCsv.Of(Suppression.Apply(MadeUpCounts.Hostile("=1+1"), null)), CountContract.Of(Suppression.Apply(MadeUpCounts.Hostile("=1+1"), null), "=1", _ => "=1").Csv })
        {
            var reader = new CsvReader(csv);
            var fields = new List<CsvField>();
            while (reader.Read(fields)) Assert.All(fields, f => Assert.DoesNotMatch("^\\s*[=+@-]", f.Value));
        }
    }

    [Fact]
    public void Shares_of_numbers_that_are_not_told_are_not_told()
    {
        Assert.Equal("", Shares.Text(new Figure(FigureKind.Large, 6), Figure.Exact(10)));
        Assert.Equal("", Shares.Text(Figure.Exact(0), Figure.Exact(0)));
        Assert.Equal("33.3%", Shares.Text(Figure.Exact(1), Figure.Exact(3)));
        Assert.Equal(">99.9%", Shares.Text(Figure.Exact(9_999), Figure.Exact(10_000)));
        Assert.Equal("<0.1%", Shares.Text(Figure.Exact(1), Figure.Exact(10_000)));
        Assert.Equal("100.0%", Shares.Text(Figure.Exact(7), Figure.Exact(7)));
    }

    [Fact]
    public void Of_one_practice_every_part_has_a_row()
    {
        var counts = Suppression.Apply(MadeUpCounts.Make(), null);
        var one = counts with { Measures = [counts.Measures[1] with { Parts = [.. counts.Measures[1].Parts.Where(p => p.Value is "Hill Surgery" or "female" or "male")] }] };
        var rows = CountContract.Of(one, null, _ => "1");
        Assert.Equal(6, rows.Rows);
        Assert.Contains("\"Hill Surgery\",\"2026-10-01\",\"quarter\",\"reviewed\",\"sex\",\"female\",\"17000\",\"24990\",\"2026-11-20\",\"1\"", rows.Csv, StringComparison.Ordinal);
        Assert.Equal(["due", "reviewed"], CountContract.Of(counts with { Measures = [.. counts.Measures.Select(m => m with { Parts = [] })] }, null, _ => "1").WithoutPractice);
        Assert.Equal(3, CountContract.Of(counts with { Measures = [.. counts.Measures.Select(m => m with { Parts = [] })] }, "Hill Surgery", _ => "1").Rows);
    }

    [Fact]
    public void The_head_of_the_contract_is_that_of_the_dashboard()
    {
        var document = File.ReadAllText(Repository.PathOf("docs", "data-contract.md"));
        var columns = Regex.Matches(document, @"^\| `(\w+)` \|", RegexOptions.Multiline).Select(m => $"\"{m.Groups[1].Value}\"");
        Assert.StartsWith(string.Join(',', columns) + "\r\n", CountContract.Of(Suppression.Apply(MadeUpCounts.Make()), null, _ => "").Csv, StringComparison.Ordinal);
    }

    internal static string Page(PublishedCounts counts) => CountPage.Html(CountView.Of(counts, "Protocols of the network", "0123456789abcdef0123456789abcdef", "0.1.0", "1"));

    internal static string Json(PublishedCounts counts)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        CountJson.Write(counts, text);
        return JToken.Parse(text.ToString()).ToString();
    }

    private static string Text(PublishedCounts counts)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        CountText.Write(counts, new Output(text, text, colour: false, quiet: false));
        return text.ToString();
    }

    [GeneratedRegex("<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
