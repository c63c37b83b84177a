using System.Collections.Immutable;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit;
using PcnMedOpt.Ide.Inlays;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using Hint = PcnMedOpt.Ide.Inlays.InlayHint;
using LspHint = PcnMedOpt.Tool.Lsp.Protocol.InlayHint;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What is shown within a text; what is told when one points at it is sent when it is asked for.</summary>
internal static class InlayHintHandler
{
    public static readonly Feature InRange = Feature.Of(Requests.InlayHint, Answer, (capabilities, _) => capabilities with { InlayHintProvider = new InlayHintOptions { ResolveProvider = true } });

    public static readonly Feature OfOne = Feature.Of(Requests.InlayHintResolve, Resolve);

    private static ImmutableArray<LspHint>? Answer(InlayHintParams asked, RequestContext context) => context.Document(asked.TextDocument.Uri) is { Source: not null } document
        ? [.. Hints(document, document.Span(asked.Range)).Select(h => Shown(document, h))]
        : null;

    /// <summary>The text may have changed since: then the hint stays as it is.</summary>
    private static LspHint Resolve(LspHint asked, RequestContext context)
    {
        if (asked.Data is not JObject data || context.Document((string?)data["uri"] ?? "") is not { } document) return asked;
        var offset = document.Offset(asked.Position);
        return Hints(document, new TextSpan(offset, 0)).FirstOrDefault(h => h.Offset == offset && h.Kind.ToString() == (string?)data["kind"]) is { } hint
            ? asked with { Tooltip = Wire.Markdown(hint.Tooltip) }
            : asked;
    }

    private static IEnumerable<Hint> Hints(DocumentView document, TextSpan range) =>
        document.Source is { } source ? InlayHints.In(document.Compilation, source, range, Targets.Shown(document.Compilation.Targets)) : [];

    private static LspHint Shown(DocumentView document, Hint hint) => new()
    {
        Position = Wire.At(document.Lines, hint.Offset),
        Label = hint.Text,
        Kind = hint.Kind is InlayKind.Value or InlayKind.Count ? InlayHintKind.Type : InlayHintKind.Parameter,
        PaddingLeft = true,
        TextEdits = hint.Insert is { } insert ? [document.Edit(insert.Span, insert.NewText)] : null,
        Data = new JObject { ["uri"] = document.Uri, ["kind"] = hint.Kind.ToString() },
    };
}
