using System.Text;
using PcnMedOpt.Core.Model.Templates;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Print;

/// <summary>A merge field of a letter: what stands in the text for it, and what takes its place.</summary>
public sealed record MergeField(string Shown, string Meaning);

/// <summary>
/// The text of a letter with its placeholders: what the project knows is put in, and what only the practice's system knows of a patient stands as a
/// merge field in angle quotation marks, as word processors show one.
/// </summary>
internal static class LetterText
{
    private static readonly Dictionary<string, string> Fields = new(StringComparer.Ordinal)
    {
        ["patient.name"] = "the patient’s full name",
        ["patient.title"] = "the patient’s title",
        ["patient.first_name"] = "the patient’s first name",
        ["patient.date_of_birth"] = "the patient’s date of birth",
        ["patient.nhs_number"] = "the patient’s NHS number",
        ["patient.address"] = "the patient’s address",
        ["practice.name"] = "the name of the practice",
        ["practice.phone"] = "the telephone number of the practice",
        ["practice.address"] = "the address of the practice",
        ["clinician"] = "the name of the clinician who signs",
        ["today"] = "the date of the letter",
    };

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
    public static IEnumerable<MergeField> FieldsOf(IEnumerable<string> texts) =>
        texts.SelectMany(Placeholder.In).Select(Named).Where(Fields.ContainsKey).Distinct(StringComparer.Ordinal).Select(n => new MergeField(Shown(n), Fields[n]));

    /// <summary>What takes the place of a placeholder; null for a merge field, and for what the project does not know.</summary>
    public static string? Known(Placeholder placeholder, PrintedDocument document) => Fields.ContainsKey(Named(placeholder)) ? null : placeholder.Part switch
    {
        null => document.Parameter(placeholder.Name),
        "duration" => document.Model<Template>(placeholder.Name)?.Lasts?.ToString(),
        "title" => document.Called(placeholder.Name),
        _ => null,
    };

    private static string Value(Placeholder placeholder, PrintedDocument document) => Known(placeholder, document) ?? Shown(Named(placeholder));

    public static string Named(Placeholder placeholder) => placeholder.Part is null ? placeholder.Name : $"{placeholder.Name}.{placeholder.Part}";

    private static string Shown(string named) => $"«{named}»";
}
