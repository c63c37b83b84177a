using System.Collections.Immutable;
using System.Text;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Core.Syntax;

/// <summary>
/// A part of a declaration: the tokens from <see cref="First"/> up to, but not including, <see cref="After"/>. Nodes do not point at
/// their parents. The grammar places a node when it has made it; from then on nothing changes.
/// </summary>
public abstract class SyntaxNode
{
    private Token? first;
    private Token? after;

    public Token First => first ?? throw new InvalidOperationException("The node has not been placed.");

    public Token After => after ?? throw new InvalidOperationException("The node has not been placed.");

    /// <summary>Its last token, or its first when the node is empty.</summary>
    public Token Last
    {
        get
        {
            var last = First;
            while (last.Next != After && last.Next != last) last = last.Next;
            return last;
        }
    }

    /// <summary>From the start of its first token to the end of its last, in the slice.</summary>
    public TextSpan Span => First == After ? new TextSpan(First.Start, 0) : TextSpan.FromBounds(First.Start, Last.EndOffset);

    public IEnumerable<Token> Tokens
    {
        get
        {
            for (var token = First; token != After; token = token.Next) yield return token;
        }
    }

    /// <summary>Its text on one line, without comments.</summary>
    public string OneLine => TextBetween(Span);

    /// <summary>The nodes directly below it; of a clause also the citations that end it.</summary>
    public IReadOnlyList<SyntaxNode> Children
    {
        get
        {
            var children = new NodeList();
            Gather(children);
            return children.Nodes;
        }
    }

    /// <summary>This node and everything below it, in the order of the text.</summary>
    public List<SyntaxNode> DescendantsAndSelf()
    {
        var all = new List<SyntaxNode>();
        var open = new NodeList().Add(this);
        while (open.Nodes.Count > 0)
        {
            var node = open.Nodes[^1];
            open.Nodes.RemoveAt(open.Nodes.Count - 1);
            all.Add(node);
            var from = open.Nodes.Count;
            node.Gather(open);
            open.Nodes.Reverse(from, open.Nodes.Count - from);
        }
        return all;
    }

    /// <summary>The nodes that hold an offset, from this one inwards.</summary>
    public IEnumerable<SyntaxNode> PathTo(int offset)
    {
        for (var node = this; node is not null; node = node.Children.FirstOrDefault(c => c.Span.Contains(offset))) yield return node;
    }

    /// <summary>The tokens of a stretch of it on one line, without comments.</summary>
    public string TextBetween(TextSpan span)
    {
        var text = new StringBuilder();
        foreach (var token in Tokens.SkipWhile(t => t.Start < span.Start).TakeWhile(t => t.Start < span.End))
        {
            text.Append(token.Chars);
            if (token.EndOffset < span.End && token.Trivia.Length > 0) text.Append(' ');
        }
        return text.ToString();
    }

    internal void Place(Token from, Token to)
    {
        first = from;
        after = to;
    }

    /// <summary>Adds the nodes directly below; a node without any need not say so.</summary>
    protected internal virtual void AddChildren(NodeList to)
    {
    }

    private void Gather(NodeList to)
    {
        AddChildren(to);
        if (this is ClauseSyntax { Cites.IsEmpty: false } clause) to.All(clause.Cites);
    }
}

/// <summary>A clause, criterion or entry: something that stands in a body and may cite its evidence.</summary>
public abstract class ClauseSyntax : SyntaxNode
{
    /// <summary>The citations after it, set once by the grammar.</summary>
    public ImmutableArray<CiteSyntax> Cites { get; internal set; } = [];
}

/// <summary><c>[evidence pcn_des "section 3.2"]</c></summary>
public sealed class CiteSyntax(Token evidence, Token? section) : SyntaxNode
{
    public Token Evidence => evidence;

    public Token? Section => section;
}

/// <summary>Text that could not be read: where reading stopped, and what was expected there.</summary>
public sealed class SkippedSyntax(Token at, string expected, IReadOnlyList<TokenKind> words) : ClauseSyntax
{
    public Token At => at;

    public string Expected => expected;

    public IReadOnlyList<TokenKind> Words => words;
}

/// <summary>Something between braces. A missing closing brace is null.</summary>
public interface IBlockSyntax
{
    Token Open { get; }

    Token? Close { get; }
}
