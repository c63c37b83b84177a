using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Structure;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using Folding = PcnMedOpt.Ide.Structure.FoldingRange;
using LspFolding = PcnMedOpt.Tool.Lsp.Protocol.FoldingRange;
using LspLink = PcnMedOpt.Tool.Lsp.Protocol.DocumentLink;
using LspSelection = PcnMedOpt.Tool.Lsp.Protocol.SelectionRange;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What can be folded, what "expand selection" takes, and where links lead.</summary>
internal static class StructureHandlers
{
    public static readonly Feature Folding = Feature.Of(Requests.FoldingRange, Answer, (capabilities, _) => capabilities with { FoldingRangeProvider = true });

    public static readonly Feature Selection = Feature.Of(Requests.SelectionRange, Answer, (capabilities, _) => capabilities with { SelectionRangeProvider = true });

    public static readonly Feature Links = Feature.Of(Requests.DocumentLink, Answer, (capabilities, _) => capabilities with { DocumentLinkProvider = new DocumentLinkOptions { ResolveProvider = false } });

    private static ImmutableArray<LspFolding>? Answer(FoldingRangeParams asked, RequestContext context) =>
        context.Document(asked.TextDocument.Uri) is { Source: { } source } ? [.. FoldingRanges.Of(source).Select(f => Folded(source.Lines, f))] : null;

    private static LspFolding Folded(LineMap lines, Folding range) => new()
    {
        StartLine = lines.At(range.Span.Start).Line - 1,
        EndLine = lines.At(range.Span.End).Line - 1,
        Kind = range.Kind == FoldingKind.Comment ? FoldingRangeKind.Comment : range.Kind == FoldingKind.Text ? FoldingRangeKind.Region : null,
    };

    private static ImmutableArray<LspSelection>? Answer(SelectionRangeParams asked, RequestContext context) => context.Document(asked.TextDocument.Uri) is { } document
        ? [.. asked.Positions.Select(p => Around(document, document.Offset(p)))]
        : null;

    private static LspSelection Around(DocumentView document, int offset)
    {
        var spans = SelectionRanges.At(document.Compilation, document.Path, offset) ?? [new TextSpan(0, document.Text.Length)];
        LspSelection? around = null;
        foreach (var span in spans.Reverse()) around = new LspSelection { Range = document.Range(span), Parent = around };
        return around ?? new LspSelection { Range = document.Range(new TextSpan(offset, 0)) };
    }

    private static ImmutableArray<LspLink>? Answer(DocumentLinkParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return null;
        var links = document.Source is { } source ? DocumentLinks.In(source)
            : document.Path == ProjectSettings.FileName ? DocumentLinks.In(document.Compilation.Settings)
            : [];
        return
        [
            .. from link in links
               let target = link.Url is { } url ? new Uri(url).AbsoluteUri : document.Project is { } project && link.Path is { } path ? context.Snapshot.UriOf(project, path) : null
               where target is not null && link.Span.End <= document.Text.Length
               select new LspLink { Range = document.Range(link.Span), Target = target, Tooltip = link.Tooltip },
        ];
    }
}
