using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>What is told of a place: Markdown, and the stretch of the file's text that it is about.</summary>
public sealed record Hover(TextSpan Span, string Markdown);

/// <summary>What stands at a place, in plain English: what a name means, what a clause asks, what a code is, what a word of the language does.</summary>
public static class Hovers
{
    /// <param name="compilation">The project.</param>
    /// <param name="path">The file.</param>
    /// <param name="offset">The place in its text.</param>
    /// <param name="systems">The systems of which it is said how they express a test.</param>
    /// <returns>Null where there is nothing to tell.</returns>
    public static Hover? At(Compilation compilation, string path, int offset, ImmutableArray<ITarget> systems)
    {
        if (Cursor.At(compilation, path, offset) is not { Token: not null } cursor) return null;
        var hover = PlaceholderHover.At(cursor) ?? NameHover.At(cursor, systems) ?? LocalHover.At(cursor, systems) ?? CodeHover.At(cursor) ?? ClauseHover.At(cursor, systems);
        return hover is null ? null : hover with { Span = hover.Span.Shift(cursor.Declaration.Start) };
    }

    /// <summary>The rule that an "allow" line at a place names; null for none. Its page is handed to <see cref="OfRule"/>.</summary>
    public static (string Slug, TextSpan Span)? RuleAt(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is not { } cursor) return null;
        var allowed = cursor.Declaration.Facts.Allowances.FirstOrDefault(a => a.Span.Contains(cursor.Here));
        return allowed is null ? null : (allowed.Slug, allowed.Span.Shift(cursor.Declaration.Start));
    }

    /// <summary>The page of a rule, for the place of a finding: a heading would be larger there than what was found.</summary>
    /// <param name="slug">The rule.</param>
    /// <param name="page">Its page in Markdown, from its heading on.</param>
    public static string OfRule(string slug, string page)
    {
        var heading = $"# {slug}\n\n";
        return $"**{slug}** · {(page.StartsWith(heading, StringComparison.Ordinal) ? page[heading.Length..] : page).Trim()}";
    }
}
