using System.Collections.Immutable;

namespace PcnMedOpt.Core.Syntax;

/// <summary>Gathers nodes in the order of the text; what is absent is passed over.</summary>
public sealed class NodeList
{
    private readonly List<SyntaxNode> nodes = [];

    public List<SyntaxNode> Nodes => nodes;

    public NodeList Add(SyntaxNode? node)
    {
        if (node is not null) nodes.Add(node);
        return this;
    }

    public NodeList All<T>(ImmutableArray<T> many)
        where T : SyntaxNode
    {
        foreach (var node in many) nodes.Add(node);
        return this;
    }
}
