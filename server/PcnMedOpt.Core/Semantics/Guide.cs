using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>A text that is printed where it stands (Markdown).</summary>
public sealed record Guide(string? Title, string Markdown)
{
    public static ImmutableArray<Guide> Of(ImmutableArray<ClauseSyntax> clauses) =>
        [.. clauses.OfType<GuideSyntax>().Select(g => new Guide(g.Title is null ? null : Strings.Value(g.Title), Strings.Value(g.Text)))];
}
