using System.Text.RegularExpressions;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Emit.Office;

/// <summary>Text for an Office file: without characters that XML cannot hold, and without what Office reads as the escape of one (ECMA-376 part 1, 22.9.2.19 ST_Xstring: <c>_x000D_</c>).</summary>
internal static partial class OfficeText
{
    /// <summary>The most that a cell holds (Excel specifications and limits).</summary>
    private const int LongestCell = 32767;

    public static string Of(string text) => Escape().Replace(PageEncoder.Legal(text), "_x005F_x");

    public static string OfCell(string text)
    {
        var legal = Of(text);
        return legal.Length <= LongestCell ? legal : legal[..(LongestCell - 1)] + "…";
    }

    /// <summary>Cut to a limit of the format, and said by an ellipsis.</summary>
    public static string Short(string text, int most) => text.Length <= most ? text : text[..(char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1)] + "…";

    [GeneratedRegex("_x(?=[0-9A-Fa-f]{4}_)")]
    private static partial Regex Escape();
}
