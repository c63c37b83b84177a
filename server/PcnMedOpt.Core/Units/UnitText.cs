using System.Text.RegularExpressions;

namespace PcnMedOpt.Core.Units;

/// <summary>A UCUM unit as a reader knows it: <c>10*9/L</c> is ×10⁹/L, <c>mL/min/{1.73_m2}</c> is mL/min/1.73 m², <c>umol/L</c> is µmol/L.</summary>
public static partial class UnitText
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    public static string Of(Unit unit)
    {
        var text = PowerOfTen().Replace(unit.Text, m => "×10" + (m.Groups[1].Value == "-" ? "⁻" : "") + string.Concat(m.Groups[2].Value.Select(d => Superscripts[d - '0'])));
        text = Annotation().Replace(text, m => m.Groups[1].Value.Replace('_', '\u00A0'));
        text = Squared().Replace(text, m => m.Groups[1].Value + Superscripts[m.Groups[2].Value[0] - '0']);
        text = Micro().Replace(text, "µ$1");
        return text.Replace("mm[Hg]", "mmHg", StringComparison.Ordinal).Replace("[iU]", "IU", StringComparison.Ordinal).Replace("Cel", "°C", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"10\*([+-]?)(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex PowerOfTen();

    [GeneratedRegex(@"\{([^{}]*)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Annotation();

    [GeneratedRegex(@"\b([dcmk]?m)([23])\b", RegexOptions.CultureInvariant)]
    private static partial Regex Squared();

    [GeneratedRegex(@"(?<![A-Za-z])u(mol|g|L|m|kat)(?![A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Micro();
}
