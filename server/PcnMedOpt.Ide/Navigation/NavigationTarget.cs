using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Navigation;

/// <summary>Where to go: the whole of what stands there, and the name or word in it that is shown.</summary>
public sealed record NavigationTarget(FilePlace Whole, FilePlace Name)
{
    /// <summary>A declaration, from its first word to its end.</summary>
    public static NavigationTarget Of(PlacedDeclaration declaration)
    {
        var name = Placed(declaration, declaration.Facts.NameSpan);
        var parsed = declaration.Declared.Slice.Parsed;
        return new NavigationTarget(parsed.Declaration is null ? name : Placed(declaration, parsed.Declaration.Span), name);
    }

    public static NavigationTarget Of(PlacedDeclaration declaration, SyntaxNode node, Token? name = null) =>
        new(Placed(declaration, node.Span), Placed(declaration, (name ?? node.First).Span));

    public static FilePlace Placed(PlacedDeclaration declaration, TextSpan span) => new(declaration.File.Path, span.Shift(declaration.Start));
}

/// <summary>Where a word leads to.</summary>
/// <param name="From">The word.</param>
/// <param name="To">Usually one place; several where several make it together.</param>
public sealed record Navigation(FilePlace From, ImmutableArray<NavigationTarget> To);
