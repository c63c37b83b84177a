using System.Text.RegularExpressions;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Forms;

/// <summary>Texts as FHIR holds them (hl7.org/fhir/R4/datatypes.html): a string is never empty and has no control characters; a code has no blanks but single ones inside.</summary>
internal static partial class FhirText
{
    public static string? Of(string? text)
    {
        var legal = PageEncoder.Legal(text ?? "").Trim();
        return legal.Length == 0 ? null : legal;
    }

    public static string? Code(string text) => Of(Blanks().Replace(PageEncoder.Legal(text), " "));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
