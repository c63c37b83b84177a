using System.Text;
using PcnMedOpt.Core.Model.Letters;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Print;

/// <summary>A merge field of a letter: what stands in the text for it, and what takes its place.</summary>
public sealed record MergeFieldView(string Shown, string Meaning);

/// <summary>
/// The text of a letter with its placeholders: what the project knows is put in, and what only the practice's system knows of a patient stands as a
/// merge field in angle quotation marks, as word processors show one.
/// </summary>
internal static class LetterText
{
    /// <summary>The text with every placeholder replaced.</summary>
    public static string Merged(string text, PrintedDocument document)
    {
        var merged = new StringBuilder();
        var at = 0;
        foreach (var placeholder in Placeholder.In(text))
        {
            merged.Append(text, at, placeholder.Whole.Start - at).Append(Value(placeholder, document));
            at = placeholder.Whole.End;
        }
        return merged.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>The merge fields of texts, each once, in the order of their first use.</summary>
    public static IEnumerable<MergeFieldView> FieldsOf(IEnumerable<string> texts, PrintedDocument document) =>
        texts.SelectMany(Placeholder.In).Select(document.ValueOf).OfType<FilledIn>().Select(f => f.Field).Distinct().Select(f => new MergeFieldView(Shown(f.Name), f.Stands));

    /// <summary>What takes the place of a placeholder; null for a merge field, and for what the project does not know.</summary>
    public static string? Known(Placeholder placeholder, PrintedDocument document) => (document.ValueOf(placeholder) as FromProtocol)?.Text;

    private static string Value(Placeholder placeholder, PrintedDocument document) => Known(placeholder, document) ?? Shown(Placeholders.Written(placeholder));

    private static string Shown(string named) => $"«{named}»";
}
