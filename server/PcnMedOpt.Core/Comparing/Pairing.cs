using System.Collections.Immutable;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core.Comparing;

/// <summary>A declaration in the old project and in the new one; null where it is not.</summary>
internal sealed record Pair(PlacedDeclaration? Old, PlacedDeclaration? New)
{
    public PlacedDeclaration Either => New ?? Old ?? throw new System.Diagnostics.UnreachableException("A pair of nothing");

    public DeclarationKind Kind => Either.Facts.Kind;

    public bool IsRenamed => Old is not null && New is not null && Old.Facts.Name != New.Facts.Name;
}

/// <summary>Finds for each declaration the one that it was: of the same kind and name, else of the same kind and body under another name.</summary>
internal sealed class Pairing
{
    private readonly Dictionary<string, string> renamed = new(StringComparer.Ordinal);

    private Pairing(ImmutableArray<Pair> pairs) => Pairs = pairs;

    /// <summary>In the order of the new project's files and texts, what is gone after them.</summary>
    public ImmutableArray<Pair> Pairs { get; private init; }

    /// <summary>New names by old ones.</summary>
    public IReadOnlyDictionary<string, string> Renamed => renamed;

    /// <summary>The new name of a cohort, also of one of a procedure.</summary>
    public string NewName(string old)
    {
        var dot = old.IndexOf('.', StringComparison.Ordinal);
        var parts = old.Split('.').Select(p => renamed.GetValueOrDefault(p, p));
        return dot < 0 ? renamed.GetValueOrDefault(old, old) : string.Join('.', parts);
    }

    public static Pairing Of(Compilation old, Compilation now)
    {
        var before = Declarations(old).ToList();
        var byName = before.GroupBy(Key).ToDictionary(g => g.Key, g => g.First());
        var taken = new HashSet<PlacedDeclaration>();
        var matched = new Dictionary<PlacedDeclaration, PlacedDeclaration>();
        foreach (var declaration in Declarations(now))
            if (byName.TryGetValue(Key(declaration), out var same) && taken.Add(same)) matched.Add(declaration, same);
        var pairing = new Pairing([]);
        while (pairing.MatchedByBody(before.Where(b => !taken.Contains(b)).ToList(), Declarations(now).Where(d => !matched.ContainsKey(d)).ToList()) is { Count: > 0 } found)
            foreach (var (to, from) in found)
            {
                taken.Add(from);
                matched.Add(to, from);
                if (from.Facts.Name is { } oldName && to.Facts.Name is { } newName) pairing.renamed[oldName] = newName;
            }
        return pairing.With([.. Declarations(now).Select(d => new Pair(matched.GetValueOrDefault(d), d)), .. before.Where(b => !taken.Contains(b)).Select(b => new Pair(b, null))]);
    }

    private Pairing With(ImmutableArray<Pair> pairs)
    {
        var whole = new Pairing(pairs);
        foreach (var (old, name) in renamed) whole.renamed.Add(old, name);
        return whole;
    }

    private List<(PlacedDeclaration New, PlacedDeclaration Old)> MatchedByBody(List<PlacedDeclaration> gone, List<PlacedDeclaration> come)
    {
        var open = gone.GroupBy(d => (d.Facts.Kind, WrittenText.Body(d, renamed))).ToDictionary(g => g.Key, g => new Queue<PlacedDeclaration>(g));
        var found = new List<(PlacedDeclaration, PlacedDeclaration)>();
        foreach (var declaration in come)
            if (open.TryGetValue((declaration.Facts.Kind, WrittenText.Body(declaration, ImmutableDictionary<string, string>.Empty)), out var same) && same.TryDequeue(out var old))
                found.Add((declaration, old));
        return found;
    }

    /// <summary>An example has no name but its title; what declares nothing is no declaration here.</summary>
    private static (DeclarationKind, string) Key(PlacedDeclaration declaration) => (declaration.Facts.Kind, declaration.Facts.Name ?? declaration.Facts.Title ?? "");

    private static IEnumerable<PlacedDeclaration> Declarations(Compilation compilation) =>
        compilation.Files.Values.SelectMany(f => f.Declarations).Where(d => d.Facts.Kind != DeclarationKind.None);
}
