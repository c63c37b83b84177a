using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Naming;

namespace PcnMedOpt.Ide.Describing;

/// <summary>Who uses a declaration, and which packs take it with them. What was asked once of a compilation is kept with it.</summary>
public static class Users
{
    private static readonly ConditionalWeakTable<Compilation, ConcurrentDictionary<string, ImmutableArray<PlacedDeclaration>>> Known = [];

    /// <summary>The declarations that use a name, itself apart, in the order of the project; words in damaged text do not count.</summary>
    public static ImmutableArray<PlacedDeclaration> Of(Compilation compilation, string name) =>
        Known.GetValue(compilation, _ => new(StringComparer.Ordinal)).GetOrAdd(
            name,
            asked =>
            [
                .. Occurrences.Of(compilation, asked)
                    .Where(o => o.Use is { Role: not NameRole.Mentioned } && o.Declaration.Facts.Name != asked)
                    .Select(o => o.Declaration)
                    .Distinct(),
            ]);

    /// <summary>The examples that expect somebody in a cohort, or not in it; of a procedure in any of its cohorts.</summary>
    public static ImmutableArray<PlacedDeclaration> ExamplesOf(Compilation compilation, string name) =>
        [.. Of(compilation, name).Where(d => d.Facts.Kind == DeclarationKind.Example && d.Facts.Uses.Any(u => u.Name == name && u.Role == NameRole.Cohort))];

    /// <summary>The packs that a declaration is in, as a member or because a member depends on it, by name.</summary>
    public static ImmutableArray<string> PacksOf(Compilation compilation, string name)
    {
        var packs = new SortedSet<string>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal) { name };
        var open = new Stack<string>(seen);
        while (open.TryPop(out var at))
            foreach (var user in Of(compilation, at))
                if (user.Facts.Name is { } other && compilation.Names.Find(other) == user)
                {
                    if (user.Facts.Kind == DeclarationKind.Pack) packs.Add(other);
                    else if (seen.Add(other)) open.Push(other);
                }
        return [.. packs];
    }
}
