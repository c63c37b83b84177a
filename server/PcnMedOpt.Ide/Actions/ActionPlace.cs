using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Syntax;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Ide.Actions;

/// <summary>Where actions are asked for: the selection, or the cursor as an empty one, and the findings that are shown there.</summary>
internal sealed record ActionPlace(Cursor Cursor, TextSpan Selection, ImmutableArray<LocatedDiagnostic> Shown)
{
    public Compilation Compilation => Cursor.Compilation;

    public PlacedDeclaration Declaration => Cursor.Declaration;

    public SourceFile File => Cursor.File;

    /// <summary>The selection in the declaration's slice, without blanks at its ends.</summary>
    public TextSpan Selected { get; } = Trimmed(Cursor.File.Text, Selection).Shift(-Cursor.Declaration.Start);

    public bool IsSelection => Selected.Length > 0;

    /// <summary>The declaration could be read as a whole, so that what is moved about in it is understood.</summary>
    public bool IsSound => !Declaration.Facts.IsDamaged && Cursor.Parsed.Declaration is not null;

    /// <summary>The nodes that hold the whole selection, from the declaration inwards.</summary>
    public IEnumerable<SyntaxNode> Path => Cursor.Path.TakeWhile(n => n.Span.Start <= Selected.Start && n.Span.End >= Selected.End);

    /// <summary>The innermost node of a kind that holds the selection.</summary>
    public T? Innermost<T>()
        where T : SyntaxNode => Path.OfType<T>().LastOrDefault();

    public string TextOf(SyntaxNode node) => node.Span.Of(Cursor.Parsed.Lexed.Text);

    /// <summary>A change of the declaration's text, in offsets of its slice.</summary>
    public FileEdit Edit(TextSpan inSlice, string text) => Edits.In(Declaration, inSlice, text);

    private static TextSpan Trimmed(string text, TextSpan span)
    {
        var (start, end) = (Math.Clamp(span.Start, 0, text.Length), Math.Clamp(span.End, 0, text.Length));
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        return TextSpan.FromBounds(start, end);
    }
}
