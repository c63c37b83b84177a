using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>Places that are edited together while somebody types in one of them.</summary>
/// <param name="Spans">In the file's text, all of the same text.</param>
/// <param name="IsText">They stand between quotation marks; else they are names.</param>
public sealed record LinkedPlaces(IReadOnlyList<TextSpan> Spans, bool IsText);

/// <summary>
/// Names that are pairs: what is known in one declaration, or in one file, and nowhere else. A field and "required when", an answer and "is", a step and
/// the arrows to it, a column and its deadlines, a patient of an example and "expect", a source and its citations. Names of declarations, labels of criteria
/// and limits are no pairs: other files use them, so that they are renamed, and not typed over.
/// </summary>
public static class LinkedNames
{
    /// <summary>Null where nothing is a pair: the name stands alone, is given twice, or reaches other files.</summary>
    public static LinkedPlaces? At(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is not { } cursor) return null;
        var isText = Symbols.At(compilation, path, offset) switch
        {
            { Symbol: PartName part } => IsPair(part.Kind) ? part.Kind.IsText() : null,
            null => true,
            _ => (bool?)null,
        };
        if (isText is null) return null;
        var places = Highlights.At(compilation, path, offset);
        var texts = places.Select(p => p.Span.Of(cursor.File.Text)).Distinct().ToList();
        return places.Count > 1 && texts is [{ Length: > 0 }] && places.Count(p => p.IsDeclaration) == 1
            && places.Any(p => p.Span.Contains(cursor.Offset))
            ? new LinkedPlaces([.. places.Select(p => p.Span).OrderBy(s => s.Start)], isText.Value)
            : null;
    }

    private static bool IsPair(PartKind kind) => kind is PartKind.Evidence or PartKind.WorkflowStep or PartKind.Field or PartKind.Column or PartKind.Patient;
}
