using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PcnMedOpt.Tool.Pdf;

/// <summary>
/// Takes out of a PDF what differs from printing to printing: the time of day, and the numbers that the browser gives to the elements of its structure.
/// Each is replaced by as many bytes, so that the places of everything else stay true.
/// </summary>
public static partial class FixedPdf
{
    /// <param name="pdf">As Chromium writes it: its objects are not compressed, only their streams are.</param>
    /// <param name="day">The day on which it was made.</param>
    public static byte[] Of(byte[] pdf, DateOnly day)
    {
        // Latin 1 maps each byte to one character and back.
        var text = Encoding.Latin1.GetString(pdf);
        var made = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture) + "000000+00'00'";
        text = Dates().Replace(text, found => found.Groups[1].Value + made + found.Groups[2].Value);
        var numbers = Elements().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var renumbered = numbers.Select((old, i) => (Old: old, New: string.Create(CultureInfo.InvariantCulture, $"(node{i + 1:00000000})"))).ToDictionary(p => p.Old, p => p.New, StringComparer.Ordinal);
        return Encoding.Latin1.GetBytes(Elements().Replace(text, found => renumbered[found.Value]));
    }

    /// <summary>The dates of the document's information (PDF 1.4, 10.2.1), of exactly this length.</summary>
    [GeneratedRegex(@"(/(?:CreationDate|ModDate) \(D:)\d{14}[+-]\d{2}'\d{2}'(\))")]
    private static partial Regex Dates();

    /// <summary>Names of structure elements, by which the headers of table cells are found. They stay in order, as a name tree wants them.</summary>
    [GeneratedRegex(@"\(node\d{8}\)")]
    private static partial Regex Elements();
}
