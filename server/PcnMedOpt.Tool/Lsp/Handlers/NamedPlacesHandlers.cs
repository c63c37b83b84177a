using System.Collections.Immutable;
using PcnMedOpt.Ide.Naming;
using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>All places of the name at the cursor, and those that are edited together.</summary>
internal static class NamedPlacesHandlers
{
    /// <summary>What a name, and a text between quotation marks, may be while they are edited together.</summary>
    private const string NamePattern = "[a-z_][a-z0-9_]*";

    private const string TextPattern = "[^\"\\\\\\r\\n]*";

    public static readonly Feature Highlight = Feature.Of(Requests.DocumentHighlight, Answer, (capabilities, _) => capabilities with { DocumentHighlightProvider = true });

    public static readonly Feature Linked = Feature.Of(Requests.LinkedEditingRange, Answer, (capabilities, _) => capabilities with { LinkedEditingRangeProvider = true });

    private static ImmutableArray<DocumentHighlight>? Answer(DocumentHighlightParams asked, RequestContext context) => context.Document(asked.TextDocument.Uri) is { } document
        ?
        [
            .. Highlights.At(document.Compilation, document.Path, document.Offset(asked.Position))
                .Where(h => h.Span.End <= document.Text.Length)
                .Select(h => new DocumentHighlight { Range = document.Range(h.Span), Kind = h.IsDeclaration ? DocumentHighlightKind.Write : DocumentHighlightKind.Read }),
        ]
        : null;

    private static LinkedEditingRanges? Answer(LinkedEditingRangeParams asked, RequestContext context) =>
        context.Document(asked.TextDocument.Uri) is { Source: not null } document
        && LinkedNames.At(document.Compilation, document.Path, document.Offset(asked.Position)) is { } linked
            ? new LinkedEditingRanges { Ranges = [.. linked.Spans.Select(document.Range)], WordPattern = linked.IsText ? TextPattern : NamePattern }
            : null;
}
