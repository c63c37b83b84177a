using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>Files that change outside the editor, and folders that come and go. The editor watches the disk.</summary>
internal static class FileWatching
{
    /// <summary>Sources, code lists, settings and the lock, templates; folders are told of by their deletion alone.</summary>
    private const string Files = "**/*.{medopt,csv,json,lock,hbs}";

    /// <summary>Kinds of a change: 1 made, 2 changed, 4 deleted.</summary>
    private const int Deleted = 4;

    public static void Listen(Connection connection, LanguageServer server)
    {
        connection.On(Notifications.DidChangeWatchedFiles, changed =>
        {
            var paths = changed.Changes.Select(c => FileUri.PathOf(c.Uri)).OfType<string>().ToList();
            server.Progress.While("Reading what has changed", () => server.Workspace.ChangedOnDisk(paths));
            server.Judging.Changed(isOutside: true);
        });
        connection.On(Notifications.DidChangeWorkspaceFolders, changed =>
        {
            server.Progress.While("Reading the project", () => server.Workspace.ChangeFolders(Paths(changed.Event.Added), Paths(changed.Event.Removed)));
            server.Judging.Changed(isOutside: true);
        });
    }

    public static void Register(Connection connection, ClientFeatures client)
    {
        if (!client.WatchesFiles) return;
        var watchers = new JArray(new JObject { ["globPattern"] = Files }, new JObject { ["globPattern"] = "**/*", ["kind"] = Deleted });
        var registration = new Registration { Id = "watch", Method = Notifications.DidChangeWatchedFiles.Method, RegisterOptions = new JObject { ["watchers"] = watchers } };
        _ = connection.Ask(Requests.Registration, new RegistrationParams { Registrations = [registration] });
    }

    private static IEnumerable<string> Paths(ImmutableArray<WorkspaceFolder> folders) => folders.Select(f => FileUri.PathOf(f.Uri)).OfType<string>();
}
