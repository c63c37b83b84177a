using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>
/// Keeps the current snapshot. What the editor tells comes from one thread, in the order of its messages, and another release from any; one
/// changes it at a time. Anyone may take the current snapshot at any time.
/// </summary>
/// <param name="today">The day on which projects are looked at; asked again at every change, because a server may run over midnight.</param>
/// <param name="say">Tells the user something about a project or file that cannot be shown at a place in a text.</param>
/// <param name="sources">Where projects are told about their codes, beside their locks.</param>
public sealed class EditorWorkspace(Func<DateOnly> today, Action<string> say, CodeSources sources)
{
    private readonly Lock gate = new();
    private CodeSources sources = sources;

    private volatile Snapshot current = new([], [], ImmutableDictionary<string, OpenDocument>.Empty, today());

    public Snapshot Current => current;

    public void Start(IEnumerable<string> folders)
    {
        using var _ = gate.EnterScope();
        ImmutableArray<string> all = [.. folders.Distinct(StringComparer.Ordinal)];
        Set(all, ProjectsIn(all), current.Documents);
    }

    public void ChangeFolders(IEnumerable<string> added, IEnumerable<string> removed)
    {
        using var _ = gate.EnterScope();
        var gone = removed.ToHashSet(StringComparer.Ordinal);
        Start(current.Folders.Where(f => !gone.Contains(f)).Concat(added));
        foreach (var path in current.Documents.Values.Select(d => d.Path).OfType<string>()) AddProjectOf(path);
    }

    public void Open(string uri, int version, string text)
    {
        using var _ = gate.EnterScope();
        var path = FileUri.PathOf(uri);
        if (path is not null) AddProjectOf(path);
        var isAlone = path is null || (path.EndsWith(".medopt", StringComparison.Ordinal) && current.OwnerOf(path) is null);
        var document = new OpenDocument(uri, path, version, text) { Alone = isAlone ? SourceFile.From(NameOf(uri), text) : null };
        if (isAlone && path is not null) say($"{path} is in no project: there is no {ProjectSettings.FileName} in its folder or above, and names of other files are not known in it.");
        Set(current.Folders, current.Projects, current.Documents.SetItem(uri, document));
        if (path is not null) Reread(path);
    }

    /// <summary>Changes an open document. The changes are in order; each is a stretch of the text as the ones before left it, or all of it.</summary>
    /// <returns>False for a document that is not open.</returns>
    public bool Change(string uri, int version, Func<OpenDocument, string> apply)
    {
        using var _ = gate.EnterScope();
        if (!current.Documents.TryGetValue(uri, out var document)) return false;
        Set(current.Folders, current.Projects, current.Documents.SetItem(uri, document.With(version, apply(document))));
        if (document.Path is not null) Reread(document.Path);
        return true;
    }

    public void Close(string uri)
    {
        using var _ = gate.EnterScope();
        if (!current.Documents.TryGetValue(uri, out var document)) return;
        Set(current.Folders, current.Projects, current.Documents.Remove(uri));
        if (document.Path is not null) Reread(document.Path);
    }

    /// <summary>Files or folders that were made, changed or deleted on the disk.</summary>
    public void ChangedOnDisk(IEnumerable<string> paths)
    {
        using var _ = gate.EnterScope();
        var changed = paths.ToList();
        if (changed.Any(ChangesProjects))
        {
            Set(current.Folders, ProjectsIn(current.Folders), current.Documents);
            foreach (var path in current.Documents.Values.Select(d => d.Path).OfType<string>()) AddProjectOf(path);
            return;
        }
        foreach (var path in changed) Reread(path);
    }

    /// <summary>A medopt.json came or went, or a folder with one did.</summary>
    private bool ChangesProjects(string path) => Path.GetFileName(path) == ProjectSettings.FileName
        ? File.Exists(path) != current.Projects.Any(p => p.HasSettings && p.Folder.Root == Path.GetDirectoryName(path))
        : current.Projects.Any(p => !Directory.Exists(p.Folder.Root));

    /// <summary>Another release is at hand, or none: every project asks it.</summary>
    public void Use(CodeSources now)
    {
        using var _ = gate.EnterScope();
        sources = now;
        Set(current.Folders, [.. current.Projects.Select(p => p with { Loaded = p.Loaded.WithKnowledgeFrom(now, path => current.Open(p.Folder, path)) })], current.Documents);
    }

    private void Reread(string fullPath)
    {
        var isFolder = Directory.Exists(fullPath);
        ImmutableArray<EditorProject> projects =
        [
            .. current.Projects.Select(project => project.Folder.PathOf(fullPath) is not { } path || isFolder ? project
                : !File.Exists(fullPath) && project.HasFilesIn(path) ? project.WithoutFolder(path)
                : project.WithFileAsItIs(path, p => current.Open(project.Folder, p))),
        ];
        Set(current.Folders, projects, current.Documents);
    }

    /// <summary>Loads the project of a file that is opened and lies in none that is known.</summary>
    private void AddProjectOf(string path)
    {
        if (ProjectFinder.Above(Path.GetDirectoryName(path) ?? path) is not { } root || current.Projects.Any(p => p.Folder.Root == root)) return;
        if (Load(root, true) is { } project) Set(current.Folders, current.Projects.Add(project), current.Documents);
    }

    /// <summary>The projects below folders, and the one that a folder lies in; a folder with sources and without any is looked at as a project.</summary>
    private ImmutableArray<EditorProject> ProjectsIn(ImmutableArray<string> folders)
    {
        var found = new SortedDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var folder in folders)
        {
            var below = ProjectFinder.Below(folder).ToList();
            if (ProjectFinder.Above(folder) is { } above) below.Add(above);
            foreach (var root in below) found[root] = true;
            if (below.Count == 0 && Directory.Exists(folder) && new ProjectFolder(folder).Sources().Any()) found[folder] = false;
        }
        return [.. found.Select(f => Load(f.Key, f.Value)).OfType<EditorProject>()];
    }

    private EditorProject? Load(string root, bool hasSettings)
    {
        var folder = new ProjectFolder(root);
        try
        {
            if (!hasSettings) say($"{root} has no {ProjectSettings.FileName}: its sources are looked at as one project with no settings.");
            return new EditorProject(LoadedProject.Read(folder, today(), path => current.Open(folder, path), sources), hasSettings);
        }
        catch (Exception error) when (error.GetBaseException() is IOException or UnauthorizedAccessException)
        {
            say($"The project {root} cannot be read: {error.GetBaseException().Message}");
            return null;
        }
    }

    private void Set(ImmutableArray<string> folders, ImmutableArray<EditorProject> projects, ImmutableDictionary<string, OpenDocument> documents)
    {
        var day = today();
        current = new Snapshot(folders, [.. projects.Select(p => p.Compilation.Today == day ? p : p with { Loaded = p.Loaded with { Compilation = p.Compilation.WithToday(day) } })], documents, day);
    }

    /// <summary>The name under which a document that is in no project is looked at.</summary>
    private static string NameOf(string uri)
    {
        var name = Path.GetFileName(FileUri.PathOf(uri) ?? uri[(uri.LastIndexOfAny(['/', ':']) + 1)..]);
        return name.EndsWith(".medopt", StringComparison.Ordinal) ? name : (name.Length == 0 ? "untitled" : name) + ".medopt";
    }
}
