using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>Keeps the texts of open documents as the editor has them.</summary>
internal static class TextSynchronisation
{
    public static void Listen(Connection connection, LanguageServer server)
    {
        connection.On(Notifications.DidOpenTextDocument, opened =>
        {
            var document = opened.TextDocument;
            server.Progress.While("Reading the project", () => server.Workspace.Open(document.Uri, document.Version, document.Text));
            server.Judging.Changed();
        });
        connection.On(Notifications.DidChangeTextDocument, change =>
        {
            server.Outdate(change.TextDocument.Uri);
            if (!server.Workspace.Change(change.TextDocument.Uri, change.TextDocument.Version, document => change.ContentChanges.Aggregate(document, Apply).Text))
                server.Log.Warn($"{change.TextDocument.Uri} was changed, and is not open.");
            server.Judging.Changed();
        });
        connection.On(Notifications.DidCloseTextDocument, closed =>
        {
            server.Outdate(closed.TextDocument.Uri);
            server.Workspace.Close(closed.TextDocument.Uri);
            server.Judging.Changed();
        });
        connection.On(Notifications.DidSaveTextDocument, _ => { });
    }

    private static OpenDocument Apply(OpenDocument document, TextDocumentContentChangeEvent change) => change switch
    {
        TextDocumentContentChangeEvent.OfTextDocumentContentChangePartial { Value: var part } => document.With(document.Version, TextPositions.Replaced(
            document.Text,
            TextPositions.Offset(document.Text, document.Lines, part.Range.Start.Line, part.Range.Start.Character),
            TextPositions.Offset(document.Text, document.Lines, part.Range.End.Line, part.Range.End.Character),
            part.Text)),
        TextDocumentContentChangeEvent.OfTextDocumentContentChangeWholeDocument { Value: var whole } => document.With(document.Version, whole.Text),
        _ => document,
    };
}
