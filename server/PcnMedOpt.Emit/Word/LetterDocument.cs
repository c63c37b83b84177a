using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Emit.Office.Documents;
using PcnMedOpt.Emit.Print;

namespace PcnMedOpt.Emit.Word;

/// <summary>
/// A letter as it is sent: its text and nothing else, for what else the protocol says of it is for the practice, and stands on its printed page. What only the practice's
/// system knows is a merge field with the language's own name, which stands out until it is replaced (docs/letters.md).
/// </summary>
internal static class LetterDocument
{
    public static WordDocument Of(Letter letter, PrintedDocument document)
    {
        var markdown = new MarkdownBlocks(text => Fill(text, document));
        return WordFrame.Of(document.Meta, letter.Bodies.Where(b => b.Medium == Medium.Letter).SelectMany(b => markdown.Of(b.Text)));
    }

    /// <summary>A text with its placeholders replaced: by what the project knows, or by a merge field.</summary>
    private static IEnumerable<Inline> Fill(TextInline text, PrintedDocument document)
    {
        var at = 0;
        foreach (var placeholder in Placeholder.In(text.Text))
        {
            if (placeholder.Whole.Start > at) yield return text with { Text = text.Text[at..placeholder.Whole.Start] };
            yield return LetterText.Known(placeholder, document) is { } known ? text with { Text = known } : new MergeInline(Placeholders.Written(placeholder));
            at = placeholder.Whole.End;
        }
        if (at < text.Text.Length) yield return text with { Text = text.Text[at..] };
    }
}
