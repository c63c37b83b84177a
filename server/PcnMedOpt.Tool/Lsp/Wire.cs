using System.Collections.Immutable;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using LspRange = PcnMedOpt.Tool.Lsp.Protocol.Range;
using TextEdit = PcnMedOpt.Tool.Lsp.Protocol.TextEdit;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>From offsets and paths to the editor's positions and URIs, and back.</summary>
internal static class Wire
{
    public static int Offset(this DocumentView document, Position position) =>
        TextPositions.Offset(document.Text, document.Lines, position.Line, position.Character);

    public static TextSpan Span(this DocumentView document, LspRange range)
    {
        var (start, end) = (document.Offset(range.Start), document.Offset(range.End));
        return TextSpan.FromBounds(Math.Min(start, end), Math.Max(start, end));
    }

    public static LspRange Range(this DocumentView document, TextSpan span) => Range(document.Lines, span);

    public static LspRange Range(LineMap lines, TextSpan span) => new() { Start = At(lines, span.Start), End = At(lines, span.End) };

    public static Position At(LineMap lines, int offset)
    {
        var at = lines.At(offset);
        return new Position { Line = at.Line - 1, Character = at.Column - 1 };
    }

    public static TextEdit Edit(this DocumentView document, TextSpan span, string newText) => new() { Range = document.Range(span), NewText = newText };

    /// <summary>The document that holds a place of the same project; null for a file that is not there.</summary>
    public static DocumentView? Other(this RequestContext context, DocumentView document, string path) =>
        path == document.Path ? document : document.Project is null ? null : context.Snapshot.View(document.Project, path);

    /// <summary>Where a place of the same project is; null for a file that is not there.</summary>
    public static Location? Location(this RequestContext context, DocumentView document, FilePlace place) =>
        context.Other(document, place.Path) is { } other ? new Location { Uri = other.Uri, Range = other.Range(place.Span) } : null;

    public static MarkupContent Markdown(string text) => new() { Kind = MarkupKind.Markdown, Value = text };

    /// <summary>A change as the editor applies it: with the versions that it is for where the editor takes them, so that a change of an older text is refused.</summary>
    public static WorkspaceEdit Edit(this RequestContext context, DocumentView document, ProjectEdit edit)
    {
        var files = edit.Edits.GroupBy(e => e.Path, StringComparer.Ordinal).Select(g => (Document: context.Other(document, g.Key), Edits: g.OrderBy(e => e.Span.Start)))
            .Where(f => f.Document is not null).Select(f => (Document: f.Document ?? document, f.Edits)).ToList();
        if (!context.Client.TakesDocumentChanges)
            return new WorkspaceEdit { Changes = files.ToImmutableSortedDictionary(f => f.Document.Uri, f => (ImmutableArray<TextEdit>)[.. f.Edits.Select(e => f.Document.Edit(e.Span, e.NewText))], StringComparer.Ordinal) };
        return new WorkspaceEdit
        {
            DocumentChanges =
            [
                .. edit.NewFiles.SelectMany(f => Made(context.Snapshot.UriOf(document.Project, f.Path), f.Text)),
                .. files.Select(f => (DocumentChange)Changed(f.Document.Uri, f.Document.Version, f.Edits.Select(e => f.Document.Edit(e.Span, e.NewText)))),
            ],
        };
    }

    private static IEnumerable<DocumentChange> Made(string uri, string text) =>
        [new CreateFile { Uri = uri }, Changed(uri, null, [new TextEdit { Range = new LspRange { Start = Top, End = Top }, NewText = text }])];

    private static TextDocumentEdit Changed(string uri, int? version, IEnumerable<TextEdit> edits) => new()
    {
        TextDocument = new OptionalVersionedTextDocumentIdentifier { Uri = uri, Version = version },
        Edits = [.. edits.Select(e => (AnyTextEdit)e)],
    };

    private static Position Top => new() { Line = 0, Character = 0 };
}
