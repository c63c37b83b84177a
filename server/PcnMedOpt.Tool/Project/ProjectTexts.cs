using System.Collections.Concurrent;
using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tool.Project;

/// <summary>
/// Reads the texts of a project, those that are open in an editor from there, and gathers what is wrong with files as files. Several threads may read.
/// </summary>
/// <param name="folder">The project's folder; nothing outside it is read.</param>
/// <param name="open">The text of a file that is open in an editor, by its path in the project; null for one that is not.</param>
public sealed class ProjectTexts(ProjectFolder folder, Func<string, string?> open)
{
    private readonly ConcurrentQueue<LocatedDiagnostic> findings = [];

    /// <summary>What was found so far, by path.</summary>
    public ImmutableDictionary<string, ImmutableArray<LocatedDiagnostic>> Findings =>
        findings.GroupBy(f => f.Path, StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.ToImmutableArray(), StringComparer.Ordinal);

    /// <summary>The text of a file of the project; null when it is not there or not in the project.</summary>
    public string? Text(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(path) || !folder.Holds(path)) return null;
        if (open(path) is { } edited) return edited;
        if (FileThere.Read(folder.Full(path), File.ReadAllBytes) is not { } bytes) return null;
        var (text, fault) = Utf8Text.Read(bytes);
        if (fault is { } at) Report(path, text, LoadedProject.NotUtf8.At(new TextSpan(at, 1), $"{path} is not UTF-8 from here on.", "Save it as UTF-8 (in Excel: CSV UTF-8)."));
        return text;
    }

    public void Report(string path, string text, Diagnostic finding)
    {
        var lines = new LineMap(text);
        findings.Enqueue(new LocatedDiagnostic(path, finding.Span, lines.At(finding.Span.Start), lines.At(finding.Span.End), finding.Kind.Severity, finding));
    }
}
