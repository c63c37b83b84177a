using System.Text.RegularExpressions;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Docs;

/// <summary>The hazard log is whole, and what it names is there: fields, rules, tests, examples and pages.</summary>
public sealed partial class ClinicalSafetyTests
{
    private static readonly string[] Fields = ["Hazard", "Possible cause", "Possible harm", "Control", "Shown by", "Residual risk", "Who must act"];

    private static readonly string Page = Repository.PathOf("docs", "clinical-safety.md");

    private static readonly string Text = File.ReadAllText(Page).ReplaceLineEndings("\n");

    private sealed record Hazard(string Id, string Text)
    {
        public string? this[string field] => Regex.Match(Text, $@"^- \*\*{field}:\*\* (.+)$", RegexOptions.Multiline) is { Success: true } found ? found.Groups[1].Value : null;
    }

    private static readonly List<Hazard> Hazards = [.. Entry().Split(Text).Skip(1).Select(e => new Hazard(e.Split(' ')[0], e.Split("\n## ")[0]))];

    [Fact]
    public void Hazards_are_numbered_without_a_gap() =>
        Assert.Equal(Enumerable.Range(1, Hazards.Count).Select(n => $"H-{n:00}"), Hazards.Select(h => h.Id));

    [Fact]
    public void Each_hazard_has_each_field_once_and_in_order() => Assert.All(Hazards, hazard =>
        Assert.True(Field().Matches(hazard.Text).Select(m => m.Groups[1].Value).SequenceEqual(Fields), $"{hazard.Id} has the fields {string.Join(", ", Field().Matches(hazard.Text).Select(m => m.Groups[1].Value))}"));

    [Fact]
    public void Each_hazard_is_shown_by_a_test_that_is_there() => Assert.All(Hazards, hazard =>
    {
        var tests = Link().Matches(hazard["Shown by"] ?? "").ToList();
        Assert.True(tests.Count > 0, $"{hazard.Id} names no test");
        foreach (var test in tests)
        {
            var (name, path) = (test.Groups[1].Value.Trim('`', '"'), test.Groups[2].Value);
            Assert.True(IsTest(path), $"{hazard.Id}: {path} is no test");
            Assert.True(IsIn(name, Path.Combine(Path.GetDirectoryName(Page)!, path)), $"{hazard.Id}: there is no '{name}' in {path}");
        }
    });

    /// <summary>Rules stand as a link whose text is the id and whose page is that of the slug; an id alone repeats one that is linked.</summary>
    [Fact]
    public void Each_rule_that_is_named_exists_and_has_its_own_page()
    {
        var pages = AllKinds.All.ToDictionary(k => k.Id, k => $"rules/{k.Slug}.md");
        foreach (Match rule in RuleId().Matches(Text)) Assert.True(pages.ContainsKey(rule.Value), $"there is no rule {rule.Value}");
        foreach (Match link in Link().Matches(Text))
        {
            var (name, path) = (link.Groups[1].Value, link.Groups[2].Value);
            if (RuleId().IsMatch(name)) Assert.Equal($"{name} {pages[name]}", $"{name} {path}");
            Assert.True(Path.Exists(Path.Combine(Path.GetDirectoryName(Page)!, path)), $"{path} is not there");
        }
    }

    /// <summary>A test, or examples of the shipped protocols, which are run as tests too.</summary>
    private static bool IsTest(string path) =>
        path.StartsWith("../tests/", StringComparison.Ordinal) || (path.StartsWith("../protocols/", StringComparison.Ordinal) && path.EndsWith("_examples.medopt", StringComparison.Ordinal));

    /// <summary>A test method, an example or a rule by its name in the file; a case by that of its folder.</summary>
    private static bool IsIn(string name, string path) =>
        Directory.Exists(path) ? Path.GetFileName(path) == name && Directory.GetFiles(path, "*.expected").Length > 0
        : File.Exists(path) && Path.GetExtension(path) switch
        {
            ".cs" => File.ReadAllText(path).Contains($"public void {name}(", StringComparison.Ordinal),
            ".medopt" => File.ReadAllText(path).Contains($"example \"{name}\"", StringComparison.Ordinal),
            _ => File.ReadAllText(path).StartsWith($"# {name}\n", StringComparison.Ordinal),
        };

    [GeneratedRegex("^### (?=H-)", RegexOptions.Multiline)]
    private static partial Regex Entry();

    [GeneratedRegex(@"^- \*\*([^*:]+):\*\* \S", RegexOptions.Multiline)]
    private static partial Regex Field();

    [GeneratedRegex(@"\[([^\]]+)\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\bMO\d{4}\b")]
    private static partial Regex RuleId();
}
