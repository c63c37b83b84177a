using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Naming;

/// <summary>Places that are edited together while somebody types in one of them.</summary>
/// <param name="Spans">In the file's text, all of the same text.</param>
/// <param name="IsText">They stand between quotation marks; else they are names.</param>
public sealed record LinkedPlaces(IReadOnlyList<TextSpan> Spans, bool IsText);

/// <summary>
/// Names that are pairs: what is known in one declaration, or in one file, and nowhere else. A field and "required when", an answer and "is", a step and
/// the arrows to it, a column and its deadlines, a patient of an example and "expect", a source and its citations. Names of declarations and labels of
/// criteria are no pairs: other files use them, so that they are renamed, and not typed over.
/// </summary>
public static class LinkedNames
{
    /// <summary>Null where nothing is a pair: the name stands alone, is given twice, or reaches other files.</summary>
    public static LinkedPlaces? At(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is not { } cursor || LocalNames.At(cursor) is not { ReachesOtherFiles: false } local) return null;
        var places = LocalNames.SameIn(cursor.File, local).ToList();
        var text = local.Place.Span.Of(cursor.File.Text);
        return places.Count > 1 && text.Length > 0 && places.Count(p => p.IsDeclaration) == 1 && places.TrueForAll(p => p.Place.Span.Of(cursor.File.Text) == text)
            ? new LinkedPlaces([.. places.Select(p => p.Place.Span)], IsText(local.Kind))
            : null;
    }

    private static bool IsText(LocalKind kind) => kind is LocalKind.Answer or LocalKind.Choice or LocalKind.Patient;
}
