using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Tests.Pages;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Forms;

/// <summary>Build sheets of templates leave nothing out: every title, answer, code, term, reason and source of every template is on each of its sheets.</summary>
public sealed class TemplateSheetTests
{
    public static TheoryData<string> Projects => QuestionnaireTests.Projects;

    [Theory]
    [MemberData(nameof(Projects))]
    public void Nothing_of_a_template_is_missing_from_its_sheets(string folder)
    {
        var compilation = LoadedProject.Load(new ProjectFolder(Repository.PathOf(folder.Split('/'))), TestProject.Today).Compilation;
        var templates = compilation.Models<Template>().ToDictionary(t => t.Name, StringComparer.Ordinal);
        var sheets = Emit.Packs.PackBuilder.Packs(compilation).SelectMany(p => Emit.Packs.PackBuilder.Build(compilation, null, p, new(new("0", "1"), [], false, Emit.Templating.Templates.Standard)).Files)
            .Where(f => f.Path.Contains("-template-", StringComparison.Ordinal)).ToList();
        Assert.All(sheets, sheet =>
        {
            var page = new ParsedPage(System.Text.Encoding.UTF8.GetString([.. sheet.Bytes]));
            page.IsHarmless();
            var template = templates[sheet.Path[(sheet.Path.IndexOf("-template-", StringComparison.Ordinal) + 10)..^5]];
            Assert.All(Said(template), text => Assert.Contains(Plain(text), Plain(page.Text), StringComparison.Ordinal));
        });
        Assert.NotEmpty(sheets);
    }

    private static string Plain(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\s+", " ").Trim();

    private static IEnumerable<string> Said(Template template)
    {
        yield return template.Title;
        foreach (var step in template.Steps) yield return $"{step.Number} {step.Title}";
        foreach (var field in template.Fields)
        {
            yield return field.Title;
            foreach (var text in Coded(field.Coding)) yield return text;
            if (field.Expected is { } range) yield return $"{range.Low} to {range.High}";
            foreach (var option in field.Options)
            {
                yield return option.Label;
                foreach (var text in Coded(option.Coding)) yield return text;
            }
        }
    }

    private static IEnumerable<string> Coded(Coding? coding) => coding switch
    {
        Coded { Code: var code } => [code.Text, code.Term ?? code.Text],
        Uncoded uncoded => [uncoded.Why],
        _ => [],
    };
}
