using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Ide.Describing;

namespace PcnMedOpt.Ide.Reading;

/// <summary>A line of an explanation.</summary>
/// <param name="Depth">How deep it stands: 0 for the first level.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Place">What it explains; null where that is all of the declaration, or stands elsewhere.</param>
public sealed record PlacedLine(int Depth, string Text, FilePlace? Place);

/// <summary>A declaration read back in plain English.</summary>
/// <param name="Name">Its name; null for an example.</param>
/// <param name="Title">Its title, or its name where it has none.</param>
/// <param name="Noun">"cohort", "code set".</param>
/// <param name="Protocol">The protocol that it belongs to, its version, status and review; null where its file has none.</param>
/// <param name="Place">Where its name stands.</param>
/// <param name="Lines">What it means.</param>
public sealed record Explained(string? Name, string Title, string Noun, string? Protocol, FilePlace Place, ImmutableArray<PlacedLine> Lines);

/// <summary>The declaration at a place in plain English, line by line.</summary>
public static class Explanations
{
    /// <summary>Null where no declaration stands.</summary>
    public static Explained? At(Compilation compilation, string path, int offset)
    {
        if (Cursor.At(compilation, path, offset) is not { Declaration: var declaration } cursor || declaration.Facts.Kind == DeclarationKind.None) return null;
        var description = Description.Of(compilation, declaration);
        return new Explained(
            description.Name,
            description.Title,
            description.Noun,
            description.Protocol,
            cursor.Place(declaration.Facts.NameSpan),
            [.. description.Lines.Select(l => new PlacedLine(l.Depth, l.Text, l.Span is { } span ? cursor.Place(span) : null))]);
    }
}
