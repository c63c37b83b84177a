using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Core;

/// <summary>The one namespace of a project: every name and the declarations that bear it, the first of them first.</summary>
public sealed class ProjectNames
{
    private readonly Dictionary<string, PlacedDeclaration> first = new(StringComparer.Ordinal);
    private readonly List<(PlacedDeclaration Second, PlacedDeclaration First)> duplicates = [];

    public ProjectNames(IEnumerable<SourceFile> files)
    {
        foreach (var declaration in files.SelectMany(f => f.Declarations))
            if (declaration.Facts.Name is { } name && !first.TryAdd(name, declaration)) duplicates.Add((declaration, first[name]));
    }

    /// <summary>Declarations whose name is taken, each with the one that came first.</summary>
    public IReadOnlyList<(PlacedDeclaration Second, PlacedDeclaration First)> Duplicates => duplicates;

    public IEnumerable<string> All => first.Keys;

    public IEnumerable<PlacedDeclaration> Declarations => first.Values;

    public PlacedDeclaration? Find(string name) => first.GetValueOrDefault(name);

    public IEnumerable<PlacedDeclaration> OfKind(DeclarationKind kind) => first.Values.Where(d => d.Facts.Kind == kind);
}
