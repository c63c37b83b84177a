using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>What a request is answered from: all that was known when it came, what the editor can do, and whether the answer is still wanted.</summary>
internal sealed record RequestContext(LanguageServer Server, Snapshot Snapshot, CancellationToken Cancel)
{
    public ClientFeatures Client => Server.Client;

    /// <summary>The document in its project; null for one that is neither open nor in a project.</summary>
    public DocumentView? Document(string uri) => Snapshot.View(uri);
}
