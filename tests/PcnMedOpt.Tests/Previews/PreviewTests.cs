using System.Text;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Previews;
using PcnMedOpt.Emit.Print;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Pages;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Previews;

/// <summary>A preview shows what is built, says where it is not, and leads back to the text.</summary>
public sealed class PreviewTests
{
    private static readonly string Small = PreviewText.Small;

    [Theory]
    [InlineData("asthma_due", PreviewKind.Page)]
    [InlineData("asthma_due", PreviewKind.Emis)]
    [InlineData("asthma_due", PreviewKind.Flow)]
    [InlineData("asthma_reviewed", PreviewKind.Flow)]
    [InlineData("asthma_path", PreviewKind.Flow)]
    [InlineData("asthma_weekly", PreviewKind.Page)]
    [InlineData("asthma_pack", PreviewKind.Page)]
    [InlineData("Due", PreviewKind.Page)]
    public void Of_a_small_protocol(string name, PreviewKind kind)
    {
        var preview = PreviewText.Of(Small, name, kind);
        Snapshot.Check(Repository.PathOf("tests", "previews", $"{name.ToLowerInvariant()}-{kind.Word()}.html"), PreviewText.WithoutStyle(preview.Html));
        new ParsedPage(preview.Html).IsHarmless();
    }

    /// <summary>A printed document of a project without errors is byte for byte what the pack holds, but for the places of its elements and the style of previews.</summary>
    [Fact]
    public void A_printed_document_is_what_is_built()
    {
        var project = PreviewText.Project(File.ReadAllText(Repository.PathOf("tests", "cases", "printed-documents", "case.medopt")));
        var pack = PackBuilder.Packs(project.Compilation).Single();
        var built = PackBuilder.Build(project.Compilation, null, pack, new BuildOptions(project.BuiltBy, [OutputTarget.Print], false, project.Templates)).Files;
        var pages = built.Where(PrintPages.IsPage).ToDictionary(f => Path.GetFileNameWithoutExtension(f.Path), f => Encoding.UTF8.GetString(f.Bytes.AsSpan()));
        Assert.NotEmpty(pages);
        foreach (var (name, html) in pages)
        {
            var preview = Preview.Of(project, project.Compilation.Names.Find(name) ?? throw new KeyNotFoundException(name), PreviewKind.Page);
            Assert.Equal(html, PreviewText.WithoutMarks(preview.Html).Replace(Templates.Standard.Text("preview.css"), "", StringComparison.Ordinal));
            Assert.True(preview.Places.Length > 3, name);
        }
    }

    [Theory]
    [InlineData("asthma_due", "\"Reviewed\": review", "\"Reviewed\": review recorded in last 12 months")]
    [InlineData("asthma_due", "195967001 |Asthma| }", null)]
    [InlineData("asthma_path", "decision came", "decision came \"Did they come?\" { \"Yes\" -> done \"No\" -> invite }")]
    [InlineData("asthma_path", "\"No\" -> invite", "\"No\" -> invite")]
    [InlineData("asthma_weekly", "from asthma_due monthly", "item \"The list is run\" from asthma_due monthly")]
    public void An_element_belongs_to_the_place_of_the_cursor(string name, string cursor, string? expected)
    {
        var preview = PreviewText.Of(Small, name);
        var place = preview.PlaceAt("test.medopt", Small.IndexOf(cursor, StringComparison.Ordinal));
        if (expected is null) Assert.True(place is null || place.Span.Of(Small).StartsWith("asthma \"Asthma\"", StringComparison.Ordinal));
        else Assert.Equal(expected, place?.Span.Of(Small));
        if (place is not null) Assert.Contains($"data-source=\"test.medopt:{place.Span.Start}:{place.Span.End}\"", preview.Html, StringComparison.Ordinal);
    }

    [Fact]
    public void Equal_labels_are_told_apart_by_their_order()
    {
        const string text = """
            template t "T" {
              step 1 "One" {
                choice first "First?" { "Yes" uncoded "none" "No" uncoded "none" }
                choice second "Second?" { "Yes" uncoded "none" "No" uncoded "none" }
              }
            }
            """;
        var preview = PreviewText.Of(text, "t");
        foreach (var at in new[] { text.IndexOf("\"Yes\"", StringComparison.Ordinal), text.LastIndexOf("\"Yes\"", StringComparison.Ordinal) })
            Assert.Equal(at, preview.PlaceAt("test.medopt", at + 1)?.Span.Start);
    }

