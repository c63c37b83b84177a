using System.Collections.Immutable;
using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>What a lock or release says of one code, in Markdown.</summary>
internal static class ConceptHover
{
    private const int MostTerms = 6;
    private const int MostNamed = 5;

    /// <summary>Whether the code is known, and what to take in its place; then, where a release is at hand, its terms and where it stands among others.</summary>
    /// <param name="compilation">The project.</param>
    /// <param name="declaration">The declaration that writes the code; null for none.</param>
    /// <param name="id">The code.</param>
    /// <param name="written">The term that is written; null where none is.</param>
    public static string Of(Compilation compilation, PlacedDeclaration? declaration, long id, string? written)
    {
        var release = compilation.Knowledge.Release;
        return Markdown.Paragraphs(
            Status(compilation, declaration, id, written),
            release is null ? null : Terms(release, id, written),
            release is null ? null : Hierarchy(release, id),
            release?.Dmd(id) is { } entry ? Levels(release, entry) : null,
            release is null ? null : Refsets(release, id));
    }

    private static string Status(Compilation compilation, PlacedDeclaration? declaration, long id, string? written)
    {
        var pinned = declaration is null ? null : compilation.Pinned(declaration)?.Find(id);
        var release = compilation.Knowledge.Release;
        var code = pinned ?? (release is null ? null : CodeFacts.Of(release, id, written));
        var witness = pinned is not null && declaration is not null ? ReleaseWords.Witness(compilation, declaration) : release is null ? null : ReleaseWords.Of(release.Release);
        if (code is null || witness is null) return ReleaseWords.Unverified(compilation);
        var kind = ReleaseWords.Kind(code.Level, code.Tag);
        var who = Markdown.Text(witness);
        var status = code.Status switch
        {
            CodeStatus.Active => $"Active in {who}{(kind.Length == 0 ? "" : $": {Markdown.Text(kind)}")}.",
            CodeStatus.Inactive => $"**Retired** in {who}{(kind.Length == 0 ? "" : $": {Markdown.Text(kind)}")}. Records may still hold it.{(code.Successors.IsEmpty ? " History names nothing in its place." : "")}",
            CodeStatus.Unknown => $"**Not in** {who}, which holds other codes of its namespace.",
            _ => $"Nothing is known of it: {who} holds no code of its namespace.",
        };
        return Markdown.Paragraphs(
            status,
            code.Closest is { } closest ? $"None of its terms is what is written; the closest is **{Markdown.Text(closest)}**." : null,
            code.Successors.IsEmpty ? null : string.Join('\n', code.Successors.Select(s => $"- {Markdown.Text(ReleaseWords.Of(s))}")));
    }

    private static string? Terms(ITerminology release, long id, string? written)
    {
        var preferred = CodeFacts.TermOf(release, id);
        var others = release.Descriptions(id).Where(d => d.IsActive && !d.IsFullName && d.Term != preferred).Select(d => d.Term)
            .Where(t => !string.Equals(t, written, StringComparison.OrdinalIgnoreCase)).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        return Markdown.Paragraphs(
            preferred is null || preferred == written ? null : $"Preferred term: **{Markdown.Text(preferred)}**",
            others.Count == 0 ? null : $"Also: {string.Join("; ", others.Take(MostTerms).Select(Markdown.Text))}{(others.Count > MostTerms ? " …" : "")}");
    }

    private static string? Hierarchy(ITerminology release, long id)
    {
        var (parents, children) = (release.Parents(id), release.Children(id));
        if (parents.IsEmpty && children.IsEmpty) return null;
        var below = release.Descendants(id).Length;
        return Markdown.Paragraphs(
            parents.IsEmpty ? null : $"Above: {Named(release, parents)}",
            children.IsEmpty
                ? "Nothing is below it."
                : $"Below: {Count(below, "code")}; directly {Named(release, children, c => release.Descendants(c).Length is > 0 and var more ? $" ({Shown(more)} below)" : "")}");
    }

    private static string Levels(ITerminology release, DmdEntry entry) => Markdown.Paragraphs(
        $"dm+d {ReleaseWords.Name(entry.Level)} **{Markdown.Text(entry.Name)}**",
        entry.Above.IsEmpty ? null : $"dm+d above: {Named(release, entry.Above, id => LevelOf(release, id))}",
        entry.Below.IsEmpty ? null : $"dm+d below: {Shown(entry.Below.Length)}: {Named(release, entry.Below, id => LevelOf(release, id))}",
        entry.Previous.IsEmpty ? null : $"Earlier {(entry.Previous.Length == 1 ? "identifier" : "identifiers")}: {string.Join(", ", entry.Previous.Select(p => Markdown.Code(p.ToString(CultureInfo.InvariantCulture))))}");

    private static string? Refsets(ITerminology release, long id)
    {
        var own = release.Refsets.FirstOrDefault(r => r.Id == id);
        var sets = release.RefsetsWith(id).ToHashSet();
        var holding = sets.Count == 0 ? [] : release.Refsets.Where(r => sets.Contains(r.Id)).OrderBy(r => r.Cluster is null).ThenBy(r => r.Cluster ?? r.Name, StringComparer.Ordinal).ToList();
        return Markdown.Paragraphs(
            own is null ? null : $"A reference set of {Count(own.Members, "code")}{(own.Cluster is null ? "" : $", published as {Markdown.Code(own.Cluster)}")}.",
            holding.Count == 0 ? null : $"In {Count(holding.Count, "reference set")}: {string.Join("; ", holding.Take(MostNamed).Select(Named))}{(holding.Count > MostNamed ? " …" : "")}");
    }

    private static string Named(RefsetEntry refset) => refset.Cluster is null ? Markdown.Text(refset.Name) : $"{Markdown.Code(refset.Cluster)} {Markdown.Text(refset.Name)}";

    private static string LevelOf(ITerminology release, long id) => release.Dmd(id) is { } entry ? $" ({ReleaseWords.Name(entry.Level)})" : "";

    /// <summary>The first of them by their terms.</summary>
    private static string Named(ITerminology release, ImmutableArray<long> codes, Func<long, string>? after = null) =>
        string.Join("; ", codes.Select(c => (Id: c, Term: CodeFacts.TermOf(release, c) ?? c.ToString(CultureInfo.InvariantCulture))).OrderBy(c => c.Term, StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Id)
            .Take(MostNamed).Select(c => Markdown.Text(c.Term) + after?.Invoke(c.Id)))
        + (codes.Length > MostNamed ? $"; and {Shown(codes.Length - MostNamed)} more" : "");

    private static string Count(int count, string one) => $"{Shown(count)} {(count == 1 ? one : one + "s")}";

    private static string Shown(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
