using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Actions;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;
using PcnMedOpt.Tool.Lsp.Workspace;
using Action = PcnMedOpt.Ide.Actions.CodeAction;
using CodeAction = PcnMedOpt.Tool.Lsp.Protocol.CodeAction;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>
/// Fixes and refactorings. A change is worked out when it is chosen: the action carries where it was asked for and the text that it was asked of, and is
/// looked for again. A refusal is shown with its reason.
/// </summary>
internal static class CodeActionHandler
{
    private const string FixAll = "source.fixAll.medopt";

    /// <summary>Where everything is selected nobody looks through what could be done with each finding.</summary>
    private const int MostFindings = 40;

    public static readonly Feature Offer = Feature.Of(
        Requests.CodeAction,
        Answer,
        (capabilities, client) => !client.TakesCodeActions ? capabilities : capabilities with
        {
            CodeActionProvider = new CodeActionOptions
            {
                CodeActionKinds = [CodeActionKind.QuickFix, CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline, CodeActionKind.RefactorRewrite, new CodeActionKind(FixAll)],
                ResolveProvider = true,
            },
        });

    public static readonly Feature Resolve = Feature.Of(Requests.CodeActionResolve, Answer);

    private static ImmutableArray<CommandOrCodeAction>? Answer(CodeActionParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { Source: not null } document) return null;
        var selection = document.Span(asked.Range);
        return
        [
            .. from action in At(document, selection)
               let kind = KindOf(action.Kind)
               where asked.Context.Only is not { } only || only.Any(o => IsAmong(kind.Value, o.Value))
               where action.Refusal is null || context.Client.ShowsRefusedActions
               select (CommandOrCodeAction)Shown(context, document, selection, asked.Context.Diagnostics, action),
        ];
    }

    private static CodeAction Answer(CodeAction asked, RequestContext context)
    {
        if (asked.Data is not JObject data || data.Value<string>("uri") is not { } uri || context.Document(uri) is not { } document) return asked;
        if (data.Value<string>("text") != ContentHash.Of(document.Text)) throw new RpcException(RpcError.ContentModified);
        var selection = new TextSpan(data.Value<int>("start"), data.Value<int>("length"));
        return At(document, selection).FirstOrDefault(a => a.Title == asked.Title) is { } action ? asked with { Edit = Worked(context, document, action) } : asked;
    }

    private static ImmutableArray<Action> At(DocumentView document, TextSpan selection) => CodeActions.In(
        document.Compilation,
        document.Path,
        selection,
        DocumentFindings.Of(document).Where(f => f.Declaration is not null && f.Span.Start <= selection.End && f.Span.End >= selection.Start).Take(MostFindings));

    private static CodeAction Shown(RequestContext context, DocumentView document, TextSpan selection, ImmutableArray<Diagnostic> diagnostics, Action action)
    {
        var shown = new CodeAction
        {
            Title = action.Title,
            Kind = KindOf(action.Kind),
            IsPreferred = action.IsPreferred ? true : null,
            Disabled = action.Refusal is { } why ? new CodeActionDisabled { Reason = why } : null,
            Diagnostics = action.Mends is { } finding ? [.. diagnostics.Where(d => d.Range == document.Range(finding.Span) && d.Code == finding.Diagnostic.Kind.Slug)] : null,
        };
        if (action.Refusal is not null) return shown;
        if (!context.Client.ResolvesActions) return action.Work() is { Refusal: null, Edit: var edit } ? shown with { Edit = context.Edit(document, edit) } : shown;
        return shown with
        {
            Data = new JObject { ["uri"] = document.Uri, ["text"] = ContentHash.Of(document.Text), ["start"] = selection.Start, ["length"] = selection.Length },
        };
    }

    private static WorkspaceEdit Worked(RequestContext context, DocumentView document, Action action)
    {
        var answer = action.Work();
        return answer.Refusal is null ? context.Edit(document, answer.Edit) : throw new RpcException(RpcError.RequestFailed(answer.Refusal));
    }

    private static CodeActionKind KindOf(ActionKind kind) => kind switch
    {
        ActionKind.QuickFix => CodeActionKind.QuickFix,
        ActionKind.Extract => CodeActionKind.RefactorExtract,
        ActionKind.Inline => CodeActionKind.RefactorInline,
        ActionKind.Rewrite => CodeActionKind.RefactorRewrite,
        _ => new CodeActionKind(FixAll),
    };

    /// <summary>Kinds are parted by dots: refactor asks for refactor.extract too.</summary>
    private static bool IsAmong(string kind, string asked) => asked.Length == 0 || kind == asked || kind.StartsWith(asked + ".", StringComparison.Ordinal);
}
