using System.Collections.Concurrent;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>
/// Looks at whole projects beside the editor's requests: when one is looked at for the first time, and after every change for an editor that does
/// not ask for findings. An editor that asks is told when to ask again.
/// </summary>
internal sealed class Judging(LanguageServer server, Connection connection)
{
    private readonly ConcurrentDictionary<string, bool> judged = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> published = new(StringComparer.Ordinal);
    private int waiting;
    private int working;
    private volatile bool isRefreshWanted;

    /// <summary>The project has been looked at before, so that looking again costs little.</summary>
    public bool IsKnown(DocumentView document) => document.Compilation.IsJudged || document.Project is not { } project || judged.ContainsKey(project.Folder.Root);

    /// <summary>Something changed.</summary>
    /// <param name="isOutside">It changed outside the editor, which therefore does not know that findings may have.</param>
    public void Changed(bool isOutside = false)
    {
        if (isOutside) isRefreshWanted = true;
        if (isOutside || !server.Client.PullsDiagnostics) Wake();
    }

    /// <summary>An answer was given before the whole project was looked at: that is made up for, and the editor told to ask again.</summary>
    public void AnsweredEarly()
    {
        isRefreshWanted = true;
        Wake();
    }

    private void Wake()
    {
        Interlocked.Exchange(ref waiting, 1);
        if (Interlocked.CompareExchange(ref working, 1, 0) == 0) _ = Task.Run(Work);
    }

    private void Work()
    {
        try
        {
            while (Interlocked.Exchange(ref waiting, 0) == 1) Judge(server.Workspace.Current);
        }
        catch (Exception error)
        {
            server.Log.Fault("Looking at the project failed.", error);
        }
        finally
        {
            Interlocked.Exchange(ref working, 0);
        }
        if (Volatile.Read(ref waiting) == 1) Wake();
    }

    private void Judge(Snapshot snapshot)
    {
        var context = new RequestContext(server, snapshot, CancellationToken.None);
        foreach (var project in snapshot.Projects)
        {
            var isFirst = !judged.ContainsKey(project.Folder.Root);
            if (isFirst) server.Progress.While("Checking the project", () => project.Compilation.Judge());
            judged[project.Folder.Root] = true;
        }
        if (!server.Client.PullsDiagnostics) Publish(context);
        else if (isRefreshWanted)
        {
            isRefreshWanted = false;
            Refresh();
        }
    }

    private void Refresh()
    {
        if (server.Client.RefreshesDiagnostics) _ = connection.Ask(Requests.DiagnosticRefresh, null);
        if (server.Client.RefreshesInlayHints) _ = connection.Ask(Requests.InlayHintRefresh, null);
        if (server.Client.RefreshesCodeLenses) _ = connection.Ask(Requests.CodeLensRefresh, null);
        if (server.Client.RefreshesSemanticTokens) _ = connection.Ask(Requests.SemanticTokensRefresh, null);
    }

    /// <summary>Sends the findings of every document that has some, or had some, where they differ from what was sent.</summary>
    private void Publish(RequestContext context)
    {
        var documents = WorkspaceDocuments.All(context.Snapshot).ToList();
        var seen = documents.Select(d => d.Uri).ToHashSet(StringComparer.Ordinal);
        foreach (var gone in published.Keys.Where(uri => !seen.Contains(uri)).ToList())
        {
            published.Remove(gone);
            Send(new PublishDiagnosticsParams { Uri = gone, Diagnostics = [] });
        }
        foreach (var document in documents)
        {
            var findings = DocumentFindings.Of(document).ToList();
            var id = findings.Count == 0 ? "" : DocumentFindings.IdOf(findings);
            if (published.GetValueOrDefault(document.Uri, "") == id) continue;
            published[document.Uri] = id;
            Send(new PublishDiagnosticsParams { Uri = document.Uri, Version = document.Version, Diagnostics = DocumentFindings.Shown(context, document, findings) });
        }
    }

    private void Send(PublishDiagnosticsParams parameters) => connection.Notify(Notifications.PublishDiagnostics, parameters);
}
