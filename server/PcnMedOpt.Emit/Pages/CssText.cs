using System.Globalization;
using System.Text;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Pages;

/// <summary>
/// Text for a string in a stylesheet, where HTML's escapes do not apply: all but letters, digits and a few marks become hexadecimal escapes (CSS
/// Syntax Level 3 §4.3.7), so that no text can end the string, the rule or the style element.
/// </summary>
public static class CssText
{
    public static string Of(string text)
    {
        var css = new StringBuilder();
        foreach (var rune in PageEncoder.Legal(text).EnumerateRunes())
            if (rune.IsAscii && (Rune.IsLetterOrDigit(rune) || rune.Value is ' ' or '.' or ',' or ':' or '-')) css.Append((char)rune.Value);
            else css.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:X6} ");
        return css.ToString();
    }
}
