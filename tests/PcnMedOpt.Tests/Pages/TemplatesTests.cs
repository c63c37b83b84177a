using System.Text.RegularExpressions;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Emit.Spec;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Support;

namespace PcnMedOpt.Tests.Pages;

public sealed class TemplatesTests
{
    private static readonly PackPages Pages = new(TestProject.Of("pack p \"P\" { contains c }\ncohort c \"C\" { include all { \"x\": age >= 5 years } }"));

    [Fact]
    public void A_member_that_a_view_does_not_have_is_named()
    {
        var templates = new Templates(file => file == "index.hbs" ? "{{#each Packs}}{{Titel}}{{/each}}" : null);
        var fault = Assert.Throws<TemplateException>(() => IndexPage.Html(Pages.Index, templates));
        Assert.Contains("index.hbs", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Titel", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{#if Packs}}never closed")]
    [InlineData("{{> no_such_part}}")]
    [InlineData("{{#if Nope}}x{{/if}}")]
    public void A_broken_template_is_named(string text) =>
        Assert.Contains("index.hbs", Assert.Throws<TemplateException>(() => IndexPage.Html(Pages.Index, new Templates(file => file == "index.hbs" ? text : null))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_project_may_have_its_own_templates_and_parts()
    {
        var templates = new Templates(file => file switch { "foot.hbs" => "<p>Our own foot</p></main></div></body></html>", "medopt.css" => "body { color: green }", _ => null });
        var html = SpecPage.Html(Pages.Spec, templates);
        Assert.Contains("Our own foot", html, StringComparison.Ordinal);
        Assert.Contains("body { color: green }", html, StringComparison.Ordinal);
        Assert.DoesNotContain("IHTSDO", html, StringComparison.Ordinal);
        Assert.Contains("IHTSDO", SpecPage.Html(Pages.Spec), StringComparison.Ordinal);
    }

    [Fact]
    public void What_may_be_overridden_is_listed() =>
        Assert.Superset(new HashSet<string> { "spec.hbs", "build-sheet.hbs", "install.hbs", "index.hbs", "head.hbs", "foot.hbs", "medopt.css" }, Templates.FileNames.ToHashSet());

    /// <summary>Three braces put text on a page as it is: that is for HTML made from guidance and for drawings, and each is made in one place.</summary>
    [Fact]
    public void Only_guidance_and_drawings_are_put_on_a_page_as_they_are()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("server", "PcnMedOpt.Emit"), "*.hbs", SearchOption.AllDirectories))
            foreach (Match raw in Regex.Matches(File.ReadAllText(file), @"\{\{\{.*?\}\}\}|\{\{&.*?\}\}"))
                Assert.EndsWith(".Html}}}", raw.Value, StringComparison.Ordinal);
        Assert.Equal(["GuidanceText.cs"], MakersOf("GuidanceHtml"));
        Assert.Equal(["SvgWriter.cs"], MakersOf("Picture"));
    }

    private static IEnumerable<string?> MakersOf(string type) =>
        Directory.EnumerateFiles(Repository.PathOf("server", "PcnMedOpt.Emit"), "*.cs", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains($"new {type}(", StringComparison.Ordinal)).Select(Path.GetFileName);

    [Fact]
    public void Two_renderings_are_the_same() => Assert.Equal(SpecPage.Html(Pages.Spec), SpecPage.Html(Pages.Spec, new Templates()));
}
