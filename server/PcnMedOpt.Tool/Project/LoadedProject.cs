using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit;
using PcnMedOpt.Emit.Emis;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Tool.Project;

/// <summary>A project as it was read: the compilation, and what was wrong with files as files.</summary>
/// <param name="Folder">Where it is on the disk.</param>
/// <param name="Compilation">Its texts, and what follows from them.</param>
/// <param name="EmisCodes">The EMIS code map that the settings name.</param>
/// <param name="FileFindings">What is wrong with a file as a file, by its path.</param>
/// <param name="Sources">Where it is told about its codes.</param>
public sealed record LoadedProject(
    ProjectFolder Folder, Compilation Compilation, EmisCodeMap? EmisCodes, ImmutableDictionary<string, ImmutableArray<LocatedDiagnostic>> FileFindings, CodeSources Sources)
{
    public static readonly DiagnosticKind NotUtf8 = new("MO9020", "file-not-utf8", Severity.Error, "A file is not UTF-8");

    public static readonly DiagnosticKind EmisMapMissing = new("MO9021", "emis-map-missing", Severity.Error, "The EMIS code map is not where the settings say");

    /// <summary>All findings, by file and place.</summary>
    public ImmutableArray<LocatedDiagnostic> Diagnostics => FileFindings.IsEmpty
        ? Compilation.Diagnostics
        : [.. Compilation.Diagnostics.Concat(FileFindings.Values.SelectMany(f => f)).OrderBy(d => d.Path, StringComparer.Ordinal).ThenBy(d => d.Span.Start).ThenBy(d => d.Diagnostic.Kind.Id, StringComparer.Ordinal)];

    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>The product's templates, and those of the project's folder in their place.</summary>
    /// <exception cref="UsageException">The settings name a folder that is not there, or that holds a template in no one's place.</exception>
    public Templates Templates => ProjectTemplates.Of(Folder, Compilation.Settings, new ProjectTexts(Folder, _ => null).Text);

    /// <summary>Reads a project from the disk: its settings, its sources, and the files that they name. Nothing outside the folder is read.</summary>
    public static LoadedProject Load(ProjectFolder folder, DateOnly today, CodeSources? sources = null) => Read(folder, today, _ => null, sources);

    /// <summary>The same, with texts that are open in an editor in place of those on the disk.</summary>
    public static LoadedProject Read(ProjectFolder folder, DateOnly today, Func<string, string?> open, CodeSources? sources = null)
    {
        sources ??= CodeSources.None;
        var texts = new ProjectTexts(folder, open);
        var settings = SettingsReader.Read(texts.Text(ProjectSettings.FileName) ?? "{}");
        var files = folder.Sources().AsParallel().Select(p => new KeyValuePair<string, string>(p, texts.Text(p) ?? "")).ToList();
        var map = EmisMap(settings, texts);
        var compilation = Compilation.Of(files, settings, today, targets: Targets.All(map), knowledge: Knowledge(sources, settings, texts));
        compilation = compilation.WithLists(compilation.Wanted.Select(p => new KeyValuePair<string, string?>(p, texts.Text(p))));
        return new LoadedProject(folder, compilation, map, texts.Findings, sources);
    }

    /// <summary>The project with its settings, and the code map that they name, read again.</summary>
    public LoadedProject WithSettingsFrom(Func<string, string?> open)
    {
        var texts = new ProjectTexts(Folder, open);
        var settings = SettingsReader.Read(texts.Text(ProjectSettings.FileName) ?? "{}");
        var map = EmisMap(settings, texts);
        var findings = new[] { ProjectSettings.FileName, TerminologyLock.FileName, Compilation.Settings.EmisCodes, settings.EmisCodes }.OfType<string>().Aggregate(FileFindings, (f, path) => f.Remove(path));
        return this with { Compilation = Compilation.WithSettings(settings, Targets.All(map)).WithKnowledge(Knowledge(Sources, settings, texts)), EmisCodes = map, FileFindings = findings.SetItems(texts.Findings) };
    }

    /// <summary>The project with its lock and its release asked for again.</summary>
    public LoadedProject WithKnowledgeFrom(CodeSources sources, Func<string, string?> open)
    {
        var texts = new ProjectTexts(Folder, open);
        var compilation = Compilation.WithKnowledge(Knowledge(sources, Compilation.Settings, texts));
        return this with { Compilation = compilation, FileFindings = FileFindings.Remove(TerminologyLock.FileName).SetItems(texts.Findings), Sources = sources };
    }

    private static CodeKnowledge Knowledge(CodeSources sources, ProjectSettings settings, ProjectTexts texts)
    {
        var text = texts.Text(TerminologyLock.FileName);
        var (pinned, fault) = text is null ? default : LockFile.Read(text);
        if (text is not null && fault is not null) texts.Report(TerminologyLock.FileName, text, fault);
        var release = sources.Release(settings.Terminology);
        return release is null && pinned is null ? CodeKnowledge.None : new CodeKnowledge(release, pinned, sources.IsLockRequired);
    }

    private static EmisCodeMap? EmisMap(ProjectSettings settings, ProjectTexts texts)
    {
        if (settings.EmisCodes is not { } path) return null;
        if (texts.Text(path) is not { } text)
        {
            texts.Report(ProjectSettings.FileName, settings.Text, EmisMapMissing.At(new TextSpan(0, 0), $"There is no EMIS code map {path} in the project.", "Mend \"emisCodes\", or remove it."));
            return null;
        }
        var map = EmisCodeMap.Read(text);
        foreach (var finding in map.Findings) texts.Report(path, text, finding);
        return map;
    }
}
