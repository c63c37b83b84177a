using System.Collections.Immutable;
using PcnMedOpt.Ide.Layout;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The canonical form of a document, of some of its lines, and of the line that is typed. The editor's own tabs and widths do not matter: there is one form.</summary>
internal static class FormattingHandler
{
    public static readonly Feature Whole = Feature.Of(
        Requests.DocumentFormatting,
        (asked, context) => Answer(context, asked.TextDocument.Uri, document => FormatEdits.Of(document.Text)),
        (capabilities, _) => capabilities with { DocumentFormattingProvider = true });

    public static readonly Feature Lines = Feature.Of(
        Requests.DocumentRangeFormatting,
        (asked, context) => Answer(context, asked.TextDocument.Uri, document => FormatEdits.InRange(document.Text, document.Span(asked.Range))),
        (capabilities, client) => capabilities with
        {
            DocumentRangeFormattingProvider = client.FormatsSeveralRanges ? new DocumentRangeFormattingOptions { RangesSupport = true } : true,
        });

    public static readonly Feature SeveralLines = Feature.Of(
        Requests.DocumentRangesFormatting,
        (asked, context) => Answer(
            context, asked.TextDocument.Uri, document => [.. asked.Ranges.SelectMany(r => FormatEdits.InRange(document.Text, document.Span(r))).Distinct().OrderBy(e => e.Span.Start)]));

    public static readonly Feature Typed = Feature.Of(
        Requests.DocumentOnTypeFormatting,
        (asked, context) => Answer(
            context, asked.TextDocument.Uri, document => TypingEdits.After(document.Compilation, document.Path, document.Offset(asked.Position), asked.Ch)),
        (capabilities, _) => capabilities with { DocumentOnTypeFormattingProvider = new DocumentOnTypeFormattingOptions { FirstTriggerCharacter = "}", MoreTriggerCharacter = ["\n"] } });

    private static ImmutableArray<TextEdit>? Answer(RequestContext context, string uri, Func<DocumentView, ImmutableArray<Core.Diagnostics.TextEdit>> edits) =>
        context.Document(uri) is { Source: not null } document ? [.. edits(document).Select(e => document.Edit(e.Span, e.NewText))] : null;
}
