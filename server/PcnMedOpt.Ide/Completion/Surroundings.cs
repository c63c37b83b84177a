using PcnMedOpt.Core.Parsing;
using PcnMedOpt.Core.Rules.Names;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Ide.Completion;

/// <summary>What the cursor is inside of.</summary>
internal static class Surroundings
{
    /// <summary>The declaration and the nodes in it that are open where somebody types, from the outermost inwards.</summary>
    public static IEnumerable<SyntaxNode> Open(Probe probe)
    {
        for (SyntaxNode? node = probe.IsOutside ? null : probe.Read.Declaration; node is not null; node = node.Children.LastOrDefault(c => IsOpen(c, probe))) yield return node;
    }

    /// <summary>The innermost block of the whole declaration that holds the word that is being typed.</summary>
    public static SyntaxNode? Block(Typing typing) =>
        typing.Cursor.Parsed.Nodes.LastOrDefault(n => n is IBlockSyntax block && block.Open.EndOffset <= typing.Word.Start && (block.Close is null || typing.Word.End <= block.Close.Start));

    /// <summary>The words of clauses that may stand once, and stand there already: of the block, or of the field, option or column that is being written.</summary>
    public static IReadOnlyCollection<string> Taken(Typing typing)
    {
        var last = typing.Probe.Read.Nodes.LastOrDefault(n => n is FieldSyntax or OptionSyntax or ColumnSyntax && (n.After == typing.Probe.Token || IsOpen(n, typing.Probe)));
        var siblings = (Block(typing)?.Children ?? []).Where(c => c is ClauseSyntax && c.First.Start != typing.Word.Start).Concat(last?.Children ?? []);
        return [.. siblings.Select(DuplicateClause.WordsOf).OfType<string>().Distinct()];
    }

    /// <summary>How the clause before begins, or outside the declaration before: another of the kind often follows.</summary>
    public static TokenKind? ClauseBefore(Probe probe)
    {
        if (probe.IsOutside) return probe.Read.Lexed.First is { Kind: not TokenKind.Probe } keyword ? keyword.Kind : null;
        return probe.Read.Nodes.LastOrDefault(n => n is ClauseSyntax and not SkippedSyntax && n.After == probe.Token)?.First.Kind;
    }

    /// <summary>"snomed" or "dmd" of the code set that is being written; null outside of one.</summary>
    public static TokenKind? SystemOf(Probe probe) => probe.IsOutside || probe.Read.Lexed.First.Kind != TokenKind.CodesWord ? null
        : probe.Read.Lexed.Tokens.Take(4).FirstOrDefault(t => t.Kind is TokenKind.SnomedWord or TokenKind.DmdWord)?.Kind;

    /// <summary>The slot is where a clause begins.</summary>
    public static bool BeginsClause(Slot slot) => slot is Slot.Declaration or (>= Slot.ProtocolClause and <= Slot.PatientLine);

    private static bool IsOpen(SyntaxNode node, Probe probe) => node.After.Kind == TokenKind.End && node.First.Start <= probe.Token.Start;
}
