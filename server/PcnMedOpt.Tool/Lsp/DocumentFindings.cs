using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Rules.Names;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>The findings of a document as the editor shows them.</summary>
internal static class DocumentFindings
{
    /// <summary>Findings whose place a reader need not read on: what is there is used by nobody.</summary>
    private static readonly ImmutableHashSet<string> Unneeded = [new UnusedCodeSet().Kind.Slug, new UnusedParameter().Kind.Slug];

    /// <summary>All that is found in a document, the whole project having been looked at.</summary>
    public static IEnumerable<LocatedDiagnostic> Of(DocumentView document) =>
        document.Compilation.DiagnosticsOf(document.Path).Concat(document.FileFindings);

    /// <summary>What is found by looking at the document and the names of the others, at once.</summary>
    public static IEnumerable<LocatedDiagnostic> FirstOf(DocumentView document) => document.Compilation.FirstDiagnosticsOf(document.Path).Concat(document.FileFindings);

    public static ImmutableArray<Protocol.Diagnostic> Shown(RequestContext context, DocumentView document, IEnumerable<LocatedDiagnostic> findings) =>
        [.. findings.Select(f => Shown(context, document, f))];

    /// <summary>Equal for equal findings, so that what has not changed is not sent again.</summary>
    public static string IdOf(IEnumerable<LocatedDiagnostic> findings) => ContentHash.Of(string.Join('\n', findings.Select(f =>
        $"{f.From} {f.To} {f.Severity} {f.Diagnostic.Kind.Id} {f.Diagnostic.Message}\t{f.Diagnostic.Hint}\t{f.Diagnostic.Related?.Declaration} {f.Diagnostic.Related?.Span}")))[..16];

    private static Protocol.Diagnostic Shown(RequestContext context, DocumentView document, LocatedDiagnostic finding) => new()
    {
        Range = document.Range(finding.Span),
        Severity = finding.Severity switch
        {
            Severity.Error => DiagnosticSeverity.Error,
            Severity.Warning => DiagnosticSeverity.Warning,
            _ => DiagnosticSeverity.Hint,
        },
        Code = finding.Diagnostic.Kind.Slug,
        Source = "medopt",
        Message = finding.Diagnostic.Hint.Length == 0 ? finding.Diagnostic.Message : $"{finding.Diagnostic.Message}\n{finding.Diagnostic.Hint}",
        Tags = Unneeded.Contains(finding.Diagnostic.Kind.Slug) ? [DiagnosticTag.Unnecessary] : null,
        RelatedInformation = context.Client.ShowsRelatedPlaces && Related(context, document, finding.Diagnostic.Related) is { } related ? [related] : null,
    };

    private static DiagnosticRelatedInformation? Related(RequestContext context, DocumentView document, Related? related) =>
        related is not null && document.Compilation.Names.Find(related.Declaration) is { } declaration
        && context.Location(document, new FilePlace(declaration.File.Path, related.Span.Shift(declaration.Start))) is { } location
            ? new DiagnosticRelatedInformation { Location = location, Message = related.Message }
            : null;
}
