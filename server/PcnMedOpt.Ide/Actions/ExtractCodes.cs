using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Moves the selected entries of a code set to one of their own, which the set includes: together they are the same codes.</summary>
internal static class ExtractCodes
{
    private const string Name = "Move these codes to a code set of their own";

    public static IEnumerable<CodeAction> Of(ActionPlace place)
    {
        if (!place.IsSelection || !place.IsSound || place.Cursor.Parsed.Declaration is not CodesSyntax { Body: CodesBlockSyntax block } codes) yield break;
        var chosen = block.Clauses.Where(c => c.Span.Start <= place.Selected.End && c.Span.End >= place.Selected.Start).ToList();
        if (!chosen.Exists(c => c is EntrySyntax)) yield break;
        if (chosen.Find(c => c is not EntrySyntax) is { } other)
            yield return CodeAction.Refused(Name, ActionKind.Extract, $"'{other.First.Text}' belongs to the whole set: select entries alone.");
        else if (EntryLines.Of(place.Cursor.Parsed.Lexed.Text, block) is not { } lines)
            yield return CodeAction.Refused(Name, ActionKind.Extract, "Entries share a line: format the file first.");
        else
            yield return CodeAction.Keeps(Name, ActionKind.Extract, () => Extract(place, codes, block, [.. lines.Where(l => chosen.Contains(l.Entry))]));
    }

    private static ActionAnswer Extract(ActionPlace place, CodesSyntax codes, CodesBlockSyntax block, List<EntryLines> chosen)
    {
        var facts = place.Declaration.Facts;
        var name = NewNames.Free(place.Compilation, $"{facts.Name}_part");
        var moved = TextSpan.FromBounds(chosen[0].Lines.Start, chosen[^1].Lines.End);
        var text = moved.Of(place.Cursor.Parsed.Lexed.Text);
        var history = string.Concat(block.Clauses.OfType<HistorySyntax>().Select(h => $"  {place.TextOf(h)}\n"));
        var made = $"codes {name} {Strings.Quoted($"{facts.Title ?? facts.Name}, part")} {codes.System.Text} {{\n{text}{history}}}\n";
        return Proof.Checked(
            place.Compilation,
            ActionAnswer.Of(Edits.Before(place.Declaration, made), place.Edit(moved, $"  include {name}\n")),
            [facts.Name ?? ""]);
    }
}
