using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Hovering;

/// <summary>A declaration, wherever its name stands.</summary>
internal static class DeclarationHover
{
    private const int MostLines = 24;
    private const int MostUsers = 5;

    public static string Of(Compilation compilation, PlacedDeclaration declaration, ImmutableArray<ITarget> systems)
    {
        var name = declaration.Facts.Name;
        return Markdown.Paragraphs(
            Of(Description.Of(compilation, declaration)),
            Systems(compilation, declaration, systems),
            name is null ? null : UsedBy(Users.Of(compilation, name)),
            name is null || declaration.Facts.Kind == DeclarationKind.Pack ? null : InPacks(Users.PacksOf(compilation, name)));
    }

    public static string Of(Description description) => Markdown.Paragraphs(
        $"**{Markdown.Text(description.Title)}** · {description.Noun}{(description.Name is null ? "" : $" {Markdown.Code(description.Name)}")}",
        description.Text is null ? null : Markdown.Block(description.Text),
        Markdown.List(description.Lines, MostLines),
        description.Protocol is null ? null : $"Protocol: {Markdown.Text(description.Protocol)}");

    /// <summary>How many tests a system does not express exactly; each test says which.</summary>
    private static string? Systems(Compilation compilation, PlacedDeclaration declaration, ImmutableArray<ITarget> systems)
    {
        var conditions = SystemFits.Searched(compilation.ModelOf(declaration)).ToList();
        if (conditions.Count == 0) return null;
        var said = from fit in conditions.SelectMany(c => SystemFits.Of(compilation, systems, c))
                   group fit by fit.System into system
                   let tests = system.SelectMany(f => f.Tests).ToList()
                   let hand = tests.Count(t => t.Fit.Grade == FitGrade.ByHand)
                   let near = tests.Count - hand
                   select $"{system.Key}: {(tests.Count == 0 ? "exact" : string.Join(", ", new[] { hand > 0 ? $"{ProjectWords.Count(hand, "test")} by hand" : "", near > 0 ? $"{ProjectWords.Count(near, "test")} approximate" : "" }.Where(t => t.Length > 0)))}";
        return string.Join(" · ", said);
    }

    private static string UsedBy(ImmutableArray<PlacedDeclaration> users)
    {
        if (users.Length == 0) return "Used by nothing.";
        var shown = users.Take(MostUsers).Select(u => $"{u.Facts.Kind.Noun()} {(u.Facts.Name is { } name ? Markdown.Code(name) : $"“{Markdown.Text(u.Facts.Title ?? "")}”")}");
        return $"Used by {ProjectWords.Count(users.Length, "declaration")}: {string.Join(", ", shown)}{(users.Length > MostUsers ? $" and {ProjectWords.Count(users.Length - MostUsers, "other")}" : "")}.";
    }

    private static string? InPacks(ImmutableArray<string> packs) =>
        packs.IsEmpty ? null : $"In the {(packs.Length == 1 ? "pack" : "packs")} {string.Join(", ", packs.Select(Markdown.Code))}.";
}
