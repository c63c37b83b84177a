using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;
using PcnMedOpt.Ide.Navigation;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using LspRange = PcnMedOpt.Tool.Lsp.Protocol.Range;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>Which cohorts feed which, as the editor's tree of calls. An item is found again by its name, so that it holds over edits.</summary>
internal static class CallHierarchyHandler
{
    public static readonly Feature Prepare = Feature.Of(
        Requests.CallHierarchyPrepare, Answer, (capabilities, _) => capabilities with { CallHierarchyProvider = true });

    public static readonly Feature Incoming = Feature.Of(Requests.CallHierarchyIncomingCalls, Answer);

    public static readonly Feature Outgoing = Feature.Of(Requests.CallHierarchyOutgoingCalls, Answer);

    private static ImmutableArray<CallHierarchyItem>? Answer(CallHierarchyPrepareParams asked, RequestContext context) =>
        context.Document(asked.TextDocument.Uri) is { } document && CallHierarchy.At(document.Compilation, document.Path, document.Offset(asked.Position)) is { } item
        && Shown(context, document, item) is { } shown
            ? [shown]
            : null;

    private static ImmutableArray<CallHierarchyIncomingCall>? Answer(CallHierarchyIncomingCallsParams asked, RequestContext context) =>
        Known(context, asked.Item) is not var (document, item)
            ? null
            : [.. CallHierarchy.Incoming(document.Compilation, item).Select(f => Shown(context, document, f.Item) is { } from
                ? new CallHierarchyIncomingCall { From = from, FromRanges = Ranges(context, document, f.Places) }
                : null).OfType<CallHierarchyIncomingCall>()];

    private static ImmutableArray<CallHierarchyOutgoingCall>? Answer(CallHierarchyOutgoingCallsParams asked, RequestContext context) =>
        Known(context, asked.Item) is not var (document, item)
            ? null
            : [.. CallHierarchy.Outgoing(document.Compilation, item).Select(f => Shown(context, document, f.Item) is { } to
                ? new CallHierarchyOutgoingCall { To = to, FromRanges = Ranges(context, document, f.Places) }
                : null).OfType<CallHierarchyOutgoingCall>()];

    private static (DocumentView Document, FeedItem Item)? Known(RequestContext context, CallHierarchyItem item)
    {
        if (context.Document(item.Uri) is not { } document) return null;
        var data = item.Data as JObject;
        Symbol? symbol = (data?.Value<string>("name"), data?.Value<string>("part")) switch
        {
            ({ } name, null) => new DeclaredName(name),
            ({ } name, { } part) => new DerivedName(name, part),
            _ => null,
        };
        var found = symbol is not null
            ? CallHierarchy.ItemOf(document.Compilation, symbol)
            : CallHierarchy.At(document.Compilation, document.Path, document.Offset(item.SelectionRange.Start));
        return found is null ? null : (document, found);
    }

    private static CallHierarchyItem? Shown(RequestContext context, DocumentView document, FeedItem item) =>
        context.Other(document, item.Place.Whole.Path) is not { } other
            ? null
            : new CallHierarchyItem
            {
                Name = item.Name,
                Kind = KindOf(item.Kind),
                Detail = item.Title == item.Name ? null : item.Title,
                Uri = other.Uri,
                Range = other.Range(item.Place.Whole.Span),
                SelectionRange = other.Range(item.Place.Name.Span),
                Data = item.Symbol switch
                {
                    DeclaredName name => new JObject { ["name"] = name.Name },
                    DerivedName derived => new JObject { ["name"] = derived.Sop, ["part"] = derived.Part },
                    _ => null,
                },
            };

    private static ImmutableArray<LspRange> Ranges(RequestContext context, DocumentView document, IEnumerable<FilePlace> places) =>
        [.. places.Select(p => context.Location(document, p)?.Range).OfType<LspRange>()];

    private static SymbolKind KindOf(DeclarationKind kind) => kind switch
    {
        DeclarationKind.Cohort => SymbolKind.Class,
        DeclarationKind.Codes => SymbolKind.Enum,
        DeclarationKind.Parameter => SymbolKind.Constant,
        DeclarationKind.Measure => SymbolKind.Number,
        DeclarationKind.Pack => SymbolKind.Package,
        DeclarationKind.Example => SymbolKind.Event,
        DeclarationKind.Sop or DeclarationKind.Workflow => SymbolKind.Function,
        _ => SymbolKind.Object,
    };
}
