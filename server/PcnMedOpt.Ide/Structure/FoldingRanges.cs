using PcnMedOpt.Core;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Structure;

public enum FoldingKind
{
    /// <summary>A declaration, or something between braces.</summary>
    Body,

    /// <summary>Comment lines that stand together, or a comment of several lines.</summary>
    Comment,

    /// <summary>A block of text.</summary>
    Text,
}

/// <summary>Whole lines that can be hidden, but for the first of them. The span is from the line that stays to the end of the last that is hidden.</summary>
public sealed record FoldingRange(TextSpan Span, FoldingKind Kind);

/// <summary>What can be folded in a file; one range for each line that begins one, the largest. The line of a closing brace stays.</summary>
public static class FoldingRanges
{
    public static IReadOnlyList<FoldingRange> Of(SourceFile file)
    {
        var found = new SortedDictionary<int, FoldingRange>();
        foreach (var declaration in file.Declarations)
        {
            foreach (var (span, kind) in Blocks(declaration).Concat(Comments.Of(declaration).Select(c => (c, FoldingKind.Comment))))
                if (Lines(file, span.Shift(declaration.Start), kind) is { } range)
                {
                    var line = file.Lines.At(range.Span.Start).Line;
                    if (!found.TryGetValue(line, out var known) || known.Span.End < range.Span.End) found[line] = range;
                }
        }
        return [.. found.Values];
    }

    private static IEnumerable<(TextSpan Span, FoldingKind Kind)> Blocks(PlacedDeclaration declaration)
    {
        var parsed = declaration.Declared.Slice.Parsed;
        foreach (var node in parsed.Nodes)
            if (node is IBlockSyntax { Close: { } close } block) yield return (TextSpan.FromBounds(Head(node, block).Start, close.Start), FoldingKind.Body);
            else if (node is DeclarationSyntax { Keyword: { } keyword } && node is CodesSyntax or ParameterSyntax) yield return (TextSpan.FromBounds(keyword.Start, node.Span.End), FoldingKind.Body);
        for (var token = parsed.Lexed.First; token.Kind != TokenKind.End; token = token.Next)
            if (token.Kind == TokenKind.Text) yield return (token.Span, FoldingKind.Text);
    }

    /// <summary>A body is folded under the line of its first word, wherever its brace stands.</summary>
    private static Token Head(SyntaxNode node, IBlockSyntax block) => node is DeclarationSyntax or ClauseSyntax ? node.First : block.Open;

    private static FoldingRange? Lines(SourceFile file, TextSpan span, FoldingKind kind)
    {
        var (first, last) = (file.Lines.At(span.Start).Line, file.Lines.At(span.End).Line);
        if (kind == FoldingKind.Body && span.End < file.Text.Length && file.Text[span.End] == '}') last--;
        return last > first ? new FoldingRange(TextSpan.FromBounds(span.Start, EndOf(file, last)), kind) : null;
    }

    /// <summary>The end of a line's text, before what ends the line.</summary>
    private static int EndOf(SourceFile file, int line)
    {
        var end = line < file.Lines.Lines ? file.Lines.StartOf(line + 1) : file.Text.Length;
        while (end > file.Lines.StartOf(line) && file.Text[end - 1] is '\r' or '\n') end--;
        return end;
    }
}
