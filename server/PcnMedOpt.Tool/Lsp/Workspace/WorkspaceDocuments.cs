using PcnMedOpt.Core;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>The documents of a workspace: every file of its projects in which something can be found, each once, and open documents that are in none.</summary>
internal static class WorkspaceDocuments
{
    public static IEnumerable<DocumentView> All(Snapshot snapshot) => snapshot.Projects
        .SelectMany(project => Paths(project).Where(path => snapshot.OwnerOf(project.Folder.Full(path)) == project).Select(path => snapshot.View(project, path)))
        .Concat(snapshot.Documents.Values.Where(d => d.Alone is not null).Select(d => snapshot.View(d.Uri)))
        .OfType<DocumentView>().DistinctBy(d => d.Uri, StringComparer.Ordinal);

    private static IEnumerable<string> Paths(EditorProject project)
    {
        var lists = project.Compilation.Lists.Where(l => l.Value is not null).Select(l => l.Key);
        string[] settings = project.HasSettings ? [ProjectSettings.FileName] : [];
        return project.Compilation.Files.Keys.Concat(lists).Concat(settings).Concat(project.Loaded.FileFindings.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}
