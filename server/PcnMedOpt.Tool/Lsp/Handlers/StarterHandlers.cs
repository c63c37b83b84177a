using Newtonsoft.Json.Linq;
using PcnMedOpt.Ide.Naming;
using PcnMedOpt.Ide.Starting;
using PcnMedOpt.Tool.Lsp.Workspace;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>Protocols to begin from: which a folder offers, and what one of them puts into a project. The editor writes the files.</summary>
internal static class StarterHandlers
{
    public static readonly Feature Offered = Feature.Own("medopt/starterProtocols", Offer);

    public static readonly Feature Chosen = Feature.Own("medopt/newProtocol", Bring);

    private static JObject NoFolder => OwnAnswers.Error("There is no folder of protocols to begin from.");

    private static JObject Offer(JObject asked, RequestContext context)
    {
        if (PackOf(asked, context) is not { } pack) return NoFolder;
        return new JObject
        {
            ["protocols"] = new JArray(StarterProtocols.Of(pack, ProjectOf(asked, context)?.Compilation).Select(p => new JObject
            {
                ["name"] = p.Name,
                ["title"] = p.Title,
                ["description"] = p.Description,
                ["path"] = p.Path,
                ["version"] = p.Version,
                ["status"] = p.Status.ToString().ToLowerInvariant(),
                ["holds"] = OwnAnswers.List(p.Holds),
                ["needs"] = OwnAnswers.List(p.Needs),
                ["examples"] = p.Examples,
                ["inProject"] = p.InProject.ToString().ToLowerInvariant(),
            })),
        };
    }

    private static JObject Bring(JObject asked, RequestContext context)
    {
        if (ProjectOf(asked, context) is not { } project) return OwnAnswers.Error("There is no such project: open its folder first.");
        var texts = new ProjectTexts(project.Folder, path => context.Snapshot.Open(project.Folder, path));
        Brought brought;
        if (OwnAnswers.Text(asked["protocol"]) is not { } protocol) brought = Blank(asked, project, texts);
        else if (PackOf(asked, context) is { } pack) brought = NewProtocol.Of(pack, protocol, OwnAnswers.Flag(asked["examples"]) ?? false, project.Compilation, texts.Text);
        else return NoFolder;
        return brought.Error is { } error ? OwnAnswers.Error(error) : new JObject
        {
            ["files"] = new JArray(brought.Files.Select(f => File(context, project, f, texts))),
            ["open"] = context.Snapshot.UriOf(project, brought.Open ?? ""),
            ["notes"] = OwnAnswers.List(brought.Notes),
        };
    }

    private static Brought Blank(JObject asked, EditorProject project, ProjectTexts texts)
    {
        var title = OwnAnswers.Text(asked["title"]) ?? "";
        return BlankProtocol.Of(project.Compilation, OwnAnswers.Text(asked["name"]) ?? NewNames.For(project.Compilation, title, "protocol"), title, texts.Text);
    }

    /// <summary>A new file has no position; text for one that is there has that at which it is put in.</summary>
    private static JObject File(RequestContext context, EditorProject project, BroughtFile file, ProjectTexts texts) => new()
    {
        ["uri"] = context.Snapshot.UriOf(project, file.Path),
        ["path"] = file.Path,
        ["text"] = file.Text,
        ["at"] = file.At is { } at ? OwnAnswers.Position(texts.Text(file.Path) ?? "", at) : null,
    };

    private static StarterPack? PackOf(JObject asked, RequestContext context) =>
        FileUri.PathOf(OwnAnswers.Text(asked["folder"]) ?? "") is { } folder ? StarterFolder.Read(folder, context.Snapshot.Today) : null;

    /// <summary>The project that is open in the folder, or that the folder holds: it may have been made just now.</summary>
    private static EditorProject? ProjectOf(JObject asked, RequestContext context)
    {
        if (FileUri.PathOf(OwnAnswers.Text(asked["project"]) ?? "") is not { } path) return null;
        var folder = new ProjectFolder(Path.TrimEndingDirectorySeparator(path));
        if (context.Snapshot.Projects.FirstOrDefault(p => Path.TrimEndingDirectorySeparator(p.Folder.Root) == folder.Root) is { } open) return open;
        return System.IO.File.Exists(folder.Full(Core.ProjectSettings.FileName)) ? new EditorProject(LoadedProject.Load(folder, context.Snapshot.Today), true) : null;
    }
}
