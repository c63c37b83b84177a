using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Navigation;

/// <summary>A declaration, or a cohort of a procedure, among those that feed each other.</summary>
/// <param name="Symbol">What finds it again: its name; null of an example, which has none.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name with its part; of an example its title.</param>
/// <param name="Title">What it is called; null without a title.</param>
/// <param name="Place">Where it stands.</param>
public sealed record FeedItem(Symbol? Symbol, DeclarationKind Kind, string Name, string? Title, NavigationTarget Place);

/// <summary>Another item that it feeds or is fed by, and the words that say so.</summary>
public sealed record Feed(FeedItem Item, ImmutableArray<FilePlace> Places);

/// <summary>
/// Which declarations feed which: a cohort those that start from it, look into it, count it, write to it, pack it or expect it; a procedure its cohorts'
/// users and those that take its limits over; a code set or parameter whatever uses it.
/// </summary>
public static class CallHierarchy
{
    /// <summary>What stands at a place; elsewhere in a declaration the declaration itself.</summary>
    public static FeedItem? At(Compilation compilation, string path, int offset)
    {
        var symbol = Symbols.At(compilation, path, offset)?.Symbol;
        if (symbol is not (DeclaredName or DerivedName) || ItemOf(compilation, symbol) is not { } item)
            return Cursor.At(compilation, path, offset) is { Declaration: { Facts.Kind: not DeclarationKind.None } declaration } ? ItemOf(declaration) : null;
        return item;
    }

    /// <summary>The item of a symbol in this version of the project; null when it is gone.</summary>
    public static FeedItem? ItemOf(Compilation compilation, Symbol symbol) => symbol switch
    {
        DeclaredName name when compilation.Names.Find(name.Name) is { } declaration => ItemOf(declaration),
        DerivedName derived when compilation.Cohort($"{derived.Sop}.{derived.Part}") is { } cohort => new FeedItem(
            derived, DeclarationKind.Cohort, cohort.Name, cohort.Title, Definitions.Of(compilation, derived).First()),
        _ => null,
    };

    /// <summary>What it feeds: whatever uses it.</summary>
    public static ImmutableArray<Feed> Incoming(Compilation compilation, FeedItem item)
    {
        if (item.Symbol is null) return [];
        return Grouped(
            from place in Symbols.PlacesOf(compilation, item.Symbol)
            where !place.IsDeclaration
            let user = place.Declaration is { } declaration ? ItemOf(declaration) : null
            where user is not null
            select (user, place.Place));
    }

    /// <summary>What feeds it: the cohorts, measures, procedures and documents that it uses, not its code sets and parameters.</summary>
    public static ImmutableArray<Feed> Outgoing(Compilation compilation, FeedItem item)
    {
        if (item.Symbol is DerivedName derived)
            return ItemOf(compilation, new DeclaredName(derived.Sop)) is { } sop ? [new Feed(sop, [item.Place.Name])] : [];
        if (!compilation.Files.TryGetValue(item.Place.Name.Path, out var file)) return [];
        if (file.Declarations.LastOrDefault(d => d.Start <= item.Place.Name.Span.Start) is not { } declaration) return [];
        return Grouped(
            from use in declaration.Facts.Uses
            where use.Role is NameRole.Cohort or NameRole.PackMember or NameRole.Evidence or NameRole.Procedure
            let whole = new FilePlace(file.Path, use.Span.Shift(declaration.Start))
            let symbol = use.Part is null ? (Symbol)new DeclaredName(use.Name) : new DerivedName(use.Name, use.Part)
            let feeds = ItemOf(compilation, symbol)
            where feeds is not null
            select (feeds, whole));
    }

    private static FeedItem ItemOf(PlacedDeclaration declaration)
    {
        var facts = declaration.Facts;
        return new FeedItem(
            facts.Name is null ? null : new DeclaredName(facts.Name), facts.Kind, facts.Name ?? facts.Title ?? facts.Kind.Noun(), facts.Title, NavigationTarget.Of(declaration));
    }

    private static ImmutableArray<Feed> Grouped(IEnumerable<(FeedItem Item, FilePlace Place)> found) =>
        [.. found.GroupBy(f => (f.Item.Name, f.Item.Place.Name)).Select(g => new Feed(g.First().Item, [.. g.Select(f => f.Place)]))];
}
