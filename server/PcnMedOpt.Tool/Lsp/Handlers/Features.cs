using System.Collections.Immutable;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>Every request that the server answers. To add one: its file here, its line here.</summary>
internal static class Features
{
    public static ImmutableArray<Feature> All { get; } =
    [
        DiagnosticsHandler.OfDocument,
        DiagnosticsHandler.OfWorkspace,
        CompletionHandler.OfDocument,
        CompletionHandler.OfItem,
        SignatureHandler.OfDocument,
        NavigationHandler.Definition,
        NavigationHandler.TypeDefinition,
        NavigationHandler.References,
        CallHierarchyHandler.Prepare,
        CallHierarchyHandler.Incoming,
        CallHierarchyHandler.Outgoing,
        RenameHandler.Prepare,
        RenameHandler.Rename,
        FileRenameHandler.WillRename,
        CodeActionHandler.Offer,
        CodeActionHandler.Resolve,
        FormattingHandler.Whole,
        FormattingHandler.Lines,
        FormattingHandler.SeveralLines,
        FormattingHandler.Typed,
        HoverHandler.Feature,
        SemanticTokensHandler.OfDocument,
        SemanticTokensHandler.OfChanges,
        SemanticTokensHandler.OfRange,
        InlayHintHandler.InRange,
        InlayHintHandler.OfOne,
        CodeLensHandler.InDocument,
        CodeLensHandler.OfOne,
        StructureHandlers.Folding,
        StructureHandlers.Selection,
        StructureHandlers.Links,
        SymbolHandlers.InDocument,
        SymbolHandlers.InWorkspace,
        NamedPlacesHandlers.Highlight,
        NamedPlacesHandlers.Linked,
        ReadingHandlers.Explain,
        ReadingHandlers.RuleList,
        PreviewHandler.OfDeclaration,
        ExamplesHandler.OfProject,
        CoverageHandler.OfProjects,
        RulePageHandler.OfRule,
        RulePageHandler.All,
        ProjectTreeHandler.OfWorkspace,
        CodesHandler.OfProject,
        HierarchyHandler.OfCode,
        ReleaseHandlers.All,
        ReleaseHandlers.Use,
        ReleaseHandlers.Import,
        PasteCodesHandler.OfDocument,
        StarterHandlers.Offered,
        StarterHandlers.Chosen,
    ];

    /// <summary>The requests whose answers are wanted although the text has changed since.</summary>
    public static ImmutableHashSet<string> OutliveEdits { get; } = [.. All.Where(f => f.OutlivesEdits).Select(f => f.Method)];
}
