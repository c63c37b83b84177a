using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>What the editor said that it can do, as answers ask for it.</summary>
internal sealed record ClientFeatures(ClientCapabilities Said)
{
    public static readonly ClientFeatures None = new(new ClientCapabilities());

    /// <summary>It asks for diagnostics: then they are never pushed, because it would show each twice.</summary>
    public bool PullsDiagnostics => Said.TextDocument?.Diagnostic is not null;

    public bool RefreshesDiagnostics => Said.Workspace?.Diagnostics?.RefreshSupport == true;

    public bool RefreshesInlayHints => Said.Workspace?.InlayHint?.RefreshSupport == true;

    public bool RefreshesCodeLenses => Said.Workspace?.CodeLens?.RefreshSupport == true;

    public bool RefreshesSemanticTokens => Said.Workspace?.SemanticTokens?.RefreshSupport == true;

    public bool WatchesFiles => Said.Workspace?.DidChangeWatchedFiles?.DynamicRegistration == true;

    public bool ShowsProgress => Said.Window?.WorkDoneProgress == true;

    /// <summary>Edits may be given with the version of the document that they are for, and files may be made with them.</summary>
    public bool TakesDocumentChanges => Said.Workspace?.WorkspaceEdit?.DocumentChanges == true;

    public bool MakesFiles => TakesDocumentChanges && Said.Workspace?.WorkspaceEdit?.ResourceOperations?.Contains(ResourceOperationKind.Create) == true;

    public bool TakesSnippets => Said.TextDocument?.Completion?.CompletionItem?.SnippetSupport == true;

    public bool TakesLabelDetails => Said.TextDocument?.Completion?.CompletionItem?.LabelDetailsSupport == true;

    /// <summary>The place of a part in the form, and not only its text.</summary>
    public bool TakesLabelOffsets => Said.TextDocument?.SignatureHelp?.SignatureInformation?.ParameterInformation?.LabelOffsetSupport == true;

    public bool ShowsSymbolTrees => Said.TextDocument?.DocumentSymbol?.HierarchicalDocumentSymbolSupport == true;

    public bool PreparesRenames => Said.TextDocument?.Rename?.PrepareSupport == true;

    /// <summary>It shows actions that are more than the name of a command.</summary>
    public bool TakesCodeActions => Said.TextDocument?.CodeAction?.CodeActionLiteralSupport is not null;

    public bool ShowsRefusedActions => Said.TextDocument?.CodeAction?.DisabledSupport == true;

    /// <summary>It asks for the change of an action when the action is chosen.</summary>
    public bool ResolvesActions => Said.TextDocument?.CodeAction is { DataSupport: true, ResolveSupport.Properties: var properties } && properties.Contains("edit");

    public bool FormatsSeveralRanges => Said.TextDocument?.RangeFormatting?.RangesSupport == true;

    public bool TakesLocationLinks => Said.TextDocument?.Definition?.LinkSupport == true;

    public bool ShowsRelatedPlaces => Said.TextDocument?.Diagnostic?.RelatedInformation == true || Said.TextDocument?.PublishDiagnostics?.RelatedInformation == true;
}
