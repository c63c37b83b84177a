using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp.Releases;

/// <summary>Has the open projects ask the releases that there are now. It runs beside the editor's requests.</summary>
internal sealed class ReleaseUse(LanguageServer server, Connection connection)
{
    /// <summary>Told to the editor when another release is used, or none; it asks <c>medopt/releases</c> then.</summary>
    private static readonly Notification<JObject> Changed = new("medopt/releaseChanged", Direction.ServerToClient, token => token as JObject ?? [], (writer, told) => told.WriteTo(writer));

    /// <summary>Opens and checks what the projects need, and only then lets them use it, so that no edit waits for it.</summary>
    public void Begin()
    {
        try
        {
            var sources = server.Releases.Sources;
            foreach (var name in server.Workspace.Current.Projects.Select(p => p.Compilation.Settings.Terminology).Append(null).Distinct()) sources.Release(name);
            server.Workspace.Use(sources);
            server.Judging.Changed(isOutside: true);
            connection.Notify(Changed, []);
        }
        catch (Exception error)
        {
            server.Log.Fault("The terminology release could not be used.", error);
        }
    }
}
