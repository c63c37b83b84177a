using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>A place of the name at the cursor.</summary>
/// <param name="Span">In the file's text.</param>
/// <param name="IsDeclaration">It is given its name here; else it is used.</param>
public sealed record Highlight(TextSpan Span, bool IsDeclaration);

/// <summary>All places in a file of what stands at the cursor: a declaration's name, a label, a source, a step, a field, a column, a patient.</summary>
public static class Highlights
{
    public static IReadOnlyList<Highlight> At(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is not { } cursor) return [];
        if (LocalNames.At(cursor) is { } local)
            return [.. LocalNames.SameIn(cursor.File, local).Select(n => new Highlight(n.Place.Span, n.IsDeclaration))];
        if (Occurrences.At(compilation, path, cursor.Offset) is not { } occurrence) return [];
        var name = occurrence.Use?.Name ?? occurrence.Declaration.Facts.Name;
        return name is null ? [] : [.. Occurrences.Of(compilation, name).Where(o => o.Place.Path == path).Select(o => new Highlight(o.Place.Span, o.IsDeclaration))];
    }
}
