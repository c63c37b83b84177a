using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tests.Tool;

namespace PcnMedOpt.Tests.Docs;

/// <summary>
/// Pages that are executed from their top to their bottom: blocks with file="…" are written, lines that begin with "$ medopt" are run, and what
/// follows such a line is what the program prints. A block with from="…" holds the table of rules of a page that was built.
/// </summary>
public sealed partial class ExecutedPageTests
{
    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/examples.md")]
    [InlineData("docs/comparing.md")]
    [InlineData("docs/counting.md")]
    [InlineData("docs/templates.md")]
    [InlineData("docs/printing.md")]
    [InlineData("docs/synth.md")]
    [InlineData("docs/importing.md")]
    [InlineData("docs/agreement.md")]
    [InlineData("docs/testing.md")]
    [InlineData("docs/sql.md")]
    [InlineData("docs/ecl.md")]
    public void The_page_says_what_the_program_prints(string path)
    {
        using var medopt = new Medopt();
        var page = File.ReadAllText(Repository.PathOf(path)).ReplaceLineEndings("\n");
        var shown = Fence().Replace(page, block =>
        {
            var (info, text) = (block.Groups["info"].Value, block.Groups["text"].Value);
            if (Attribute("file", info) is { } file) medopt.Write(file, text);
            if (Attribute("from", info) is { } built) return $"```{info}\n{RulesOf(medopt.Read(built))}```";
            return info == "console" && text.StartsWith("$ medopt ", StringComparison.Ordinal) ? $"```console\n{Session(medopt, text)}```" : block.Value;
        });
        Snapshot.Check(Repository.PathOf(path), shown);
    }

    private static string Session(Medopt medopt, string text)
    {
        var session = new StringBuilder();
        foreach (var line in text.Split('\n').Where(l => l.StartsWith("$ medopt ", StringComparison.Ordinal)))
        {
            var run = medopt.Run([.. line["$ medopt ".Length..].Split(' '), .. line.Contains("import", StringComparison.Ordinal) || line.Contains("explain", StringComparison.Ordinal) ? Array.Empty<string>() : ["--today", "2026-11-20"]]);
            session.Append(line).Append('\n').Append(run.Data.Replace("```", "'''", StringComparison.Ordinal)).Append(run.Talk);
        }
        return session.ToString();
    }

    /// <summary>The first table of rules, a line for each rule.</summary>
    private static string RulesOf(string html)
    {
        var lines = PageText.Of(html).Split('\n').SkipWhile(l => !l.StartsWith("Table: Rules of ", StringComparison.Ordinal)).Skip(1).TakeWhile(l => l.Length > 0);
        return string.Concat(lines.Select(l => l + "\n"));
    }

    private static string? Attribute(string name, string info) => Regex.Match(info, $"{name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("^```(?<info>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
