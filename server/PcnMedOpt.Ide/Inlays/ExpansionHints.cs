using PcnMedOpt.Core;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Describing;
using PcnMedOpt.Ide.Hovering;

namespace PcnMedOpt.Ide.Inlays;

/// <summary>How many codes each entry of a set stands for, where a lock or release tells.</summary>
internal static class ExpansionHints
{
    private const int MostShown = 8;

    /// <param name="compilation">The project.</param>
    /// <param name="declaration">A declaration; only code sets have such hints.</param>
    /// <param name="range">The stretch of its slice that is looked at.</param>
    public static IEnumerable<InlayHint> Of(Compilation compilation, PlacedDeclaration declaration, TextSpan range)
    {
        if (declaration.Facts.Codes is not { } set || compilation.Pinned(declaration) is not { } pinned || ReleaseWords.Witness(compilation, declaration) is not { } witness) yield break;
        if (set.Ecl is not null && declaration.Declared.Slice.Parsed.Declaration is CodesSyntax { Body: CodesEclSyntax body } && ExpandedEntries.Of(set, pinned).FirstOrDefault() is { } found)
            yield return Hint(body.Text.EndOffset, found, witness);
        foreach (var entry in set.Entries.Concat(set.Excepted))
            if (range.Contains(entry.Span.End) && ExpandedEntries.Of(set, pinned, entry) is { } expanded) yield return Hint(entry.Span.End, expanded, witness);
    }

    private static InlayHint Hint(int offset, ExpandedEntry entry, string witness) => new(
        offset,
        ProjectWords.Count(entry.Codes.Length, "code"),
        InlayKind.Count,
        Markdown.Paragraphs(
            $"{Markdown.Code(entry.Written)} by {Markdown.Text(witness)}:",
            string.Join('\n', entry.Codes.Take(MostShown).Select(c => $"- {Markdown.Text(CodeSetLines.Code(c.Id, c.Term.Length == 0 ? null : c.Term))}"))
            + (entry.Codes.Length > MostShown ? $"\n- and {ProjectWords.Count(entry.Codes.Length - MostShown, "more code")}" : "")));
}
