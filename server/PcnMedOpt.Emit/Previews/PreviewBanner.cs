using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Packs;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Packs;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Previews;

/// <summary>What stands over a page that is not what would be built: why it is not, and what is wrong.</summary>
internal static class PreviewBanner
{
    private const int Most = 5;

    /// <summary>The page with the sentences over it, and the style of previews; a page that is exactly what is built stays as it is, but for its style.</summary>
    public static string Over(string html, ImmutableArray<string> sentences, IReadOnlyList<LocatedDiagnostic> faults, bool isPaper, Templates templates)
    {
        var style = html.IndexOf("</style>", StringComparison.Ordinal);
        if (style >= 0) html = html.Insert(style, templates.Text("preview.css"));
        var body = html.IndexOf("<body", StringComparison.Ordinal);
        if (body < 0) return html;
        if (!isPaper && string.CompareOrdinal(html, body, "<body>", 0, 6) == 0) html = html.Insert(body + 5, " class=\"live\"");
        var inside = html.IndexOf('>', body) + 1;
        return sentences.IsEmpty ? html : html.Insert(inside, templates.Render("preview-banner.hbs", new BannerView(sentences, [.. faults.Take(Most).Select(FaultView.Of)])));
    }

    public static ImmutableArray<string> Sentences(PreviewSubject subject, PreviewKind kind, int errors, int near) =>
    [
        .. errors == 0 ? [] : new[] { $"This is a preview. The project has {(errors == 1 ? "an error" : $"{errors} errors")}: nothing is built until {(errors == 1 ? "it is" : "they are")} mended." },
        .. near == 0 ? [] : new[] { "What is shown may not be what is meant:" },
        .. near > 0 || Built(subject, kind) is not { } sentence ? [] : new[] { sentence },
    ];

    /// <summary>How the page differs from what a practice gets; null for a page that is built so.</summary>
    private static string? Built(PreviewSubject subject, PreviewKind kind)
    {
        var declared = subject.Declaration.Facts.Kind;
        if (declared is DeclarationKind.Example or DeclarationKind.Codes or DeclarationKind.Protocol or DeclarationKind.Pack) return "A page to read here: it is not built.";
        if (kind == PreviewKind.Count) return "A page to read here, of records on this computer: it is not built.";
        if (subject.BuiltIn is not { } built) return $"No pack takes in this {declared.Noun()}: nothing of it is built.";
        var (pack, targets) = (built.Pack.Title, built.Pack.Targets.IsEmpty ? PackBuilder.Usual : built.Pack.Targets);
        if (kind == PreviewKind.Flow || (kind == PreviewKind.Page && !declared.IsDocument())) return $"A page to read here: it is not built. The pack “{pack}” takes in this {declared.Noun()}.";
        if (!Targets(kind).Any(t => targets.Contains(t))) return $"The pack “{pack}” takes in this {declared.Noun()}, but names no target that this is written for: it is not built.";
        return kind == PreviewKind.Page ? null : $"A part of what the pack “{pack}” builds: what concerns this {declared.Noun()}. Numbers in the whole may differ.";
    }

    private static ImmutableArray<OutputTarget> Targets(PreviewKind kind) => kind switch
    {
        PreviewKind.Rules => [OutputTarget.Emis, OutputTarget.Print],
        PreviewKind.Emis => [OutputTarget.Emis],
        PreviewKind.Systmone => [OutputTarget.Systmone],
        _ => [OutputTarget.Print],
    };

    private sealed record BannerView(ImmutableArray<string> Sentences, ImmutableArray<FaultView> Faults);
}
