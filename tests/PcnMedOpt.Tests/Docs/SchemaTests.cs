using Newtonsoft.Json.Linq;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tests.Tool;

namespace PcnMedOpt.Tests.Docs;

/// <summary>The shapes that are promised in docs/schemas are those that the program writes.</summary>
public sealed class SchemaTests
{
    [Fact]
    public void What_check_test_diff_and_build_write_satisfies_its_schema()
    {
        using var medopt = new Medopt();
        medopt.Write("medopt.json", "{}");
        medopt.Write("a.medopt", "codes a \"A\" snomed { 195967002 |Asthma| }\nexample \"Empty\" { }\n");
        AssertSatisfies(JToken.Parse(medopt.Run("check", ".", "--format", "json").Data), "check");
        AssertSatisfies(JToken.Parse(medopt.Run("test", ".", "--format", "json").Data), "test");
        AssertSatisfies(JToken.Parse(medopt.Run("test", Medopt.Example, "--coverage", "--format", "json").Data), "coverage");
        AssertSatisfies(JToken.Parse(medopt.Run("test", Medopt.Example, "--boundaries", "--format", "json").Data), "boundaries");
        AssertSatisfies(JToken.Parse(medopt.Run("test", Medopt.Example, "--mutate", "--format", "json").Data), "mutants");
        var diff = JToken.Parse(medopt.Run("diff", Path.Combine(Repository.PathOf("tests", "diff"), "code-sets", "old"), Path.Combine(Repository.PathOf("tests", "diff"), "code-sets", "new"), "--format", "json").Data);
        Assert.NotEmpty(diff["changes"]!);
        AssertSatisfies(diff, "diff");
        medopt.Run("build", Medopt.Example, "--out", "out", "--today", "2026-11-20");
        var manifest = Directory.GetFiles(medopt.Folder, "manifest.json", SearchOption.AllDirectories)[0];
        AssertSatisfies(JToken.Parse(File.ReadAllText(manifest)), "manifest");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_count_writes_satisfies_its_schema(bool isSuppressed) => AssertSatisfies(
        JToken.Parse(Counting.CountFormTests.Json(Core.Counting.Suppression.Apply(Counting.MadeUpCounts.Make(), isSuppressed ? Core.Counting.Suppression.Usual : null))), "count");

    [Fact]
    public void What_a_comparison_of_the_forms_writes_satisfies_its_schema()
    {
        using var medopt = new Medopt();
        AssertSatisfies(JToken.Parse(medopt.Run("test", Medopt.Example, "--agree", "5", "--format", "json", "--today", "2026-11-20").Data), "agreement");
    }

    [Fact]
    public void What_an_import_of_EMIS_searches_leaves_out_satisfies_its_schema()
    {
        using var medopt = new Medopt();
        var run = medopt.Run("import", "emis", Repository.PathOf("tests", "emis", "losses.xml"), "--losses", "losses.json", "--emis-codes", Repository.PathOf("tests", "emis", "losses.csv"));
        Assert.Equal(1, run.ExitCode);
        var losses = JToken.Parse(medopt.Read("losses.json"));
        AssertSatisfies(losses, "import");
        Assert.Equal(run.Talk.Split('\n').Count(l => l.Contains("losses.xml:", StringComparison.Ordinal)), losses.Count());
    }

    [Fact]
    public void A_lock_satisfies_its_schema()
    {
        var release = new WrittenRelease("119990001106 |Disease (disorder)|\n129990001104 |Old disease (disorder)|; inactive; same as 119990001106\n139990001102 |Set (foundation metadata concept)|; cluster A_COD");
        var project = TestProject.Of("""
            codes found "Found" snomed { << 119990001106 |Illness| 129990001104 |Old disease| ^ 139990001102 |Set| 149990001107 |Unknown| ^ 159990001105 }
            """).WithKnowledge(new Core.Semantics.Pinning.CodeKnowledge(release, null, false));
        var (pinned, _) = PcnMedOpt.Tool.Project.Locking.Of(project, release, false, TestProject.Today);
        AssertSatisfies(LockJson(PcnMedOpt.Tool.Project.LockText.Of(pinned)), "lock");
    }

    [Fact]
    public void The_settings_of_the_schema_are_those_that_are_read()
    {
        var schema = JObject.Parse(File.ReadAllText(Repository.PathOf("docs", "schemas", "medopt.schema.json")));
        foreach (var key in ((JObject)schema["properties"]!).Properties().Select(p => p.Name))
            Assert.DoesNotContain(PcnMedOpt.Tool.Project.SettingsReader.Read($"{{\"{key}\": 1}}").Findings, f => f.Kind.Slug == "settings-unknown-key");
    }

    [Fact]
    public void The_parameters_of_a_synthetic_practice_satisfy_their_schema() => AssertSatisfies(JToken.Parse(PcnMedOpt.Data.Synth.ParametersReader.DefaultText), "synth");

    /// <summary>Dates stay text.</summary>
    private static JToken LockJson(string text)
    {
        using var reader = new Newtonsoft.Json.JsonTextReader(new StringReader(text)) { DateParseHandling = Newtonsoft.Json.DateParseHandling.None };
        return JToken.ReadFrom(reader);
    }

    private static void AssertSatisfies(JToken value, string schema) =>
        Assert.Empty(Faults(value, JObject.Parse(File.ReadAllText(Repository.PathOf("docs", "schemas", $"{schema}.schema.json"))), "$"));

    /// <summary>The words of JSON Schema that these schemas use.</summary>
    private static IEnumerable<string> Faults(JToken value, JObject schema, string path)
    {
        if (schema["type"] is { } type && !Types(type).Contains(TypeOf(value))) yield return $"{path} is {TypeOf(value)}";
        if (schema["enum"] is JArray allowed && !allowed.Any(a => JToken.DeepEquals(a, value))) yield return $"{path} is {value}";
        if (schema["pattern"] is { } pattern && !System.Text.RegularExpressions.Regex.IsMatch((string?)value ?? "", (string?)pattern ?? "")) yield return $"{path} is {value}";
        if (schema["items"] is JObject items && value is JArray array)
            foreach (var fault in array.SelectMany((v, i) => Faults(v, items, $"{path}[{i}]"))) yield return fault;
        var (properties, others) = (schema["properties"] as JObject, schema["additionalProperties"] as JObject);
        if ((properties ?? others) is null || value is not JObject entries) yield break;
        foreach (var missing in (schema["required"]?.Values<string>() ?? []).Where(r => !entries.ContainsKey(r!))) yield return $"{path}.{missing} is missing";
        foreach (var entry in entries.Properties())
            if ((properties?[entry.Name] ?? others) is not JObject inner) yield return $"{path}.{entry.Name} is not in the schema";
            else
                foreach (var fault in Faults(entry.Value, inner, $"{path}.{entry.Name}")) yield return fault;
    }

    private static IEnumerable<string?> Types(JToken type) => type is JArray many ? many.Values<string>() : [(string?)type];

    private static string TypeOf(JToken value) => value.Type switch
    {
        JTokenType.Object => "object",
        JTokenType.Array => "array",
        JTokenType.Integer => "integer",
        JTokenType.Float => "number",
        JTokenType.Boolean => "boolean",
        JTokenType.Null => "null",
        JTokenType.String => "string",
        _ => value.Type.ToString(),
    };
}
