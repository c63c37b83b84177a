using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tests.Tool;

namespace PcnMedOpt.Tests.Docs;

/// <summary>
/// docs/examples.md is executed from its top to its bottom: blocks with file="…" are written, lines that begin with "$ medopt" are run, and what
/// follows such a line is what the program prints.
/// </summary>
public sealed partial class ExamplesPageTests
{
    private static readonly string Page = Repository.PathOf("docs", "examples.md");

    [Fact]
    public void The_page_says_what_the_program_prints()
    {
        using var medopt = new Medopt();
        var page = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var shown = Fence().Replace(page, block =>
        {
            var text = block.Groups["text"].Value;
            if (FileName().Match(block.Groups["info"].Value) is { Success: true } file) medopt.Write(file.Groups[1].Value, text);
            return block.Groups["info"].Value.StartsWith("console", StringComparison.Ordinal) ? $"```console\n{Session(medopt, text)}```" : block.Value;
        });
        Snapshot.Check(Page, shown);
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

    [GeneratedRegex("^```(?<info>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("file=\"([^\"]*)\"")]
    private static partial Regex FileName();
}
