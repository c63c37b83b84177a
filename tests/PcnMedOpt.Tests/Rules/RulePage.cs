using System.Text.RegularExpressions;

namespace PcnMedOpt.Tests.Rules;

/// <summary>A fenced block of a page: what follows the language on its first line, and its text.</summary>
public sealed record PageBlock(string Language, string Info, string Text, int Line);

/// <summary>
/// A page of tests/rules: user documentation and test at once. A medopt block expects what its comments say: <c>// error: slug</c> or
/// <c>// warning: slug</c> at the end of the line where the finding is; a block without such a comment is clean. A block
/// <c>medopt fix="Title"</c> is what the block before it becomes when that quick fix is taken. A block with <c>file="name"</c> is another file
/// of every project on the page; <c>json settings</c> is the medopt.json of the blocks that follow it, and <c>release</c> the terminology release at
/// hand (see WrittenRelease). <c>medopt required</c> is looked at where the lock must hold every code.
/// </summary>
public sealed partial record RulePage(string Slug, string Title, IReadOnlyList<PageBlock> Blocks)
{
    public static RulePage Read(string path)
    {
        var text = File.ReadAllText(path).ReplaceLineEndings("\n");
        var title = text.Split('\n')[0].TrimStart('#', ' ');
        var blocks = Fence().Matches(text).Select(m => new PageBlock(
            m.Groups["language"].Value, m.Groups["info"].Value.Trim(), m.Groups["text"].Value, text[..m.Index].Count(c => c == '\n') + 1));
        return new RulePage(Path.GetFileNameWithoutExtension(path), title, [.. blocks]);
    }

    [GeneratedRegex("^```(?<language>[a-z]+)(?<info>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
