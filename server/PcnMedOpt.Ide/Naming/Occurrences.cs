using System.Runtime.CompilerServices;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Naming;

/// <summary>A place where a name of the project stands.</summary>
/// <param name="Declaration">The declaration whose text holds it.</param>
/// <param name="Place">The name alone: of <c>methotrexate_monitoring.overdue</c> the part before the dot.</param>
/// <param name="Use">How it is used; null where it is declared.</param>
public sealed record Occurrence(PlacedDeclaration Declaration, FilePlace Place, NameUse? Use)
{
    public bool IsDeclaration => Use is null;
}

/// <summary>Where the names of declarations are declared and used, over the whole project, from the facts alone.</summary>
public static class Occurrences
{
    /// <summary>The names that a file declares or uses: kept with the file, which stays the same while others are edited.</summary>
    private static readonly ConditionalWeakTable<SourceFile, HashSet<string>> Said = [];

    /// <summary>Every place of a name in the order of files and texts: declarations, uses, placeholders of letters, and words of damaged text that may be it.</summary>
    public static IEnumerable<Occurrence> Of(Compilation compilation, string name) =>
        from file in compilation.Files.Values
        where Said.GetValue(file, NamesIn).Contains(name)
        from declaration in file.Declarations
        from occurrence in In(declaration, name)
        select occurrence;

    /// <summary>The name that holds an offset of a file, or ends there.</summary>
    public static Occurrence? At(Compilation compilation, string path, int offset) =>
        compilation.Files.TryGetValue(path, out var file) ? file.Declarations.SelectMany(d => In(d, null)).LastOrDefault(o => o.Place.Span.Contains(offset)) : null;

    /// <summary>The places of a name in a declaration; without one, of all names.</summary>
    private static IEnumerable<Occurrence> In(PlacedDeclaration declaration, string? name)
    {
        var facts = declaration.Facts;
        if (facts.Name is not null && (name is null || facts.Name == name)) yield return new Occurrence(declaration, Placed(declaration, facts.NameSpan), null);
        foreach (var use in facts.Uses)
            if (name is null || use.Name == name) yield return new Occurrence(declaration, Placed(declaration, new(use.Span.Start, use.Name.Length)), use);
    }

    private static HashSet<string> NamesIn(SourceFile file) =>
        [.. file.UsedNames.Select(u => u.Name), .. file.Declarations.Select(d => d.Facts.Name).OfType<string>()];

    private static FilePlace Placed(PlacedDeclaration declaration, Core.Text.TextSpan span) => new(declaration.File.Path, span.Shift(declaration.Start));
}
