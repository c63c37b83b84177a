using System.Collections.Concurrent;
using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>All that the server knows at one moment. It never changes: a request that holds one sees no half of an edit.</summary>
public sealed class Snapshot(
    ImmutableArray<string> folders, ImmutableArray<EditorProject> projects, ImmutableDictionary<string, OpenDocument> documents, DateOnly today)
{
    private readonly ConcurrentDictionary<string, DocumentView?> views = new(StringComparer.Ordinal);
    private readonly ImmutableDictionary<string, OpenDocument> byPath =
        documents.Values.Where(d => d.Path is not null).GroupBy(d => d.Path ?? "", StringComparer.Ordinal).ToImmutableDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);

    /// <summary>The folders of the workspace, as paths.</summary>
    public ImmutableArray<string> Folders => folders;

    public ImmutableArray<EditorProject> Projects => projects;

    public DateOnly Today => today;

    /// <summary>The open documents by their URIs.</summary>
    public ImmutableDictionary<string, OpenDocument> Documents => documents;

    /// <summary>A document in its project; null for one that is neither open nor in a project.</summary>
    public DocumentView? View(string uri) => views.GetOrAdd(uri, Make);

    /// <summary>A file of a project as a document.</summary>
    public DocumentView? View(EditorProject project, string path)
    {
        var uri = UriOf(project, path);
        var file = project.Compilation.Files.GetValueOrDefault(path);
        var text = file?.Text
            ?? (path == ProjectSettings.FileName ? project.Compilation.Settings.Text : project.Compilation.Lists.GetValueOrDefault(path) ?? Open(project.Folder, path));
        return text is null ? null : new DocumentView(uri, project.Compilation, path, text, file?.Lines ?? new LineMap(text))
        {
            Project = project,
            Version = documents.GetValueOrDefault(uri)?.Version,
        };
    }

    /// <summary>The URI of a file of a project: as the editor writes it where it is open.</summary>
    public string UriOf(EditorProject? project, string path)
    {
        if (project is null) return path;
        var full = project.Folder.Full(path);
        return byPath.TryGetValue(full, out var document) ? document.Uri : FileUri.Of(full);
    }

    /// <summary>The project that a file belongs to: the innermost that it lies in.</summary>
    public EditorProject? OwnerOf(string fullPath) =>
        projects.Where(p => p.Folder.PathOf(fullPath) is { } path && (!fullPath.EndsWith(".medopt", StringComparison.Ordinal) || ProjectFolder.IsSource(path)))
            .MaxBy(p => p.Folder.Root.Length);

    /// <summary>The text of a file that is open.</summary>
    internal string? Open(ProjectFolder folder, string path) => byPath.GetValueOrDefault(folder.Full(path))?.Text;

    private DocumentView? Make(string uri)
    {
        var document = documents.GetValueOrDefault(uri);
        if ((document?.Path ?? FileUri.PathOf(uri)) is { } full && OwnerOf(full) is { } owner && owner.Folder.PathOf(full) is { } path)
            return View(owner, path) is { } inProject ? inProject with { Uri = uri, Version = document?.Version } : null;
        if (document?.Alone is not { } alone) return null;
        var guest = document.Path is null && projects is [var host] && !host.Compilation.Files.ContainsKey(alone.Path) ? host : null;
        var compilation = (guest?.Compilation ?? Compilation.Of([], ProjectSettings.None, today, targets: Emit.Targets.All(null))).WithFile(alone);
        return new DocumentView(uri, compilation, alone.Path, document.Text, document.Lines) { Version = document.Version, Project = guest is null ? null : guest with { Loaded = guest.Loaded with { Compilation = compilation } } };
    }
}
