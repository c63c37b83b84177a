using System.Text.RegularExpressions;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tool.Commands;

/// <summary>
/// The pages of the rules. Each is a test as well: what a block expects stands in its comments, and a quick fix in its first line. Readers see
/// the finding's severity there, and the fix in words.
/// </summary>
public static partial class RulePages
{
    /// <summary>For the documentation.</summary>
    public static string Markdown(DiagnosticKind kind) =>
        $"# {kind.Slug}\n\n`{kind.Id}` · {kind.Severity.Word()} · {kind.Title}.\n\n" + Fence().Replace(Body(kind), block =>
        {
            var info = block.Groups["info"].Value;
            var shown = Expectation().Replace(block.Groups["text"].Value, "  // $1");
            return Before(info) + $"```{info.Split(' ')[0]}\n{shown}```";
        }) + "\n";

    /// <summary>For a terminal: code is set in, without fences.</summary>
    public static string Text(DiagnosticKind kind) =>
        $"{kind.Id} {kind.Slug} ({kind.Severity.Word()}): {kind.Title}.\n\n" + Fence().Replace(Body(kind), block =>
            Before(block.Groups["info"].Value) + "    " + Expectation().Replace(block.Groups["text"].Value, "  // $1").TrimEnd('\n').Replace("\n", "\n    ", StringComparison.Ordinal));

    private static string Before(string info)
    {
        if (FixTitle().Match(info) is { Success: true } fix) return $"Quick fix: *{fix.Groups[1].Value}*\n\n";
        if (FileName().Match(info) is { Success: true } file) return $"`{file.Groups[1].Value}`:\n\n";
        if (Elsewhere().Match(info) is { Success: true } found) return $"Found: {string.Join(", ", Elsewhere().Matches(info).Select(m => $"{m.Groups[1].Value} in `{m.Groups[2].Value}`"))}\n\n";
        if (info.StartsWith("release", StringComparison.Ordinal)) return "The terminology release:\n\n";
        return info.StartsWith("json settings", StringComparison.Ordinal) ? "`medopt.json`:\n\n" : "";
    }

    /// <summary>The page without its heading.</summary>
    private static string Body(DiagnosticKind kind)
    {
        using var stream = typeof(RulePages).Assembly.GetManifestResourceStream($"rules.{kind.Slug}.md");
        if (stream is null) return "";
        using var reader = new StreamReader(stream);
        return string.Join('\n', reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n').Skip(1)).Trim();
    }

    [GeneratedRegex("^```(?<info>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"[ \t]*// (error|warning|info): [a-z0-9-]+(?:, [a-z0-9-]+)*")]
    private static partial Regex Expectation();

    [GeneratedRegex("fix=\"([^\"]*)\"")]
    private static partial Regex FixTitle();

    [GeneratedRegex("file=\"([^\"]*)\"")]
    private static partial Regex FileName();

    [GeneratedRegex("(error|warning|info): [a-z0-9-]+ at ([^\", ]+)")]
    private static partial Regex Elsewhere();
}
