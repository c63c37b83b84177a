using System.Text;
using System.Text.RegularExpressions;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Texts with places to fill in, in the snippet syntax of the Language Server Protocol: <c>${1:6 months}</c>, <c>${1|female,male|}</c>, <c>$0</c>.</summary>
public static partial class Snippet
{
    /// <summary>A text as it is, inside a snippet.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '\\' or '$' or '}') escaped.Append('\\');
            escaped.Append(c);
        }
        return escaped.ToString();
    }

    /// <summary>What stands in the text when nothing is filled in: each place with its own text, of several the first.</summary>
    public static string Plain(string snippet)
    {
        var text = Place().Replace(snippet, m => m.Groups["choice"].Success ? m.Groups["choice"].Value.Split(',')[0] : m.Groups["text"].Value);
        return Escaped().Replace(text, "$1");
    }

    [GeneratedRegex(@"(?<!\\)\$(?:\d+|\{\d+\}|\{\d+:(?<text>(?:\\.|[^}\\])*)\}|\{\d+\|(?<choice>(?:\\.|[^|\\])*)\|\})", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"\\([\\$}])", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();
}
