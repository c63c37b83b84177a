using PcnMedOpt.Ide.Renaming;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>Renames over the whole project. A refusal is an answer with its reason, which the editor shows.</summary>
internal static class RenameHandler
{
    public static readonly Feature Prepare = Feature.Of(Requests.PrepareRename, Answer);

    public static readonly Feature Rename = Feature.Of(
        Requests.Rename,
        Answer,
        (capabilities, client) => capabilities with { RenameProvider = client.PreparesRenames ? new RenameOptions { PrepareProvider = true } : true });

    private static PrepareRenameResult? Answer(PrepareRenameParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return null;
        var start = Renames.Prepare(document.Compilation, document.Path, document.Offset(asked.Position));
        return start.Place is { } place ? new PrepareRenamePlaceholder { Range = document.Range(place.Span), Placeholder = start.Placeholder } : throw Refused(start.Refusal);
    }

    private static WorkspaceEdit? Answer(RenameParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return null;
        var answer = Renames.Rename(document.Compilation, document.Path, document.Offset(asked.Position), asked.NewName);
        return answer.Refusal is null ? context.Edit(document, answer.Edit) : throw Refused(answer.Refusal);
    }

    private static RpcException Refused(string? why) => new(RpcError.RequestFailed(why ?? "This cannot be renamed."));
}
