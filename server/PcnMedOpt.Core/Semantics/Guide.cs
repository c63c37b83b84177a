using System.Collections.Immutable;
using PcnMedOpt.Core.Syntax;

namespace PcnMedOpt.Core.Semantics;

/// <summary>A text that is printed where it stands (Markdown).</summary>
public sealed record Guide(string? Title, string Markdown)
{
    public static ImmutableArray<Guide> Of(ImmutableArray<ClauseSyntax> clauses) =>
        [.. clauses.OfType<GuideSyntax>().Select(Of)];

    public static Guide Of(GuideSyntax guide) => new(guide.Title is null ? null : Strings.Value(guide.Title), Strings.Value(guide.Text));
}
