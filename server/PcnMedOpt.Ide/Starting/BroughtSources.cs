using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Formatting;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Starting;

/// <summary>Declarations of a file of the starter folder, as text of the project.</summary>
internal static class BroughtSources
{
    /// <summary>A file of its own where it can keep its path; in what is there, where that is the same protocol or holds no protocol, as code sets do; else a file beside it.</summary>
    public static IEnumerable<BroughtFile> Of(SourceFile source, ImmutableArray<PlacedDeclaration> taken, Compilation project, Func<string, string?> text)
    {
        if (project.Names.Find(source.Protocol?.Name ?? "") is { } same) return [.. MissingEvidence(source, taken, same), Appended(same.File, TextOf(source, taken))];
        if (text(source.Path) is null) return [new BroughtFile(source.Path, TextOf(source, taken), null)];
        if (project.Files.TryGetValue(source.Path, out var there) && there.Protocol is null && source.Protocol is null) return [Appended(there, TextOf(source, taken))];
        var (stem, i) = (source.Path[..^".medopt".Length], 2);
        while (text($"{stem}_{Numbers.Shown((decimal)i)}.medopt") is not null) i++;
        return [new BroughtFile($"{stem}_{Numbers.Shown((decimal)i)}.medopt", TextOf(source, taken), null)];
    }

    /// <summary>The whole text where all is taken; else the declarations that are, and of the protocol's sources those that they cite.</summary>
    private static string TextOf(SourceFile source, ImmutableArray<PlacedDeclaration> taken)
    {
        if (taken.Length == source.Declarations.Length) return source.Text;
        var cited = Cited(taken);
        return Formatter.Format(string.Join("\n\n", taken.Select(d => (d.Facts.Protocol is null ? d.Declared.Slice.Text : WithoutUncited(d, cited)).Trim('\r', '\n'))));
    }

    /// <summary>Sources that what comes now cites, and that the project's header of the protocol does not name yet.</summary>
    private static IEnumerable<BroughtFile> MissingEvidence(SourceFile source, ImmutableArray<PlacedDeclaration> taken, PlacedDeclaration header)
    {
        var cited = Cited(taken);
        var known = (header.Facts.Protocol?.Evidence ?? []).Select(e => e.Id).ToHashSet(StringComparer.Ordinal);
        var original = source.Declarations.FirstOrDefault(d => d.Facts.Protocol is not null);
        var text = original?.Declared.Slice.Text ?? "";
        var missing = Sources(original).Where(e => cited.Contains(e.Name.Text) && !known.Contains(e.Name.Text)).Select(e => "\n  " + e.Span.Of(text)).ToList();
        if (missing.Count == 0 || header.Declared.Slice.Parsed.Declaration is not ProtocolSyntax { Clauses: { IsEmpty: false } clauses }) yield break;
        var last = clauses.LastOrDefault(c => c is EvidenceSyntax) ?? clauses[^1];
        yield return new BroughtFile(header.File.Path, WithLineEnds(header.File, string.Concat(missing)), header.Start + last.Span.End);
    }

    private static BroughtFile Appended(SourceFile to, string brought)
    {
        var gap = to.Text.Length == 0 ? "" : to.Text.EndsWith('\n') ? "\n" : "\n\n";
        return new BroughtFile(to.Path, WithLineEnds(to, gap + brought), to.Text.Length);
    }

    private static string WithLineEnds(SourceFile file, string text) => text.ReplaceLineEndings(file.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n");

    private static string WithoutUncited(PlacedDeclaration header, HashSet<string> cited)
    {
        var text = new StringBuilder(header.Declared.Slice.Text);
        foreach (var evidence in Sources(header).Where(e => !cited.Contains(e.Name.Text)).Reverse()) text.Remove(evidence.Span.Start, evidence.Span.Length);
        return text.ToString();
    }

    private static IEnumerable<EvidenceSyntax> Sources(PlacedDeclaration? header) => (header?.Declared.Slice.Parsed.Declaration as ProtocolSyntax)?.Clauses.OfType<EvidenceSyntax>() ?? [];

    private static HashSet<string> Cited(ImmutableArray<PlacedDeclaration> taken) => [.. taken.SelectMany(d => d.Facts.Citations).Select(c => c.Evidence)];
}
