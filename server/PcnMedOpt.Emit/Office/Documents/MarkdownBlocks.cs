using System.Collections.Immutable;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using PcnMedOpt.Emit.Templating;
using Marked = Markdig.Syntax;

namespace PcnMedOpt.Emit.Office.Documents;

/// <summary>Markdown as blocks of a document. HTML in it is text; a link is its text and its address.</summary>
/// <param name="fill">What a text becomes in which placeholders stand.</param>
internal sealed class MarkdownBlocks(Func<TextInline, IEnumerable<Inline>> fill)
{
    private static readonly Lazy<MarkdownPipeline> Pipeline = new(() => new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().Build());

    /// <summary>Without placeholders.</summary>
    public static readonly MarkdownBlocks Plain = new(t => [t]);

    public ImmutableArray<Block> Of(string markdown) => [.. Markdown.Parse(PageEncoder.Legal(markdown), Pipeline.Value).SelectMany(Block)];

    private IEnumerable<Block> Block(Marked.Block block) => block switch
    {
        Marked.HeadingBlock heading => [new ParagraphBlock([.. Lines(heading.Inline, bold: true)])],
        Marked.ListBlock list => [new ListBlock(list.IsOrdered, [.. Entries(list, 0)])],
        Table table => Tables(table),
        LeafBlock { Inline: { } inline } => [new ParagraphBlock([.. Lines(inline)])],
        LeafBlock leaf => leaf.Lines.Count == 0 ? [] : [ParagraphBlock.Of(leaf.Lines.ToString())],
        ContainerBlock container => container.SelectMany(Block),
        _ => [],
    };

    private IEnumerable<ListEntry> Entries(Marked.ListBlock list, int level)
    {
        foreach (var item in list.OfType<ListItemBlock>())
            foreach (var block in item)
                if (block is Marked.ListBlock inner) foreach (var entry in Entries(inner, level + 1)) yield return entry;
                else if (block is LeafBlock { Inline: { } inline }) yield return new ListEntry(level, list.IsOrdered, [.. Lines(inline)]);
    }

    private IEnumerable<Block> Tables(Table table)
    {
        var rows = table.OfType<TableRow>().Select(r => r.OfType<TableCell>().Select(c => c.OfType<LeafBlock>().SelectMany(l => Lines(l.Inline)).ToImmutableArray()).ToImmutableArray()).ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(r => r.Length);
        if (columns == 0) yield break;
        ImmutableArray<string> heads = [.. rows[0].Select(c => string.Concat(c.OfType<TextInline>().Select(t => t.Text))).Concat(Enumerable.Repeat("", columns)).Take(columns)];
        yield return new TableBlock(
            null, heads, [.. Enumerable.Repeat(100 / columns, columns)], [.. rows.Skip(1).Select(r => r.Concat(Enumerable.Repeat(ImmutableArray<Inline>.Empty, columns)).Take(columns).ToImmutableArray())]);
    }

    /// <summary>The pieces of a line. Texts that stand side by side are one, so that a placeholder is never cut in two.</summary>
    private IEnumerable<Inline> Lines(ContainerInline? container, bool bold = false)
    {
        var together = new List<Inline>();
        foreach (var inline in Pieces(container, bold, false))
            if (inline is TextInline text && together is [.., TextInline last] && (last.Bold, last.Italic) == (text.Bold, text.Italic)) together[^1] = last with { Text = last.Text + text.Text };
            else together.Add(inline);
        return together.SelectMany(i => i is TextInline text ? fill(text) : [i]);
    }

    private static IEnumerable<Inline> Pieces(ContainerInline? container, bool bold, bool italic) => (container ?? []).SelectMany<Marked.Inlines.Inline, Inline>(inline => inline switch
    {
        LiteralInline literal => [new TextInline(literal.Content.ToString(), bold, italic)],
        CodeInline code => [new TextInline(code.Content, bold, italic)],
        HtmlEntityInline entity => [new TextInline(entity.Transcoded.ToString(), bold, italic)],
        AutolinkInline address => [new TextInline(address.Url, bold, italic)],
        LineBreakInline line => [line.IsHard ? new BreakInline() : new TextInline(" ", bold, italic)],
        EmphasisInline emphasis => Pieces(emphasis, bold || emphasis.DelimiterCount >= 2, italic || emphasis.DelimiterCount == 1),
        LinkInline link => [.. Pieces(link, bold, italic), new TextInline($" ({link.Url})", bold, italic)],
        ContainerInline other => Pieces(other, bold, italic),
        _ => [],
    });
}
