using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Ide.Renaming;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>Before files are renamed in the editor: the paths in the project that name them.</summary>
internal static class FileRenameHandler
{
    public static readonly Feature WillRename = Feature.Of(
        Requests.WillRenameFiles,
        Answer,
        (capabilities, _) => capabilities with { Workspace = (capabilities.Workspace ?? new WorkspaceOptions()) with { FileOperations = new FileOperationOptions { WillRename = Watched } } });

    /// <summary>Any file may be a list; a folder may hold one.</summary>
    private static FileOperationRegistrationOptions Watched => new()
    {
        Filters = [new FileOperationFilter { Scheme = "file", Pattern = new FileOperationPattern { Glob = "**" } }],
    };

    private static WorkspaceEdit? Answer(RenameFilesParams asked, RequestContext context)
    {
        var moved = asked.Files.Select(f => (From: FileUri.PathOf(f.OldUri), To: FileUri.PathOf(f.NewUri))).ToList();
        WorkspaceEdit? all = null;
        foreach (var project in context.Snapshot.Projects)
        {
            var moves = moved.Select(m => Move(project, m.From, m.To)).OfType<FileMove>().ToList();
            var answer = FileRenames.Of(project.Compilation, moves);
            foreach (var refusal in answer.Refusals) context.Server.Log.Warn(refusal);
            var paths = answer.Edit.Edits.Select(e => e.Path).Distinct();
            if (paths.Select(p => context.Snapshot.View(project, p)).FirstOrDefault(v => v is not null) is { } document) all = Joined(all, context.Edit(document, answer.Edit));
        }
        return all;
    }

    /// <summary>A file of the project. One that lies in the project keeps its place there only when it stays inside.</summary>
    private static FileMove? Move(EditorProject project, string? from, string? to) =>
        from is not null && project.Folder.PathOf(from) is { } path && path != ProjectSettings.FileName ? new FileMove(path, to is null ? null : project.Folder.PathOf(to)) : null;

    private static WorkspaceEdit Joined(WorkspaceEdit? all, WorkspaceEdit next) => all is null ? next : all with
    {
        Changes = all.Changes is { } changes ? changes.AddRange(next.Changes ?? ImmutableSortedDictionary<string, ImmutableArray<TextEdit>>.Empty) : null,
        DocumentChanges = all.DocumentChanges is { } documents ? [.. documents, .. next.DocumentChanges ?? []] : null,
    };
}
