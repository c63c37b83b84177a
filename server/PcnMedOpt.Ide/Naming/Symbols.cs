using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>Which symbol stands at a place, and where a symbol stands in the whole project.</summary>
public static class Symbols
{
    /// <summary>The symbol that holds an offset or ends there; of a procedure's cohort the part that is pointed at.</summary>
    public static SymbolPlace? At(Compilation compilation, string path, int offset)
    {
        if (path == ProjectSettings.FileName) return InSettings(compilation).LastOrDefault(p => p.Place.Span.Contains(offset));
        if (Cursor.At(compilation, path, offset) is not { } cursor) return null;
        var here = DeclaredPlaces.In(cursor.Declaration).Concat(PartPlaces.In(compilation, cursor.Declaration)).Where(p => p.Place.Span.Contains(cursor.Offset)).ToList();
        return here.Find(p => p.Symbol is DerivedName) ?? here.Find(p => p.IsCertain) ?? here.FirstOrDefault();
    }

    /// <summary>Every place of a symbol, in the order of files and texts, the settings last.</summary>
    public static IEnumerable<SymbolPlace> PlacesOf(Compilation compilation, Symbol symbol) => symbol switch
    {
        DeclaredName declared => [.. Declared(compilation, declared), .. InSettings(compilation).Where(p => p.Symbol == symbol)],
        DerivedName derived => Declared(compilation, new DeclaredName(derived.Sop), derived),
        PartName part => OwnParts(compilation, part).Where(p => p.Symbol == symbol),
        _ => throw new System.Diagnostics.UnreachableException($"No places of {symbol}"),
    };

    private static IEnumerable<SymbolPlace> Declared(Compilation compilation, DeclaredName name, Symbol? wanted = null)
    {
        foreach (var file in compilation.Files.Values)
            foreach (var declaration in file.Declarations)
                if (DeclaredPlaces.Mentions(declaration, name.Name))
                    foreach (var place in DeclaredPlaces.In(declaration))
                        if (place.Symbol == (wanted ?? name)) yield return place;
    }

    /// <summary>All parts that stand where a part may stand.</summary>
    internal static IEnumerable<SymbolPlace> OwnParts(Compilation compilation, PartName part) => Owners(compilation, part).SelectMany(d => PartPlaces.In(compilation, d));

    /// <summary>The declarations whose text may hold a part.</summary>
    internal static IEnumerable<PlacedDeclaration> Owners(Compilation compilation, PartName part) => part.Kind switch
    {
        PartKind.Evidence => compilation.Files.TryGetValue(part.Owner, out var file) ? file.Declarations : [],
        PartKind.Criterion => Where(compilation, d => d.Facts.Name == part.Owner || (d.Facts.Kind == DeclarationKind.Example && DeclaredPlaces.Mentions(d, part.Owner))),
        PartKind.Limit => Where(compilation, d => d.Facts.Name == part.Owner || d.Facts.Uses.Any(u => u.Part is not null || u.Role == NameRole.Procedure)),
        PartKind.Patient => Where(compilation, d => $"{d.File.Path}:{d.Start}" == part.Owner),
        _ => Where(compilation, d => d.Facts.Name == part.Owner),
    };

    private static IEnumerable<PlacedDeclaration> Where(Compilation compilation, Func<PlacedDeclaration, bool> holds) =>
        compilation.Files.Values.SelectMany(f => f.Declarations).Where(holds);

    /// <summary>The parameters that medopt.json sets.</summary>
    private static IEnumerable<SymbolPlace> InSettings(Compilation compilation) =>
        from setting in compilation.Settings.Parameters
        let span = setting.Value.Span
        where span.End <= compilation.Settings.Text.Length && span.Of(compilation.Settings.Text) == $"\"{setting.Key}\""
        select new SymbolPlace(
            new DeclaredName(setting.Key), null, new FilePlace(ProjectSettings.FileName, new TextSpan(span.Start + 1, span.Length - 2)), false);
}
