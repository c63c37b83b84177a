using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Tool.Lsp.Workspace;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>The files that the server will read because of a message: those of the projects that come into view, and those that changed.</summary>
internal sealed class RecordedFiles(DateOnly today)
{
    private readonly HashSet<string> projects = new(StringComparer.Ordinal);

    /// <summary>The URI and the text of each file; null for one that is gone.</summary>
    public IEnumerable<(string Uri, string? Text)> NamedBy(JToken message)
    {
        var parameters = message is JObject ? message["params"] : null;
        return (message is JObject ? (message["method"] as JValue)?.Value as string : null) switch
        {
            "initialize" => Uris(parameters?["workspaceFolders"]).Append((parameters?["rootUri"] as JValue)?.Value as string).SelectMany(Projects),
            "workspace/didChangeWorkspaceFolders" => Uris(parameters?["event"]?["added"]).SelectMany(Projects),
            "textDocument/didOpen" => Projects((parameters?["textDocument"]?["uri"] as JValue)?.Value as string),
            "workspace/didChangeWatchedFiles" => Uris(parameters?["changes"]).Where(IsRead).Select(uri => (uri, TextOf(uri))),
            _ => [],
        };
    }

    private static IEnumerable<string> Uris(JToken? list) => list is JArray items ? items.OfType<JObject>().Select(i => (i["uri"] as JValue)?.Value as string).OfType<string>() : [];

    private static bool IsRead(string uri) => uri.EndsWith(".medopt", StringComparison.Ordinal) || uri.EndsWith(".csv", StringComparison.Ordinal) || uri.EndsWith(".json", StringComparison.Ordinal);

    private static string? TextOf(string uri) => FileUri.PathOf(uri) is { } path && File.Exists(path) ? Utf8Text.Read(File.ReadAllBytes(path)).Text : null;

    private IEnumerable<(string, string?)> Projects(string? uri)
    {
        if (uri is null || FileUri.PathOf(uri) is not { } path) return [];
        var roots = ProjectFinder.Below(path).Append(ProjectFinder.Above(path)).OfType<string>().ToList();
        if (roots.Count == 0 && Directory.Exists(path)) roots.Add(path);
        return roots.Where(projects.Add).SelectMany(Files).ToList();
    }

    private IReadOnlyList<(string, string?)> Files(string root)
    {
        try
        {
            return [.. FilesOf(root)];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private IEnumerable<(string, string?)> FilesOf(string root)
    {
        var folder = new ProjectFolder(root);
        var compilation = LoadedProject.Load(folder, today).Compilation;
        return compilation.Files.Keys.Concat(compilation.Lists.Keys).Append(ProjectSettings.FileName).Append(compilation.Settings.EmisCodes).OfType<string>()
            .Order(StringComparer.Ordinal).Select(folder.Full).Where(File.Exists).Select(full => (FileUri.Of(full), (string?)Utf8Text.Read(File.ReadAllBytes(full)).Text));
    }
}
