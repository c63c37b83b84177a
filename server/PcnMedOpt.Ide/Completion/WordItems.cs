using System.Collections.Immutable;
using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>Suggestions where words and marks stand: for each thing that the grammar asks for.</summary>
internal static class WordItems
{
    public static CompletionList Of(Typing typing)
    {
        if (typing.Before is [{ Kind: TokenKind.Dot }, ..]) return AfterDot(typing);
        var asked = typing.Probe.Asked.ToHashSet();
        if (typing.Probe.IsOutside) asked.UnionWith(AllPhrases.ByAsked.Select(g => g.Key).Where(a => a.Slot == Slot.Declaration && IsWanted(typing, a.Kind)));
        var items = ImmutableArray.CreateBuilder<CompletionItem>();
        var isIncomplete = false;
        foreach (var slot in asked.Where(a => a.Kind == TokenKind.Name).Select(a => a.Slot).Distinct())
        {
            var names = NameItems.Of(typing, slot);
            items.AddRange(names.Items);
            items.AddRange(PartItems.Of(typing, slot));
            isIncomplete |= names.IsIncomplete;
        }
        items.AddRange(PhraseItems.Of(typing, asked));
        if (asked.Any(a => a.Kind == TokenKind.Unit)) items.AddRange(UnitItems.Of(typing));
        if (asked.Any(a => a.Kind == TokenKind.Date)) items.AddRange(Dates.Of(typing));
        if (asked.Contains(new Asked(TokenKind.Arrow, Slot.Step))) items.AddRange(PartItems.Arrows(typing));
        items.AddRange(TextItems.Quoted(typing, asked));
        items.AddRange(CitationItems.Of(typing, asked));
        var codes = CodeItems.Of(typing);
        var fitting = items.Where(i => Matching.Fits(typing.Typed, i.FilterText)).DistinctBy(i => (i.Label, i.Insert)).Concat(codes.Items);
        return new CompletionList([.. fitting.Select(i => i with { SortText = (i.SortText[0] != Items.Unused && i.Label.StartsWith(typing.Typed, StringComparison.OrdinalIgnoreCase) ? "0" : "1") + i.SortText })], isIncomplete || codes.IsIncomplete);
    }

    /// <summary>A file has one protocol, at its beginning.</summary>
    private static bool IsWanted(Typing typing, TokenKind declaration) => declaration != TokenKind.ProtocolWord || typing.Cursor.File.Protocol is null;

    private static CompletionList AfterDot(Typing typing)
    {
        var before = typing.Before;
        var isReference = typing.Probe.Asked.Any(a => a.Kind == TokenKind.Name && a.Slot is Slot.Cohort or Slot.PackMember or Slot.Proof);
        if (!isReference || before.Count < 2) return CompletionList.None;
        var isInner = before is [_, _, { Kind: TokenKind.Dot }, _, ..];
        var parts = isInner ? NameItems.Parts(typing, before[3].Text, before[1].Text) : NameItems.Parts(typing, before[1].Text, null);
        return new CompletionList([.. parts.Where(p => Matching.Fits(typing.Typed, p.Label))], false);
    }
}
