using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Tool.Project;

/// <summary>A project as it was read from the disk: the compilation, and what was wrong with files as files.</summary>
public sealed record LoadedProject(ProjectFolder Folder, Compilation Compilation, EmisCodeMap? EmisCodes, Templates Templates, ImmutableArray<LocatedDiagnostic> FileFindings)
{
    public static readonly DiagnosticKind NotUtf8 = new("MO9020", "file-not-utf8", Severity.Error, "A file is not UTF-8");

    public static readonly DiagnosticKind EmisMapMissing = new("MO9021", "emis-map-missing", Severity.Error, "The EMIS code map is not where the settings say");

    /// <summary>All findings, by file and place.</summary>
    public ImmutableArray<LocatedDiagnostic> Diagnostics => FileFindings.IsEmpty
        ? Compilation.Diagnostics
        : [.. Compilation.Diagnostics.Concat(FileFindings).OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Diagnostic.Kind.Id, StringComparer.Ordinal)];

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>Reads a project: its settings, its sources, and the files that they name. Nothing outside the folder is read.</summary>
    public static LoadedProject Load(ProjectFolder folder, DateOnly today)
    {
        var reading = new Reading(folder);
        var settings = SettingsReader.Read(reading.Text(ProjectSettings.FileName) ?? "{}");
        var sources = folder.Sources().Order(StringComparer.Ordinal).Select(p => new KeyValuePair<string, string>(p, reading.Text(p) ?? "")).ToList();
        var map = EmisMap(settings, reading);
        var compilation = Compilation.Of(sources, settings, today, targets: Targets.All(map));
        compilation = compilation.WithLists(compilation.Wanted.Select(p => new KeyValuePair<string, string?>(p, reading.Text(p))));
        return new LoadedProject(folder, compilation, map, TemplatesOf(folder, settings, reading), [.. reading.Findings]);
    }

    private static EmisCodeMap? EmisMap(ProjectSettings settings, Reading reading)
    {
        if (settings.EmisCodes is not { } path) return null;
        if (reading.Text(path) is not { } text)
        {
            reading.Report(ProjectSettings.FileName, settings.Text, EmisMapMissing.At(new TextSpan(0, 0), $"There is no EMIS code map {path} in the project.", "Mend \"emisCodes\", or remove it."));
            return null;
        }
        var map = EmisCodeMap.Read(text);
        foreach (var finding in map.Findings) reading.Report(path, text, finding);
        return map;
    }

    /// <summary>The product's templates, and those of the project's folder in their place.</summary>
    /// <exception cref="UsageException">There is no such folder in the project, or it holds a template that is in no one's place.</exception>
    private static Templates TemplatesOf(ProjectFolder project, ProjectSettings settings, Reading reading)
    {
        if (settings.Templates is not { } folder) return Templates.Standard;
        if (Path.IsPathRooted(folder) || !project.Holds(folder) || !Directory.Exists(project.Full(folder)))
            throw new UsageException($"medopt.json names the folder {folder} for templates, and there is no such folder in the project.");
        foreach (var file in Directory.EnumerateFiles(project.Full(folder)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
            if (Path.GetExtension(file) is ".hbs" or ".css" && !Templates.FileNames.Contains(file))
                throw new UsageException($"{folder}/{file} takes the place of no template. {(CloseWords.Nearest(file, Templates.FileNames) is { } near ? $"Did you mean {near}?" : $"They are {string.Join(", ", Templates.FileNames)}.")}");
        return new Templates(name => reading.Text($"{folder}/{name}"));
    }

    private sealed class Reading(ProjectFolder folder)
    {
        public List<LocatedDiagnostic> Findings { get; } = [];

        /// <summary>The text of a file of the project; null when it is not there or not in the project.</summary>
        public string? Text(string path)
        {
            if (path.Contains('\0', StringComparison.Ordinal) || Path.IsPathRooted(path) || !folder.Holds(path) || !File.Exists(folder.Full(path))) return null;
            var (text, fault) = Utf8Text.Read(File.ReadAllBytes(folder.Full(path)));
            if (fault is { } at) Report(path, text, NotUtf8.At(new TextSpan(at, 1), $"{path} is not UTF-8 from here on.", "Save it as UTF-8 (in Excel: CSV UTF-8)."));
            return text;
        }

        public void Report(string path, string text, Diagnostic finding)
        {
            var lines = new LineMap(text);
            Findings.Add(new LocatedDiagnostic(path, finding.Span, lines.At(finding.Span.Start), lines.At(finding.Span.End), finding.Kind.Severity, finding));
        }
    }
}
