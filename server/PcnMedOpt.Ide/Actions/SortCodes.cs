using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Sorts the entries of a code set by their terms. Comments stay with the entry that they stand above or behind; an empty line or another clause parts two groups.</summary>
internal static class SortCodes
{
    private const string Name = "Sort the codes by their terms";

    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (!place.IsSound || place.Cursor.Parsed.Declaration is not CodesSyntax { Body: CodesBlockSyntax block } || place.IsSelection) yield break;
        var text = place.Cursor.Parsed.Lexed.Text;
        if (EntryLines.Of(text, block) is not { } lines) yield break;
        var edits = Groups(text, lines).Select(g => (Group: g, Sorted: Sorted(g))).Where(g => !g.Group.SequenceEqual(g.Sorted)).ToList();
        if (edits.Count == 0) yield break;
        yield return CodeAction.Keeps(Name, ActionKind.Rewrite, () => Proof.Checked(
            place.Compilation,
            ActionAnswer.Of(edits.Select(e => place.Edit(TextSpan.FromBounds(e.Group[0].Lines.Start, e.Group[^1].Lines.End), string.Concat(e.Sorted.Select(s => Line(text, s)))))),
            [place.Declaration.Facts.Name ?? ""]));
    }

    private static List<EntryLines> Sorted(List<EntryLines> group) =>
        [.. group.OrderBy(e => e.Term.Length == 0).ThenBy(e => e.Term, StringComparer.OrdinalIgnoreCase).ThenBy(e => e.Term, StringComparer.Ordinal)];

    private static string Line(string text, EntryLines entry)
    {
        var lines = entry.Lines.Of(text);
        return lines.EndsWith('\n') ? lines : lines + "\n";
    }

    private static IEnumerable<List<EntryLines>> Groups(string text, List<EntryLines> lines)
    {
        var group = new List<EntryLines>();
        foreach (var entry in lines)
        {
            if (group.Count > 0 && group[^1].Lines.End != entry.Lines.Start)
            {
                yield return group;
                group = [];
            }
            group.Add(entry);
        }
        if (group.Count > 0 && group[^1].Lines.Of(text).EndsWith('\n')) yield return group;
    }
}

/// <summary>The whole lines of an entry of a code set: the comments directly above it, the entry, what stands behind it.</summary>
internal sealed record EntryLines(EntrySyntax Entry, string Term, TextSpan Lines)
{
    /// <summary>Null when entries share lines with each other or with anything else.</summary>
    public static List<EntryLines>? Of(string text, CodesBlockSyntax block)
    {
        var all = new List<EntryLines>();
        var before = LineEnd(text, block.Open.EndOffset);
        foreach (var clause in block.Clauses)
        {
            var (start, end) = (LineStart(text, clause.Span.Start), LineEnd(text, clause.Span.End));
            if (start < before || (block.Close is { } close && close.Start < end)) return null;
            if (clause is EntrySyntax entry)
                all.Add(new EntryLines(entry, entry.Code.Code.Term is { } term ? Strings.Value(term) : "", TextSpan.FromBounds(WithComments(text, start, before), end)));
            before = end;
        }
        return all;
    }

    private static int WithComments(string text, int start, int before)
    {
        while (start > before)
        {
            var above = LineStart(text, start - 1);
            if (!text.AsSpan(above, start - above).TrimStart().StartsWith("//")) break;
            start = above;
        }
        return start;
    }

    private static int LineStart(string text, int offset) => offset == 0 ? 0 : text.LastIndexOf('\n', offset - 1) + 1;

    private static int LineEnd(string text, int offset)
    {
        var end = text.IndexOf('\n', offset);
        return end < 0 ? text.Length : end + 1;
    }
}
