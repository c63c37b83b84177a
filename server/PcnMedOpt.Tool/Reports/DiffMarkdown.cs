using System.Text;
using PcnMedOpt.Core.Comparing;

namespace PcnMedOpt.Tool.Reports;

/// <summary>A comparison as Markdown for a pull request: a table of what matters, then each change.</summary>
public static class DiffMarkdown
{
    public static string Of(ProjectComparison comparison)
    {
        var text = new StringBuilder();
        text.Append("## Changes of protocols\n\n").Append(Escaped(DiffText.Summary(comparison))).Append('\n');
        foreach (var fault in comparison.Faults) text.Append('\n').Append($"> {Escaped(fault)}\n");
        if (comparison.Unannounced.Length > 0)
        {
            text.Append('\n');
            foreach (var missing in comparison.Unannounced) text.Append($"- **{Escaped(DiffText.Missing(missing))}**\n");
        }
        if (comparison.Changes.IsEmpty) return text.ToString();
        text.Append("\n| what | people |\n|---|---|\n");
        foreach (var change in comparison.Changes) text.Append($"| {Escaped(DiffText.Head(change))} | {Escaped(DiffText.Class(change))} |\n");
        foreach (var change in comparison.Changes) Write(text, comparison, change);
        return text.ToString();
    }

    private static void Write(StringBuilder text, ProjectComparison comparison, Change change)
    {
        text.Append($"\n### {Escaped(DiffText.Head(change))}\n\n**{Escaped(DiffText.Class(change))}** in {Escaped(change.File)}, line {change.Line.ToString(System.Globalization.CultureInfo.InvariantCulture)}\n\n");
        foreach (var line in change.Lines) text.Append($"- {Escaped(line.Text)}{(line.Verdict is { } verdict ? $" *{Escaped(Effects.Words(verdict))}*" : "")}\n");
        foreach (var note in DiffText.Notes(change)) text.Append($"- {Escaped(note)}\n");
        foreach (var reached in change.Reaches)
        {
            text.Append($"- reaches {Escaped($"{reached.Name} “{reached.Title}”")}: *{Escaped(Effects.Words(reached.Verdict))}*\n");
            foreach (var counted in DiffText.Counts(comparison, reached)) text.Append($"  - {Escaped(counted)}\n");
        }
    }

    /// <summary>Text that means nothing to Markdown or HTML, and calls nobody.</summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text.ReplaceLineEndings(" "))
            escaped.Append(letter switch
            {
                '\\' or '`' or '*' or '[' or ']' or '|' or '#' or '~' => $"\\{letter}",
                '_' => "\\_",
                '<' => "&lt;",
                '>' => "&gt;",
                '&' => "&amp;",
                '@' => "&#64;",
                _ => letter.ToString(),
            });
        return escaped.ToString();
    }
}
