using System.Collections.Immutable;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What is wrong with a document, and with every document, for an editor that asks.</summary>
internal static class DiagnosticsHandler
{
    public static readonly Feature OfDocument = Feature.Of(
        Requests.DocumentDiagnostic,
        Answer,
        (capabilities, client) => client.PullsDiagnostics
            ? capabilities with { DiagnosticProvider = new DiagnosticOptions { Identifier = "medopt", InterFileDependencies = true, WorkspaceDiagnostics = true } }
            : capabilities,
        RpcError.ServerCancelled(retrigger: true));

    public static readonly Feature OfWorkspace = Feature.Of(Requests.WorkspaceDiagnostic, Answer);

    private static DocumentDiagnosticReport Answer(DocumentDiagnosticParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return new RelatedFullDocumentDiagnosticReport { Items = [] };
        var isKnown = context.Server.Judging.IsKnown(document);
        var findings = (isKnown ? DocumentFindings.Of(document) : DocumentFindings.FirstOf(document)).ToList();
        context.Cancel.ThrowIfCancellationRequested();
        if (!isKnown) context.Server.Judging.AnsweredEarly();
        var id = DocumentFindings.IdOf(findings);
        return id == asked.PreviousResultId
            ? new RelatedUnchangedDocumentDiagnosticReport { ResultId = id }
            : new RelatedFullDocumentDiagnosticReport { ResultId = id, Items = DocumentFindings.Shown(context, document, findings) };
    }

    private static WorkspaceDiagnosticReport Answer(WorkspaceDiagnosticParams asked, RequestContext context)
    {
        var earlier = asked.PreviousResultIds.GroupBy(p => p.Uri, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().Value, StringComparer.Ordinal);
        var reports = ImmutableArray.CreateBuilder<WorkspaceDocumentDiagnosticReport>();
        foreach (var document in WorkspaceDocuments.All(context.Snapshot))
        {
            context.Cancel.ThrowIfCancellationRequested();
            reports.Add(Report(context, document, earlier.GetValueOrDefault(document.Uri)));
            earlier.Remove(document.Uri);
        }
        foreach (var gone in earlier.Keys.Order(StringComparer.Ordinal))
            reports.Add(new WorkspaceFullDocumentDiagnosticReport { Uri = gone, Version = null, Items = [] });
        return new WorkspaceDiagnosticReport { Items = reports.DrainToImmutable() };
    }

    private static WorkspaceDocumentDiagnosticReport Report(RequestContext context, DocumentView document, string? earlier)
    {
        var findings = DocumentFindings.Of(document).ToList();
        var id = DocumentFindings.IdOf(findings);
        return id == earlier
            ? new WorkspaceUnchangedDocumentDiagnosticReport { Uri = document.Uri, Version = document.Version, ResultId = id }
            : new WorkspaceFullDocumentDiagnosticReport { Uri = document.Uri, Version = document.Version, ResultId = id, Items = DocumentFindings.Shown(context, document, findings) };
    }
}
