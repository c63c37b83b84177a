using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>A document that is open in the editor: what counts is its text there, not the one on the disk.</summary>
/// <param name="Uri">As the editor writes it.</param>
/// <param name="Path">Its full path on the disk; null for one that has none.</param>
/// <param name="Version">The editor's number of this text.</param>
/// <param name="Text">All of it.</param>
public sealed record OpenDocument(string Uri, string? Path, int Version, string Text)
{
    private LineMap? lines;

    public LineMap Lines => lines ??= new LineMap(Text);

    /// <summary>The document as a file of its own, for one that is in no project.</summary>
    internal SourceFile? Alone { get; init; }

    public OpenDocument With(int version, string text) =>
        this with { Version = version, Text = text, lines = null, Alone = Alone?.With(text) };
}