    [Fact]
    public void Errors_elsewhere_are_said_over_the_page()
    {
        var preview = PreviewText.Of(Small + "\ncohort broken \"Broken\" { include any { \"x\": nothing recorded ever } }\n", "asthma_weekly");
        Assert.Equal(PreviewState.Erroneous, preview.State);
        var page = new ParsedPage(preview.Html);
        page.IsHarmless();
        Assert.Contains("This is a preview. The project has an error: nothing is built until it is mended.", page.Text, StringComparison.Ordinal);
        Assert.Contains("The list is run", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_search_is_shown_of_a_cohort_with_errors_and_each_is_named_with_its_place()
    {
        var broken = Small.Replace("review recorded in last 12 months }\n}", "nothing recorded in last 12 months }\n}", StringComparison.Ordinal);
        foreach (var kind in new[] { PreviewKind.Rules, PreviewKind.Emis, PreviewKind.Systmone })
        {
            var preview = PreviewText.Of(broken, "asthma_due", kind);
            Assert.Equal((PreviewState.Nothing, kind), (preview.State, preview.Kind));
            Assert.Contains("test.medopt:21:29", new ParsedPage(preview.Html).Text, StringComparison.Ordinal);
            Assert.Equal("nothing", Assert.Single(preview.Places, p => p.Span.Length == 7).Span.Of(broken));
        }
    }

    [Theory]
    [InlineData("parameter p \"P\" = 3 months\n", "p", "There is nothing to show of a parameter.")]
    [InlineData("cohort a \"A\" { from b }\ncohort b \"B\" { from a }\n", "a", "No search is written from a text with errors.")]
    public void Where_there_is_nothing_to_show_the_page_says_why(string text, string name, string why) =>
        Assert.Contains(why, new ParsedPage(PreviewText.Of(text, name, PreviewKind.Emis).Html).Text, StringComparison.Ordinal);

    [Fact]
    public void What_no_pack_takes_in_says_so() => Assert.Contains(
        "No pack takes in this cohort: nothing of it is built.",
        new ParsedPage(PreviewText.Of("cohort c \"C\" { include all { \"x\": age >= 5 years } }", "c").Html).Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_slip_in_a_template_of_the_project_is_said()
    {
        var preview = PreviewText.Of(Small, "asthma_weekly", null, new Templates(file => file == "checklist.hbs" ? "{{> head}}\n{{Nope}}{{> foot}}" : null));
        Assert.Equal(PreviewState.Nothing, preview.State);
        Assert.Contains("checklist.hbs", new ParsedPage(preview.Html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_is_no_xml_is_shown_as_it_is() => Assert.Contains(
        "<p>Unclosed", PreviewText.Of(Small, "asthma_weekly", null, new Templates(file => file == "checklist.hbs" ? "{{> head}}\n<p>Unclosed{{> foot}}" : null)).Html, StringComparison.Ordinal);

    /// <summary>Whatever part of a text is there, every declaration has every page that it should, and none of them can act.</summary>
    [Fact]
    public void Text_that_ends_anywhere_has_previews()
    {
        for (var length = 0; length < Small.Length; length += 31)
        {
            var project = PreviewText.Project(Small[..length]);
            foreach (var declaration in PreviewText.All(project.Compilation))
                foreach (var kind in PreviewKinds.Of(project.Compilation, declaration).DefaultIfEmpty())
                    new ParsedPage(Preview.Of(project, declaration, kind).Html).IsHarmless();
        }
    }

    [Fact]
    public void Hostile_text_does_nothing()
    {
        var hostile = Small.Replace("Asthma without a review", """</title></style></svg><script>alert(1)</script>&'""", StringComparison.Ordinal).Replace("\"Takes it\"", "\"<img src=x onerror=alert(2)>]]>\"", StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<PreviewKind>()) new ParsedPage(PreviewText.Of(hostile, "asthma_due", kind).Html).IsHarmless();
    }
}
