using PcnMedOpt.Core.Comparing;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>How a comparison is written.</summary>
internal enum DiffFormat
{
    Text,
    Markdown,
    Json,
}

/// <summary>Writes a comparison to standard output.</summary>
internal static class DiffReport
{
    public static void Write(DiffFormat format, ProjectComparison comparison, Output output)
    {
        switch (format)
        {
            case DiffFormat.Json: DiffJson.Write(comparison, output.Data); break;
            case DiffFormat.Markdown: output.Data.Write(DiffMarkdown.Of(comparison)); break;
            default: Text(comparison, output); break;
        }
    }

    private static void Text(ProjectComparison comparison, Output output)
    {
        foreach (var fault in comparison.Faults) output.Data.WriteLine(fault);
        foreach (var change in comparison.Changes)
        {
            output.Data.WriteLine($"{output.Bold($"{change.File}:{change.Line}")}: {DiffText.Head(change)}: {output.Bold(DiffText.Class(change))}");
            foreach (var line in change.Lines) output.Data.WriteLine($"  {line.Text}{(line.Verdict is { } verdict ? $" [{Effects.Words(verdict)}]" : "")}");
            foreach (var note in DiffText.Notes(change)) output.Data.WriteLine($"  {note}");
            foreach (var reached in change.Reaches)
            {
                output.Data.WriteLine($"  Reaches {reached.Name} “{reached.Title}”: {Effects.Words(reached.Verdict)}");
                foreach (var counted in DiffText.Counts(comparison, reached)) output.Data.WriteLine($"    {counted}");
            }
        }
        foreach (var missing in comparison.Unannounced) output.Data.WriteLine(DiffText.Missing(missing));
    }
}
