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
    ];

    /// <summary>The requests whose answers are wanted although the text has changed since.</summary>
    public static ImmutableHashSet<string> OutliveEdits { get; } = [.. All.Where(f => f.OutlivesEdits).Select(f => f.Method)];
}
