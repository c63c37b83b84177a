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
    /// <summary>Every place of a name in the order of files and texts: declarations, uses, placeholders of letters, and words of damaged text that may be it.</summary>
    public static IEnumerable<Occurrence> Of(Compilation compilation, string name) =>
        from file in compilation.Files.Values
        where file.UsedNames.Any(u => u.Name == name) || file.Declarations.Any(d => d.Facts.Name == name)
        from occurrence in In(file)
        where (occurrence.Use?.Name ?? occurrence.Declaration.Facts.Name) == name
        select occurrence;

    /// <summary>The name that holds an offset of a file, or ends there.</summary>
    public static Occurrence? At(Compilation compilation, string path, int offset) =>
        compilation.Files.TryGetValue(path, out var file) ? In(file).LastOrDefault(o => o.Place.Span.Contains(offset)) : null;

    private static IEnumerable<Occurrence> In(SourceFile file)
    {
        foreach (var declaration in file.Declarations)
        {
            var facts = declaration.Facts;
            if (facts.Name is not null) yield return new Occurrence(declaration, Placed(declaration, facts.NameSpan), null);
            foreach (var use in facts.Uses) yield return new Occurrence(declaration, Placed(declaration, new(use.Span.Start, use.Name.Length)), use);
        }
    }

    private static FilePlace Placed(PlacedDeclaration declaration, Core.Text.TextSpan span) => new(declaration.File.Path, span.Shift(declaration.Start));
}
