using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>A project as the editor has it: read from the disk, with the texts of open documents in place of those of their files.</summary>
/// <param name="Loaded">The project.</param>
/// <param name="HasSettings">It has a medopt.json; else it is a folder of sources that is looked at as if it had an empty one.</param>
public sealed record EditorProject(LoadedProject Loaded, bool HasSettings)
{
    public ProjectFolder Folder => Loaded.Folder;

    public Compilation Compilation => Loaded.Compilation;

    /// <summary>The project with what a file holds now, or without it when there is none.</summary>
    /// <param name="path">The file, in the project.</param>
    /// <param name="open">The texts of open documents.</param>
    public EditorProject WithFileAsItIs(string path, Func<string, string?> open)
    {
        if (path == ProjectSettings.FileName || path == Compilation.Settings.EmisCodes) return this with { Loaded = Loaded.WithSettingsFrom(open) };
        if (path == TerminologyLock.FileName) return this with { Loaded = Loaded.WithKnowledgeFrom(Loaded.Sources, open) };
        var isSource = ProjectFolder.IsSource(path);
        if (!isSource && !Compilation.Lists.ContainsKey(path)) return this;
        var texts = new ProjectTexts(Folder, open);
        var text = texts.Text(path);
        var compilation = !isSource ? Compilation.WithLists(Compilation.Lists.SetItem(path, text))
            : text is null ? Compilation.WithoutFile(path)
            : Compilation.WithFile(path, text);
        var sameLists = ListsNamedIn(Compilation, path).SetEquals(ListsNamedIn(compilation, path));
        return With(sameLists ? compilation : WithWanted(compilation, texts), Loaded.FileFindings.Remove(path).SetItems(texts.Findings));
    }

    /// <summary>It knows sources or code lists in a folder.</summary>
    public bool HasFilesIn(string path) => FilesIn(path, Compilation.Files.Keys.Concat(Compilation.Lists.Keys)).Any();

    /// <summary>The project without the files of a folder that is gone.</summary>
    public EditorProject WithoutFolder(string path)
    {
        var gone = FilesIn(path, Compilation.Files.Keys).ToList();
        var lists = FilesIn(path, Compilation.Lists.Keys).ToList();
        var compilation = gone.Aggregate(Compilation, (c, file) => c.WithoutFile(file));
        if (lists.Count > 0) compilation = compilation.WithLists(lists.Aggregate(compilation.Lists, (l, file) => l.SetItem(file, null)));
        return With(WithWanted(compilation, new ProjectTexts(Folder, static _ => null)), Loaded.FileFindings.RemoveRange(gone.Concat(lists)));
    }

    private static IEnumerable<string> FilesIn(string folder, IEnumerable<string> paths) => paths.Where(p => p.StartsWith(folder + "/", StringComparison.Ordinal));

    private EditorProject With(Compilation compilation, ImmutableDictionary<string, ImmutableArray<LocatedDiagnostic>> findings)
    {
        var forgotten = Compilation.Lists.Keys.Where(p => !compilation.Lists.ContainsKey(p));
        return this with { Loaded = Loaded with { Compilation = compilation, FileFindings = findings.RemoveRange(forgotten) } };
    }

    private static HashSet<string> ListsNamedIn(Compilation compilation, string path) =>
        compilation.Files.TryGetValue(path, out var file) ? [.. file.Declarations.SelectMany(d => d.Facts.Codes?.Lists ?? []).Select(l => l.Path)] : [];

    /// <summary>Reads the lists that files have come to name, and forgets those that none names any more.</summary>
    private static Compilation WithWanted(Compilation compilation, ProjectTexts texts)
    {
        var wanted = compilation.Wanted.ToHashSet(StringComparer.Ordinal);
        var kept = compilation.Lists.RemoveRange(compilation.Lists.Keys.Where(p => !wanted.Contains(p)));
        return compilation.WithLists(wanted.Where(p => !kept.ContainsKey(p)).Aggregate(kept, (lists, p) => lists.SetItem(p, texts.Text(p))));
    }
}
