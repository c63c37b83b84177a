using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What ends a clause: a citation of one of the protocol's sources.</summary>
internal static class CitationItems
{
    public static IEnumerable<CompletionItem> Of(Typing typing, IEnumerable<Asked> asked)
    {
        var all = asked.ToList();
        if (all.Exists(a => a is { Kind: TokenKind.EvidenceWord, Slot: Slot.None }) && typing.Before is [{ Kind: TokenKind.OpenBracket }, ..])
            return Sources(typing, id => $"evidence {id}", Items.Fitting);
        return all.Exists(a => a is { Kind: TokenKind.OpenBracket, Slot: Slot.Citation }) ? Sources(typing, id => $"[evidence {id}]", Items.Rare) : [];
    }

    private static IEnumerable<CompletionItem> Sources(Typing typing, Func<string, string> text, char group) =>
        (typing.Cursor.File.Protocol?.Evidence ?? []).Select((e, i) => Items.Of(typing, text(e.Id), CompletionKind.Evidence, e.Text, text(e.Id), group, i) with
        {
            Key = $"evidence {typing.Cursor.File.Path} {e.Id}",
        });
}
