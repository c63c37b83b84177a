using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Describing;

/// <summary>Who uses a declaration, and which packs take it with them.</summary>
public static class Users
{
    private static readonly ConditionalWeakTable<Compilation, Dictionary<string, ImmutableArray<string>>> Packs = [];
    private static readonly ConditionalWeakTable<Compilation, ILookup<string, PlacedDeclaration>> Examples = [];

    /// <summary>The declarations that use a name, itself apart, in the order of the project; words in damaged text do not count.</summary>
    public static IReadOnlyList<PlacedDeclaration> Of(Compilation compilation, string name) =>
    [
        .. Occurrences.Of(compilation, name)
            .Where(o => o.Use is { Role: not NameRole.Mentioned } && o.Declaration.Facts.Name != name)
            .Select(o => o.Declaration)
            .Distinct(),
    ];

    /// <summary>The examples that expect somebody in a cohort, or not in it; of a procedure in any of its cohorts.</summary>
    public static IReadOnlyList<PlacedDeclaration> ExamplesOf(Compilation compilation, string name) => [.. Examples.GetValue(compilation, ExamplesByName)[name]];

    /// <summary>The packs that a declaration is in, as a member or because a member depends on it, by name.</summary>
    public static ImmutableArray<string> PacksOf(Compilation compilation, string name) =>
        Packs.GetValue(compilation, PacksByName).TryGetValue(name, out var packs) ? packs : [];

    private static ILookup<string, PlacedDeclaration> ExamplesByName(Compilation compilation) => (
        from file in compilation.Files.Values
        from declaration in file.Declarations
        where declaration.Facts.Kind == DeclarationKind.Example
        from name in declaration.Facts.Uses.Where(u => u.Role == NameRole.Cohort).Select(u => u.Name).Distinct(StringComparer.Ordinal)
        select (name, declaration)).ToLookup(e => e.name, e => e.declaration, StringComparer.Ordinal);

    private static Dictionary<string, ImmutableArray<string>> PacksByName(Compilation compilation)
    {
        var found = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        foreach (var pack in compilation.Names.OfKind(DeclarationKind.Pack).OrderBy(p => p.Facts.Name, StringComparer.Ordinal))
        {
            var taken = new HashSet<string>(StringComparer.Ordinal);
            var open = new Stack<PlacedDeclaration>([pack]);
            while (open.TryPop(out var at))
                foreach (var use in at.Facts.Uses)
                    if (use.Role != NameRole.Mentioned && compilation.Names.Find(use.Name) is { } declaration && taken.Add(use.Name)) open.Push(declaration);
            foreach (var name in taken)
            {
                if (!found.TryGetValue(name, out var packs)) found[name] = packs = [];
                packs.Add(pack.Facts.Name ?? "");
            }
        }
        return found.ToDictionary(f => f.Key, f => f.Value.ToImmutableArray(), StringComparer.Ordinal);
    }
}
