using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PcnMedOpt.Core.Model.Explaining;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>Text of a project as Markdown that shows it and does nothing else.</summary>
public static partial class Markdown
{
    private const string Marks = "\\`*_[]<>&|~$";

    /// <summary>A text on one line, in which nothing is markup.</summary>
    public static string Text(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var letter in text)
            if (letter is '\n' or '\r') escaped.Append(' ');
            else if (Marks.Contains(letter, StringComparison.Ordinal)) escaped.Append('\\').Append(letter);
            else escaped.Append(letter);
        return BlockStart().Replace(escaped.ToString(), m => m.Value[..^1] + "\\" + m.Value[^1]);
    }

    /// <summary>A name, code or piece of the language, in the type of code.</summary>
    public static string Code(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var longest = Ticks().Matches(line).Select(m => m.Length).DefaultIfEmpty(0).Max();
        if (longest == 0) return $"`{line}`";
        var fence = new string('`', longest + 1);
        return $"{fence} {line} {fence}";
    }

    /// <summary>A description, which is Markdown: what would be a tag or a picture is text.</summary>
    public static string Block(string markdown) =>
        Tag().Replace(markdown.ReplaceLineEndings("\n"), "&lt;").Replace("![", "!\\[", StringComparison.Ordinal);

    /// <summary>Lines as a list, of which so many are shown.</summary>
    public static string List(IEnumerable<ExplainedLine> lines, int most)
    {
        var all = lines.ToList();
        var text = string.Join('\n', all.Take(most).Select(l => $"{new string(' ', l.Depth * 2)}- {Text(l.Text)}"));
        return all.Count <= most ? text : text + string.Create(CultureInfo.InvariantCulture, $"\n- … and {all.Count - most} more lines");
    }

    /// <summary>Paragraphs; what is empty is none.</summary>
    public static string Paragraphs(params IEnumerable<string?> parts) => string.Join("\n\n", parts.Where(p => !string.IsNullOrEmpty(p)));

    /// <summary>What would begin a heading, a list or a rule where it stands first.</summary>
    [GeneratedRegex(@"^\s*(?:[#+=-]|\d+[.)])", RegexOptions.CultureInvariant)]
    private static partial Regex BlockStart();

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex("<(?=[A-Za-z/!?])")]
    private static partial Regex Tag();
}
