using System.Collections.Immutable;
using PcnMedOpt.Ide.Structure;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using LspKind = PcnMedOpt.Tool.Lsp.Protocol.SymbolKind;
using LspSymbol = PcnMedOpt.Tool.Lsp.Protocol.DocumentSymbol;
using Symbol = PcnMedOpt.Ide.Structure.DocumentSymbol;
using SymbolKind = PcnMedOpt.Ide.Structure.SymbolKind;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>The outline of a document, and declarations of the whole workspace by some of their letters.</summary>
internal static class SymbolHandlers
{
    public static readonly Feature InDocument = Feature.Of(Requests.DocumentSymbol, Answer, (capabilities, _) => capabilities with { DocumentSymbolProvider = true });

    public static readonly Feature InWorkspace = Feature.Of(Requests.WorkspaceSymbol, Answer, (capabilities, _) => capabilities with { WorkspaceSymbolProvider = true });

    private static SymbolInformationsOrDocumentSymbols? Answer(DocumentSymbolParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { Source: { } source } document) return null;
        var symbols = DocumentSymbols.In(source);
        if (context.Client.ShowsSymbolTrees) return symbols.Select(s => Tree(document, s)).ToImmutableArray();
        return symbols.SelectMany(s => Row(document, s, null)).ToImmutableArray();
    }

    private static LspSymbol Tree(DocumentView document, Symbol symbol) => new()
    {
        Name = symbol.Name,
        Detail = symbol.Detail.Length == 0 ? null : symbol.Detail,
        Kind = KindOf(symbol.Kind),
        Range = document.Range(symbol.Span),
        SelectionRange = document.Range(symbol.Selection),
        Children = symbol.Children.IsEmpty ? null : [.. symbol.Children.Select(c => Tree(document, c))],
    };

    private static IEnumerable<SymbolInformation> Row(DocumentView document, Symbol symbol, string? inside) => symbol.Children.SelectMany(c => Row(document, c, symbol.Name)).Prepend(new SymbolInformation
    {
        Name = symbol.Name,
        Kind = KindOf(symbol.Kind),
        ContainerName = inside,
        Location = new Location { Uri = document.Uri, Range = document.Range(symbol.Span) },
    });

    private static SymbolInformationsOrWorkspaceSymbols? Answer(WorkspaceSymbolParams asked, RequestContext context) =>
        context.Snapshot.Projects.SelectMany(project => WorkspaceSymbols.Find(project.Compilation, asked.Query).Select(symbol => (project, symbol)))
            .Select(found => context.Snapshot.View(found.project, found.symbol.Place.Path) is { } document
                ? new SymbolInformation
                {
                    Name = found.symbol.Name,
                    Kind = KindOf(found.symbol.Kind),
                    ContainerName = found.symbol.Title.Length == 0 ? null : found.symbol.Title,
                    Location = new Location { Uri = document.Uri, Range = document.Range(found.symbol.Place.Span) },
                }
                : null)
            .OfType<SymbolInformation>().ToImmutableArray();

    private static LspKind KindOf(SymbolKind kind) => kind switch
    {
        SymbolKind.Protocol => LspKind.Module,
        SymbolKind.Parameter => LspKind.Constant,
        SymbolKind.Codes => LspKind.Class,
        SymbolKind.Cohort or SymbolKind.Measure => LspKind.Function,
        SymbolKind.Template or SymbolKind.Sop or SymbolKind.Letter or SymbolKind.Workflow or SymbolKind.Register or SymbolKind.Checklist => LspKind.Struct,
        SymbolKind.Pack => LspKind.Package,
        SymbolKind.Example => LspKind.Event,
        SymbolKind.Group => LspKind.Namespace,
        SymbolKind.Criterion => LspKind.Boolean,
        SymbolKind.Code => LspKind.EnumMember,
        SymbolKind.Step => LspKind.Method,
        _ => LspKind.Field,
    };
}
