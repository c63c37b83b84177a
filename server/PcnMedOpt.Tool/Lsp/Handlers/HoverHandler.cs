using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Emit;
using PcnMedOpt.Ide.Hovering;
using PcnMedOpt.Tool.Commands;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;
using PcnMedOpt.Tool.Project;
using LspHover = PcnMedOpt.Tool.Lsp.Protocol.Hover;

namespace PcnMedOpt.Tool.Lsp.Handlers;

/// <summary>What stands at a place, in plain English; on an "allow" line, and where something is wrong, also the page of the rule.</summary>
internal static class HoverHandler
{
    public static readonly Feature Feature = Feature.Of(Requests.Hover, Answer, (capabilities, _) => capabilities with { HoverProvider = true });

    private static LspHover? Answer(HoverParams asked, RequestContext context)
    {
        if (context.Document(asked.TextDocument.Uri) is not { } document) return null;
        var offset = document.Offset(asked.Position);
        var hover = Hovers.At(document.Compilation, document.Path, offset, Targets.Shown(document.Compilation.Targets));
        var allowed = Hovers.RuleAt(document.Compilation, document.Path, offset);
        var pages = (allowed is { } line ? [line.Slug] : Found(context, document, offset)).Select(Page).Where(p => p.Length > 0);
        var text = Markdown.Paragraphs(pages.Prepend(hover?.Markdown ?? "").Where(p => p.Length > 0).SelectMany((p, i) => i == 0 ? [p] : new[] { "---", p }));
        return text.Length == 0 ? null : new LspHover
        {
            Contents = Wire.Markdown(text),
            Range = (hover?.Span ?? allowed?.Span) is { } span ? document.Range(span) : null,
        };
    }

    /// <summary>The rules of the errors and warnings at a place, where the project has been looked at already.</summary>
    private static IEnumerable<string> Found(RequestContext context, DocumentView document, int offset) => !context.Server.Judging.IsKnown(document) ? []
        : DocumentFindings.Of(document).Where(f => f.Severity >= Severity.Warning && f.Span.Contains(offset)).Select(f => f.Diagnostic.Kind.Slug).Distinct(StringComparer.Ordinal);

    private static string Page(string slug) => AllKinds.All.FirstOrDefault(k => k.Slug == slug) is { } kind ? Hovers.OfRule(slug, RulePages.Markdown(kind)) : "";
}
