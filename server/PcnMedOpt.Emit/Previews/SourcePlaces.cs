using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Emit.Previews;

/// <summary>Where in the project's texts something stands, as pages beside the text carry it.</summary>
internal static class SourcePlaces
{
    /// <summary>The attribute of an element that stands for a place of the source.</summary>
    public const string Attribute = "data-source";

    /// <summary>Path, start and end in UTF-16 units: <c>smr/review.medopt:120:260</c>.</summary>
    public static string Text(FilePlace place) => string.Create(CultureInfo.InvariantCulture, $"{place.Path}:{place.Span.Start}:{place.Span.End}");

    /// <summary>The place that such a text names; null for another text.</summary>
    public static FilePlace? Read(string text)
    {
        var end = text.LastIndexOf(':');
        var start = end <= 0 ? -1 : text.LastIndexOf(':', end - 1);
        return start >= 0
            && int.TryParse(text.AsSpan(start + 1, end - start - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(text.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var to) && to >= from
            ? new FilePlace(text[..start], TextSpan.FromBounds(from, to))
            : null;
    }

    /// <summary>From its name to its end.</summary>
    public static FilePlace Of(PlacedDeclaration declaration)
    {
        var name = declaration.Facts.NameSpan;
        var end = Math.Max(name.End, declaration.Declared.Slice.Text.AsSpan().TrimEnd().Length);
        return new FilePlace(declaration.File.Path, TextSpan.FromBounds(name.Start, end).Shift(declaration.Start));
    }

    /// <summary>Of a cohort, also one of a procedure, or a measure; null for a name that is none.</summary>
    public static FilePlace? Of(Compilation compilation, string name) => compilation.Names.Find(name.Split('.')[0]) is { } found ? Of(found) : null;

    /// <summary>Of a criterion; one that a procedure makes stands for the procedure.</summary>
    public static FilePlace? Of(Compilation compilation, Cohort cohort, Criterion criterion) =>
        compilation.Names.Find(cohort.Name) is { } declared && criterion.Span.Length > 0
            ? new FilePlace(declared.File.Path, criterion.Span.Shift(declared.Start))
            : Of(compilation, cohort.Name);
}
