using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>A place of the name at the cursor.</summary>
/// <param name="Span">In the file's text, without quotation marks.</param>
/// <param name="IsDeclaration">It is given its name here; else it is used.</param>
public sealed record Highlight(TextSpan Span, bool IsDeclaration);

/// <summary>All places in a file of what stands at the cursor: a declaration's name, a label, a source, a step, a field, a column, a patient, an answer.</summary>
public static class Highlights
{
    public static IReadOnlyList<Highlight> At(Compilation compilation, string path, int offset)
    {
        if (Symbols.At(compilation, path, offset) is { } place)
            return
            [
                .. from other in Symbols.PlacesOf(compilation, place.Symbol)
                   where other.Place.Path == path
                   group other by Inside(other) into same
                   select new Highlight(same.Key, same.Any(o => o.IsDeclaration)),
            ];
        return Cursor.At(compilation, path, offset) is { } cursor
            ? [.. Answers.At(cursor).Select(a => new Highlight(a.Span.Shift(cursor.Declaration.Start), a.IsDeclaration))]
            : [];
    }

    /// <summary>A text without its quotation marks.</summary>
    internal static TextSpan Inside(SymbolPlace place) =>
        place.Symbol is PartName part && part.Kind.IsText() ? new TextSpan(place.Place.Span.Start + 1, Math.Max(place.Place.Span.Length - 2, 0)) : place.Place.Span;
}
