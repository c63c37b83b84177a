using System.Text.RegularExpressions;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Ide;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tests.Rules;

/// <summary>Every rule has a page, and every page is true.</summary>
public sealed partial class RulePageTests
{
    private static readonly string Folder = Repository.PathOf("tests", "rules");

    public static TheoryData<string> Pages => [.. Directory.GetFiles(Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_kind_of_finding_has_a_page_and_every_page_a_kind() =>
        Assert.Equal(AllKinds.All.Select(k => k.Slug).Order(StringComparer.Ordinal), Pages.Select(p => p.Data).Order(StringComparer.Ordinal));

    [Fact]
    public void Ids_and_slugs_are_unique()
    {
        Assert.Equal(AllKinds.All.Length, AllKinds.All.Select(k => k.Id).Distinct().Count());
        Assert.Equal(AllKinds.All.Length, AllKinds.All.Select(k => k.Slug).Distinct().Count());
        Assert.All(AllKinds.All, k => Assert.Matches("^MO[0-9]{4}$", k.Id));
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void What_a_page_says_is_found(string slug)
    {
        var page = RulePage.Read(Path.Combine(Folder, slug + ".md"));
        var kind = AllKinds.All.Single(k => k.Slug == slug);
        Assert.Equal(slug, page.Title);
        var examples = page.Blocks.Where(b => b.Language == "medopt" && !b.Info.StartsWith("file=", StringComparison.Ordinal)).ToList();
        Assert.Contains(examples, b => AllExpected(page, b).Any(e => e.Slug == slug));
        PageBlock? before = null;
        foreach (var block in examples)
        {
            if (FixTitle().Match(block.Info) is { Success: true } fix) AssertFixed(page, before!, fix.Groups[1].Value, block, kind);
            else
            {
                AssertFound(page, block, kind);
                before = block;
            }
        }
    }

    private static void AssertFound(RulePage page, PageBlock block, DiagnosticKind kind)
    {
        var least = kind.Severity == Severity.Info ? Severity.Info : Severity.Warning;
        var found = Load(page, block).Diagnostics
            .Where(d => d.Severity >= Severity.Warning || (least == Severity.Info && d.Diagnostic.Kind == kind))
            .ToList();
        var actual = found.Select(d => $"{d.Path}:{d.From.Line}: {d.Severity.ToString().ToLowerInvariant()}: {d.Diagnostic.Kind.Slug}").Order(StringComparer.Ordinal);
        var expected = AllExpected(page, block).Select(e => $"{e.Path}:{e.Line}: {e.Severity}: {e.Slug}").Order(StringComparer.Ordinal);
        Assert.True(expected.SequenceEqual(actual), $"{page.Slug}.md line {block.Line}\nexpected\n{string.Join('\n', expected)}\nfound\n{string.Join('\n', found.Select(TestProject.Shown))}");
    }

    private static void AssertFixed(RulePage page, PageBlock before, string title, PageBlock after, DiagnosticKind kind)
    {
        var compilation = Load(page, before).Compilation;
        var finding = compilation.Diagnostics.First(d => d.Diagnostic.Kind == kind && d.Diagnostic.Fixes.Any(f => f.Title == title));
        var text = QuickFixes.Apply(finding, finding.Diagnostic.Fixes.First(f => f.Title == title));
        Assert.Equal(WithoutExpectations(after.Text), WithoutExpectations(text));
    }

    /// <summary>The project of a block, read from a folder as the program reads one.</summary>
    private static LoadedProject Load(RulePage page, PageBlock block)
    {
        var folder = Directory.CreateTempSubdirectory("medopt-page");
        try
        {
            var settings = page.Blocks.LastOrDefault(b => b.Language == "json" && b.Info == "settings" && b.Line < block.Line);
            File.WriteAllText(Path.Combine(folder.FullName, "medopt.json"), settings?.Text ?? "{}");
            File.WriteAllText(Path.Combine(folder.FullName, "test.medopt"), block.Text);
            foreach (var file in page.Blocks.Where(b => FileName().IsMatch(b.Info)))
            {
                var path = Path.Combine(folder.FullName, FileName().Match(file.Info).Groups[1].Value);
                if (!path.StartsWith(folder.FullName, StringComparison.Ordinal)) continue;
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, file.Text, file.Info.Contains("latin1", StringComparison.Ordinal) ? System.Text.Encoding.Latin1 : new System.Text.UTF8Encoding(false));
            }
            var release = page.Blocks.LastOrDefault(b => b.Language == "release" && b.Line < block.Line);
            var sources = release is null ? CodeSources.None : new CodeSources(_ => new WrittenRelease(release.Text), false);
            if (block.Info.Contains("required", StringComparison.Ordinal)) sources = sources with { IsLockRequired = true };
            return LoadedProject.Load(new ProjectFolder(folder.FullName), TestProject.Today, sources);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<(string Path, int Line, string Severity, string Slug)> AllExpected(RulePage page, PageBlock block) =>
        Expected(block.Text).Select(e => ("test.medopt", e.Line, e.Severity, e.Slug))
            .Concat(page.Blocks.Where(b => FileName().IsMatch(b.Info)).SelectMany(b => Expected(b.Text).Select(e => (FileName().Match(b.Info).Groups[1].Value, e.Line, e.Severity, e.Slug))))
            .Concat(ListExpectations().Matches(block.Info).Select(m => (m.Groups["path"].Value, int.Parse(m.Groups["line"].Value, null), m.Groups["severity"].Value, m.Groups["slug"].Value)));

    private static IEnumerable<(int Line, string Severity, string Slug)> Expected(string text) =>
        from line in text.Split('\n').Select((l, i) => (Text: l, Number: i + 1))
        from Match match in ExpectationComment().Matches(line.Text)
        from slug in match.Groups["slugs"].Value.Split(',', StringSplitOptions.TrimEntries)
        select (line.Number, match.Groups["severity"].Value, slug);

    private static string WithoutExpectations(string text) => ExpectationComment().Replace(text, "").Replace(" \n", "\n", StringComparison.Ordinal).TrimEnd();

    [GeneratedRegex(@"[ \t]*// (?<severity>error|warning|info): (?<slugs>[a-z0-9-]+(?:, [a-z0-9-]+)*)")]
    private static partial Regex ExpectationComment();

    /// <summary>A finding that stands in another file: <c>finds="error: bad-check-digit at codelists/x.csv:3"</c>.</summary>
    [GeneratedRegex("(?<severity>error|warning|info): (?<slug>[a-z0-9-]+) at (?<path>[^:\" ]+):(?<line>[0-9]+)")]
    private static partial Regex ListExpectations();

    [GeneratedRegex("fix=\"([^\"]*)\"")]
    private static partial Regex FixTitle();

    [GeneratedRegex("file=\"([^\"]*)\"")]
    private static partial Regex FileName();
}
