using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Print;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Pages;

/// <summary>Printed documents: a case with one of each kind and every clause, with its own texts, with hostile ones, and with each marked.</summary>
public sealed partial class PrintPagesTests
{
    private const string Hostile = """</title></style></svg><script>alert(1)</script>&'><img src=x onerror=alert(2)>]]>${x}`""";

    private static readonly string Source = File.ReadAllText(Repository.PathOf("tests", "cases", "printed-documents", "case.medopt")).ReplaceLineEndings("\n");

    private static IReadOnlyList<(string Path, string Html)> Pages(string source, Templates? templates = null)
    {
        var compilation = TestProject.Of(source);
        Assert.False(compilation.HasErrors, string.Join('\n', compilation.Diagnostics.Select(TestProject.Shown)));
        return [.. PackBuilder.Packs(compilation).SelectMany(p => PackBuilder.Build(compilation, null, p, new BuildOptions(new BuiltBy("0", "1"), [OutputTarget.Print], false, templates ?? Templates.Standard)).Files).Where(PrintPages.IsPage).Select(f => (f.Path, Encoding.UTF8.GetString(f.Bytes.AsSpan())))];
    }

    [Fact]
    public void Each_document_is_a_page_and_what_a_document_takes_limits_from_is_one_too() => Assert.Equal(
        ["alerts", "consultation", "invitation", "methotrexate_monitoring", "pathway", "quarterly", "shared_limits", "weekly"],
        Pages(Source).Select(p => Path.GetFileNameWithoutExtension(p.Path)));

    [Fact]
    public void Pages_of_hostile_texts_do_nothing()
    {
        foreach (var (path, html) in Pages(Strings().Replace(Source, m => m.Value[..^1] + Hostile + '"')))
        {
            var page = new ParsedPage(html);
            page.IsHarmless();
            Assert.Contains(Hostile, page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("<", page.Style, StringComparison.Ordinal);
            Assert.False(page.HasClass("undefined"), path);
        }
    }

    /// <summary>Each string of the documents is marked, and the mark is looked for on the pages.</summary>
    [Fact]
    public void Nothing_of_a_document_is_left_out()
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        int Number(string text) => numbers.TryGetValue(text, out var number) ? number : numbers[text] = numbers.Count + 1;
        var marked = Strings().Replace(Source, m => $"{m.Value[..^1]} ~{Number(m.Value)}~\"");
        var text = string.Join('\n', Pages(marked).Select(p => new ParsedPage(p.Html).Text));
        var documents = string.Concat(Declaration().Split(marked).Where(d => Documents().IsMatch(d)));
        var missing = Marks().Matches(documents).Select(m => m.Value).Where(m => !text.Contains(m, StringComparison.Ordinal));
        Assert.Empty(missing.Select(m => marked.Split('\n').First(l => l.Contains(m, StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_page_says_its_version_source_and_review_date_on_every_sheet()
    {
        foreach (var (_, html) in Pages(Source))
        {
            var style = new ParsedPage(html).Style;
            Assert.Matches(@"@top-left \{ content: ""[^""]+: [A-Z]", style);
            Assert.Matches(@"@top-right \{ content: ""Version 1.2, source [0-9a-f]{12}""", style);
            Assert.Contains("Review by 30 June 2027", style, StringComparison.Ordinal);
            Assert.Contains("counter(page) \" of \" counter(pages)", style, StringComparison.Ordinal);
            Assert.Contains("DRAFT: not approved for use", style, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_same_document_is_the_same_page_in_every_pack()
    {
        var pages = Pages(Source + "\npack other \"Other\" { contains weekly, alerts targets print }\n");
        Assert.All(pages.GroupBy(p => p.Path), g => Assert.Single(g.Distinct()));
        Assert.Equal(2, pages.Count(p => p.Path == "print/weekly.html"));
    }

    [Theory]
    [InlineData("Taking it means", "a window of the medicine")]
    [InlineData("Start is the first issue of the present course", "how start is taken")]
    [InlineData("The record does not show a stable dose", "that stable is approximate")]
    [InlineData("(until stable for 6 weeks) is taken to end 12 weeks after start", "as what stable is taken")]
    [InlineData("hospital or a homecare company supplies is not an issue", "whose issues count")]
    [InlineData("Taken from “Limits of several medicines”", "where limits are from")]
    [InlineData("Limits as “Limits of several medicines”, but for “Not taken over”", "which are not taken over")]
    [InlineData("more than 14 days (set by “Days of grace after a test is due”) after it is due", "the grace and its parameter")]
    [InlineData("divided by 10, gives; rounded down, never under 1", "how a result makes an interval")]
    public void A_monitoring_procedure_states(string text, string what) =>
        Assert.True(new ParsedPage(Pages(Source).First(p => p.Path == "print/methotrexate_monitoring.html").Html).Text.Contains(text, StringComparison.Ordinal), what);

    [Fact]
    public void A_project_may_lay_a_document_out_itself_and_a_slip_is_named_with_its_line()
    {
        Templates Own(string text) => new(file => file == "checklist.hbs" ? text : null);
        Assert.Contains("<p>Ours: Meeting note</p>", Pages(Source, Own("{{> head}}\n{{#each Items}}<p>Ours: {{Text}}</p>{{/each}}\n{{> foot}}")).First(p => p.Path == "print/quarterly.html").Html, StringComparison.Ordinal);
        var fault = Assert.Throws<TemplateException>(() => Pages(Source, Own("{{> head}}\n{{#each Items}}\n<p>{{Txt}}</p>{{/each}}\n{{> foot}}")));
        Assert.Contains("checklist.hbs, line 3", fault.Message, StringComparison.Ordinal);
        Assert.Contains("'Txt'", fault.Message, StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<!\")\"(?!\")[^\"\n]+\"(?!\")")]
    private static partial Regex Strings();

    [GeneratedRegex(@"~\d+~")]
    private static partial Regex Marks();

    [GeneratedRegex(@"^(?=(?:///|protocol|parameter|codes|cohort|template|sop|letter|workflow|register|checklist|pack) )", RegexOptions.Multiline)]
    private static partial Regex Declaration();

    [GeneratedRegex("^(template|sop|letter|workflow|register|checklist) ")]
    private static partial Regex Documents();
}
