namespace PcnMedOpt.Tests.Tool;

/// <summary>Templates of a project in the place of the product's: what they can do, and what is said when they cannot be used.</summary>
public sealed class OwnTemplatesTests : IDisposable
{
    private readonly Medopt medopt = new();

    public OwnTemplatesTests()
    {
        medopt.Write("p/medopt.json", """{ "templates": "ours" }""");
        medopt.Write("p/a.medopt", "checklist weekly \"Weekly\" { item \"Meeting\" evidence note }\npack p \"P\" { contains weekly targets print }\n");
    }

    public void Dispose() => medopt.Dispose();

    [Fact]
    public void A_template_of_the_project_takes_the_place_of_ours()
    {
        medopt.Write("p/ours/checklist.hbs", "{{> head}}\n{{#each Items}}<p>Ours: {{Text}}</p>{{/each}}\n{{> foot}}");
        Assert.Equal(0, medopt.Run("build", "p").ExitCode);
        Assert.Contains("<p>Ours: Meeting</p>", medopt.Read("p/dist/packs/p-0/print/weekly.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{> head}}\n\n{{Nothing}}", 1, "The template checklist.hbs, line 3, asks for 'Nothing'")]
    [InlineData("{{> head}}\n{{#each Items}}{{{Text}}}{{/each}}", 1, "The template checklist.hbs, line 2, would put a text on the page unescaped: {{{Text}}}")]
    [InlineData("{{> head}}\n{{&Frame.Title}}", 1, "The template checklist.hbs, line 2, would put a text on the page unescaped")]
    [InlineData("{{#if Items}}", 1, "The template checklist.hbs, or a part of it, cannot be used")]
    public void One_that_cannot_be_used_is_named_with_its_line(string text, int code, string message)
    {
        medopt.Write("p/ours/checklist.hbs", text);
        var run = medopt.Run("build", "p");
        Assert.Equal(code, run.ExitCode);
        Assert.Contains(message, run.Talk, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(medopt.Folder, "p", "dist", "packs")));
    }

    [Fact]
    public void One_under_a_name_that_is_none_is_not_passed_over()
    {
        medopt.Write("p/ours/cheklist.hbs", "");
        var run = medopt.Run("build", "p");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains("ours/cheklist.hbs takes the place of no template. Did you mean checklist.hbs?", run.Talk, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("../elsewhere")]
    public void A_folder_that_is_not_there_or_not_in_the_project_is_named(string folder)
    {
        Directory.CreateDirectory(Path.Combine(medopt.Folder, "elsewhere"));
        medopt.Write("p/medopt.json", $$"""{ "templates": "{{folder}}" }""");
        var run = medopt.Run("check", "p");
        Assert.Equal(2, run.ExitCode);
        Assert.Contains($"the folder {folder} for templates", run.Talk, StringComparison.Ordinal);
    }
}
