using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Ide.Naming;

/// <summary>A place in words: <c>codes/renal.medopt, line 12</c>.</summary>
internal static class Shown
{
    public static string Place(Compilation compilation, FilePlace place) => compilation.Files.TryGetValue(place.Path, out var file)
        ? string.Create(CultureInfo.InvariantCulture, $"{place.Path}, line {file.Lines.At(place.Span.Start).Line}")
        : place.Path;

    public static string Place(Compilation compilation, PlacedDeclaration declaration) =>
        Place(compilation, new FilePlace(declaration.File.Path, declaration.Facts.NameSpan.Shift(declaration.Start)));
}
