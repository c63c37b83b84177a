using System.Text;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Templating;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Forms;

/// <summary>Templates as FHIR questionnaires: each obeys the published structure, and nothing of a template is missing from its own.</summary>
public sealed class QuestionnaireTests
{
    private static readonly BuildOptions Options = new(new BuiltBy("0", "1"), [], false, Templates.Standard);

    public static TheoryData<string> Projects =>
    [
        "protocols",
        .. Directory.GetFiles(Repository.PathOf("tests", "cases"), "*.medopt", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains("\ntemplate ", StringComparison.Ordinal) || File.ReadAllText(f).StartsWith("template ", StringComparison.Ordinal))
            .Select(f => Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(f) ?? "").Replace('\\', '/')).Distinct().Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_template_is_a_sound_questionnaire(string folder)
    {
        var project = LoadedProject.Load(new ProjectFolder(Repository.PathOf(folder.Split('/'))), TestProject.Today);
        var files = PackBuilder.Packs(project.Compilation).SelectMany(p => PackBuilder.Build(project.Compilation, project.EmisCodes, p, Options).Files)
            .Where(f => f.Path.StartsWith("fhir/", StringComparison.Ordinal)).ToList();
        Assert.All(files, file => Assert.Empty(QuestionnaireRules.Faults(Encoding.UTF8.GetString([.. file.Bytes]))));
        Assert.NotEmpty(files);
    }

    /// <summary>Each change makes the questionnaire of a case unsound in one way; the rules must see it, so that finding nothing means something.</summary>
    [Theory]
    [InlineData("$.name", "\"consultation of it\"", "que-0")]
    [InlineData("$.status", "\"withdrawn\"", "status")]
    [InlineData("$.url", "\"questionnaire\"", "url")]
    [InlineData("$.date", "\"20 November\"", "date")]
    [InlineData("$.title", "\" \"", "empty")]
    [InlineData("$.item[1].item", null, "que-1")]
    [InlineData("$.item[0].item", "[{\"linkId\":\"x\",\"type\":\"display\"}]", "que-1")]
    [InlineData("$.item[1].item[0].linkId", "\"weight\"", "que-2")]
    [InlineData("$.item[1].item[0].linkId", null, "no linkId")]
    [InlineData("$.item[0].code", "[{\"system\":\"http://snomed.info/sct\",\"code\":\"27113001\"}]", "que-3")]
    [InlineData("$.item[1].item[2].answerValueSet", "\"http://example.org/set\"", "que-4")]
    [InlineData("$.item[1].item[0].answerOption", "[{\"valueCoding\":{\"system\":\"urn:x\",\"code\":\"y\"}}]", "que-5")]
    [InlineData("$.item[0].required", "true", "que-6")]
    [InlineData("$.item[2].item[4].enableWhen[0].operator", "\"exists\"", null)]
    [InlineData("$.item[1].item[3].enableWhen[0].operator", "\"exists\"", "que-7")]
    [InlineData("$.item[1].initial", "[{\"valueBoolean\":true}]", "que-8")]
    [InlineData("$.item[0].readOnly", "true", "que-9")]
    [InlineData("$.item[1].item[2].maxLength", "5", "que-10")]
    [InlineData("$.item[1].item[2].initial", "[{\"valueString\":\"Yes\"}]", "que-11")]
    [InlineData("$.item[1].item[3].enableWhen", "[{\"question\":\"adherence\",\"operator\":\"exists\",\"answerBoolean\":true},{\"question\":\"weight\",\"operator\":\"exists\",\"answerBoolean\":true}]", "que-12")]
    [InlineData("$.item[1].item[0].initial", "[{\"valueString\":\"a\"},{\"valueString\":\"b\"}]", "que-13")]
    [InlineData("$.item[1].item[3].enableWhen[0].question", "\"nobody\"", "not there")]
    [InlineData("$.item[1].item[3].enableWhen[0].answerCoding.code", "\"Perhaps\"", "does not offer")]
    [InlineData("$.item[2].item[4].enableWhen[0].question", "\"next_bloods\"", "its own answer")]
    [InlineData("$.item[1].item[0].type", "\"essay\"", "type")]
    [InlineData("$.item[1].item[2].answerOption[0].valueCoding.code", "\"Yes, please\"", "SNOMED")]
    [InlineData("$.item[2].item[0].extension[1].valueDecimal", "301", "the least")]
    [InlineData("$.item[2].item[0].extension[0].url", "\"http://example.org/unit\"", "not known")]
    [InlineData("$.item[2].item[0].type", "\"text\"", "may not stand here")]
    [InlineData("$.item[2].item[0].mandatory", "true", "no element")]
    public void The_rules_see_what_is_wrong(string path, string? value, string? fault)
    {
        var json = JObject.Parse(File.ReadAllText(Repository.PathOf("tests", "cases", "template-fields", "8-reviews.consultation.questionnaire.json.expected")));
        Assert.Empty(QuestionnaireRules.Faults(json.ToString()));
        var dot = path.LastIndexOf('.');
        var parent = Assert.IsType<JObject>(json.SelectToken(path[..dot]));
        if (value is null) Assert.True(parent.Remove(path[(dot + 1)..]));
        else parent[path[(dot + 1)..]] = JToken.Parse(value);
        var faults = QuestionnaireRules.Faults(json.ToString());
        if (fault is null) Assert.Empty(faults);
        else Assert.Contains(faults, f => f.Contains(fault, StringComparison.Ordinal));
    }

    /// <summary>Two fields that are each required when the other is ticked: neither would ever be asked.</summary>
    [Fact]
    public void A_circle_of_requirements_is_said_and_not_built()
    {
        var json = Of("""
            tick a "A" uncoded "prompt" required when b ticked
            tick b "B" uncoded "prompt" required when a ticked
            date c "C" uncoded "prompt" required when a ticked
            """);
        Assert.Empty(QuestionnaireRules.Faults(json.ToString()));
        Assert.Equal([false, false, true], json.SelectTokens("$.item[0].item[*]").Select(i => i["enableWhen"] is not null));
        Assert.Equal([null, null, true], json.SelectTokens("$.item[0].item[*]").Select(i => (bool?)i["required"]));
        Assert.Contains("1.1 “A” must be filled when 1.2 “B” is ticked. Here nothing requires it.", (string?)json["description"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_of_nothing_is_a_text_and_names_are_told_apart()
    {
        var json = Of("tick again \"Once\" uncoded \"prompt\"\n} step 1 \"Empty\" { } step 1 \"Once more\" { tick again_two \"\" uncoded \"prompt\"");
        Assert.Empty(QuestionnaireRules.Faults(json.ToString()));
        Assert.Equal(["group", "display", "group"], json.SelectTokens("$.item[*].type").Select(t => (string?)t));
    }

    private static JObject Of(string fields)
    {
        var compilation = TestProject.Of($"template t \"T\" {{ step 1 \"One\" {{\n{fields}\n}} }}\npack p \"P\" {{ contains t targets print }}");
        var pack = PackBuilder.Build(compilation, null, PackBuilder.Packs(compilation).Single(), Options);
        return JObject.Parse(Encoding.UTF8.GetString([.. pack.Files.Single(f => f.Path.StartsWith("fhir/", StringComparison.Ordinal)).Bytes]));
    }
}
