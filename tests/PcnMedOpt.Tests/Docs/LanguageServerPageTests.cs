using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tests.Lsp;
using PcnMedOpt.Tests.Support;
using PcnMedOpt.Tool.Lsp.Workspace;
using Snapshot = PcnMedOpt.Tests.Support.Snapshot;

namespace PcnMedOpt.Tests.Docs;

/// <summary>The page of the language server: each request on it is asked of a server, and what follows it is the answer.</summary>
public sealed partial class LanguageServerPageTests
{
    private const string Shown = "file:///protocols";

    /// <summary>Of a longer text the page shows the beginning.</summary>
    private const int LongestText = 300;

    [Fact]
    public void The_page_says_what_the_server_answers()
    {
        var path = Repository.PathOf("docs", "language-server.md");
        var page = File.ReadAllText(path).ReplaceLineEndings("\n");
        var files = Fence().Matches(page).Where(b => Attribute("file", b) is not null).Select(b => (Attribute("file", b) ?? "", b.Groups["text"].Value));
        using var disk = new DiskFolder([("medopt.json", "{}"), .. files]);
        var root = FileUri.Of(disk.Root);
        using var server = new ServerProcess(root);
        var answer = "";
        Snapshot.Check(path, Fence().Replace(page, block =>
        {
            if (Attribute("request", block) is { } method)
            {
                var asked = JToken.Parse(block.Groups["text"].Value.Replace(Shown, root, StringComparison.Ordinal));
                answer = Written(Shortened(JToken.Parse(server.Ask(method, asked).ToString(Formatting.None).Replace(root, Shown, StringComparison.Ordinal))), "");
            }
            return block.Groups["info"].Value == "json answer" ? $"```json answer\n{answer}\n```" : block.Value;
        }));
    }

    private static JToken Shortened(JToken answer)
    {
        foreach (var text in answer.SelectTokens("$..*").OfType<JValue>().ToList())
            if (text.Value is string { Length: > LongestText } value) text.Value = $"{value[..60]} …";
        return answer;
    }

    /// <summary>What is short stands on one line, else each member on its own.</summary>
    private static string Written(JToken token, string indent)
    {
        var line = OneLine(token);
        if (token is not JContainer { HasValues: true } || indent.Length + line.Length <= 150) return line;
        var members = token is JObject whole ? whole.Properties().Select(p => $"\"{p.Name}\": {Written(p.Value, indent + "  ")}") : token.Children().Select(c => Written(c, indent + "  "));
        var (open, close) = token is JObject ? ("{", "}") : ("[", "]");
        return $"{open}\n{string.Join(",\n", members.Select(m => $"{indent}  {m}"))}\n{indent}{close}";
    }

    private static string OneLine(JToken token) => token switch
    {
        JObject { HasValues: true } whole => $"{{ {string.Join(", ", whole.Properties().Select(p => $"\"{p.Name}\": {OneLine(p.Value)}"))} }}",
        JArray list => $"[{string.Join(", ", list.Select(OneLine))}]",
        _ => token.ToString(Formatting.None),
    };

    private static string? Attribute(string name, Match block) => Regex.Match(block.Groups["info"].Value, $"{name}=\"([^\"]*)\"") is { Success: true } found ? found.Groups[1].Value : null;

    [GeneratedRegex("^```(?<info>[^\n]*)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
