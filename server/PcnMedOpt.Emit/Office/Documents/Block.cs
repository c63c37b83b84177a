using System.Collections.Immutable;

namespace PcnMedOpt.Emit.Office.Documents;

/// <summary>A piece of a line.</summary>
internal abstract record Inline
{
    private protected Inline()
    {
    }
}

internal sealed record TextInline(string Text, bool Bold = false, bool Italic = false) : Inline;

/// <summary>A place that a clinical system, or Word's mail merge, fills in. It stands out until it is filled.</summary>
internal sealed record MergeInline(string Name) : Inline;

/// <summary>The next line of the same paragraph.</summary>
internal sealed record BreakInline : Inline;

/// <summary>A piece of a document, from top to bottom.</summary>
internal abstract record Block
{
    private protected Block()
    {
    }
}

/// <summary>A real heading, of level 1 to 3.</summary>
internal sealed record HeadingBlock(int Level, string Text) : Block;

internal enum ParagraphLook
{
    Normal,
    Title,
    Warning,
    Note,
}

internal sealed record ParagraphBlock(ImmutableArray<Inline> Inlines, ParagraphLook Look = ParagraphLook.Normal) : Block
{
    public static ParagraphBlock Of(string text, ParagraphLook look = ParagraphLook.Normal) => new([new TextInline(text)], look);
}

/// <summary>A list; each numbered one begins with 1. Lists within lists are entries of a deeper level.</summary>
internal sealed record ListBlock(bool Numbered, ImmutableArray<ListEntry> Entries) : Block;

internal sealed record ListEntry(int Level, bool Numbered, ImmutableArray<Inline> Inlines);

/// <summary>A table whose head is repeated on every page, and whose rows are never split.</summary>
/// <param name="Caption">Above it; null where a heading says it.</param>
/// <param name="Heads">One for each column.</param>
/// <param name="Widths">In percent.</param>
/// <param name="Rows">Each with a cell for each column.</param>
internal sealed record TableBlock(string? Caption, ImmutableArray<string> Heads, ImmutableArray<int> Widths, ImmutableArray<ImmutableArray<ImmutableArray<Inline>>> Rows) : Block
{
    public static TableBlock Of(string? caption, ImmutableArray<string> heads, ImmutableArray<int> widths, IEnumerable<ImmutableArray<string>> rows) =>
        new(caption, heads, widths, [.. rows.Select(r => r.Select(Cell).ToImmutableArray())]);

    /// <summary>The text of a cell; each of its lines is a line.</summary>
    public static ImmutableArray<Inline> Cell(string text) =>
        [.. text.Split('\n').SelectMany((l, i) => i == 0 ? [new TextInline(l)] : new Inline[] { new BreakInline(), new TextInline(l) })];
}

/// <summary>A document on A4.</summary>
/// <param name="Properties">What it says of itself.</param>
/// <param name="Header">At the head of every page; null for nothing.</param>
/// <param name="Footer">At the foot of every page, before the number of the page.</param>
/// <param name="Blocks">From top to bottom.</param>
internal sealed record WordDocument(OfficeProperties Properties, string? Header, string Footer, ImmutableArray<Block> Blocks);
