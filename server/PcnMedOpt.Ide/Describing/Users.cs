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

    /// <summary>The declarations that use a name, itself apart, in the order of the project; words in damaged text do not count.</summary>
    public static IReadOnlyList<PlacedDeclaration> Of(Compilation compilation, string name) =>
    [
        .. Occurrences.Of(compilation, name)
            .Where(o => o.Use is { Role: not NameRole.Mentioned } && o.Declaration.Facts.Name != name)
            .Select(o => o.Declaration)
            .Distinct(),
    ];

    /// <summary>The examples that expect somebody in a cohort, or not in it; of a procedure in any of its cohorts.</summary>
    public static IReadOnlyList<PlacedDeclaration> ExamplesOf(Compilation compilation, string name) =>
        [.. Of(compilation, name).Where(d => d.Facts.Kind == DeclarationKind.Example && d.Facts.Uses.Any(u => u.Name == name && u.Role == NameRole.Cohort))];

    /// <summary>The packs that a declaration is in, as a member or because a member depends on it, by name.</summary>
    public static ImmutableArray<string> PacksOf(Compilation compilation, string name) =>
        Packs.GetValue(compilation, WorkOut).TryGetValue(name, out var packs) ? packs : [];

    private static Dictionary<string, ImmutableArray<string>> WorkOut(Compilation compilation)
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
