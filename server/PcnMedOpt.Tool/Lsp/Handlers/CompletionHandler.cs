using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Ide.Completion;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using CompletionItem = PcnMedOpt.Tool.Lsp.Protocol.CompletionItem;
using CompletionList = PcnMedOpt.Tool.Lsp.Protocol.CompletionList;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What can be written at a place, and more about one suggestion. The keystroke that asked is an edit itself, so that the answer outlives edits.</summary>
internal static class CompletionHandler
{
    /// <summary>Behind these something particular follows; behind a blank only where the sentence is not at its end.</summary>
    private static readonly ImmutableArray<string> Triggers = ["\"", "{", ".", "[", "|", "<", " "];

    public static readonly Feature OfDocument = Feature.Of(
        Requests.Completion,
        Answer,
        (capabilities, client) => capabilities with
        {
            CompletionProvider = new CompletionOptions
            {
                TriggerCharacters = Triggers,
                ResolveProvider = true,
                CompletionItem = client.TakesLabelDetails ? new ServerCompletionItemOptions { LabelDetailsSupport = true } : null,
            },
        }) with
    { OutlivesEdits = true };

    public static readonly Feature OfItem = Feature.Of(Requests.CompletionResolve, Resolved);

    private static CompletionItemsOrCompletionList? Answer(CompletionParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return null;
        var offset = document.Offset(asked.Position);
        var found = asked.Context?.TriggerCharacter == " "
            ? Completions.AfterBlank(document.Compilation, document.Path, offset)
            : Completions.At(document.Compilation, document.Path, offset);
        return new CompletionList { IsIncomplete = found.IsIncomplete, Items = [.. found.Items.Select(i => Shown(i, document, context.Client))] };
    }

    private static CompletionItem Shown(Ide.Completion.CompletionItem item, DocumentView document, ClientFeatures client)
    {
        var isSnippet = item.IsSnippet && client.TakesSnippets;
        return new CompletionItem
        {
            Label = item.Label,
            LabelDetails = client.TakesLabelDetails && item.Beside.Length > 0 ? new CompletionItemLabelDetails { Description = item.Beside } : null,
            Kind = KindOf(item.Kind),
            Tags = item.IsDeprecated ? [CompletionItemTag.Deprecated] : null,
            Detail = item.Detail.Length > 0 ? item.Detail : null,
            SortText = item.SortText,
            FilterText = item.FilterText == item.Label ? null : item.FilterText,
            InsertTextFormat = isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
            TextEdit = document.Edit(item.Replaces, item.IsSnippet && !isSnippet ? Snippet.Plain(item.Insert) : item.Insert),
            CommitCharacters = item.CommitCharacters.IsEmpty ? null : item.CommitCharacters,
            Data = item.Key is null ? null : new JObject { ["uri"] = document.Uri, ["key"] = item.Key },
        };
    }

    private static CompletionItem Resolved(CompletionItem item, RequestContext context) =>
        item.Data is JObject data && (string?)data["uri"] is { } uri && (string?)data["key"] is { } key
        && context.Document(uri) is { } document && Completions.Documentation(document.Compilation, key) is { } text
            ? item with { Documentation = Wire.Markdown(text) }
            : item;

    private static CompletionItemKind KindOf(CompletionKind kind) => kind switch
    {
        CompletionKind.Keyword => CompletionItemKind.Keyword,
        CompletionKind.Declaration or CompletionKind.Clause or CompletionKind.Condition or CompletionKind.Window => CompletionItemKind.Snippet,
        CompletionKind.CodeSet => CompletionItemKind.Enum,
        CompletionKind.Cohort => CompletionItemKind.Class,
        CompletionKind.Measure => CompletionItemKind.Function,
        CompletionKind.Template or CompletionKind.Register or CompletionKind.Checklist => CompletionItemKind.Struct,
        CompletionKind.Procedure or CompletionKind.Workflow => CompletionItemKind.Module,
        CompletionKind.Letter => CompletionItemKind.Interface,
        CompletionKind.Parameter or CompletionKind.Placeholder => CompletionItemKind.Variable,
        CompletionKind.Code => CompletionItemKind.EnumMember,
        CompletionKind.Unit => CompletionItemKind.Unit,
        CompletionKind.Evidence => CompletionItemKind.Reference,
        CompletionKind.File => CompletionItemKind.File,
        CompletionKind.Column or CompletionKind.Part => CompletionItemKind.Field,
        CompletionKind.Role => CompletionItemKind.Property,
        CompletionKind.Rule => CompletionItemKind.Constant,
        _ => CompletionItemKind.Value,
    };
}
