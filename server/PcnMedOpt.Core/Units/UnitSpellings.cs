using System.Collections.Frozen;
using System.Text;

namespace PcnMedOpt.Core.Units;

/// <summary>
/// Spellings of units that GP systems, laboratories and word processors use, and the UCUM unit each is read as.
/// In a protocol a spelling is an error that offers the UCUM form; in a patient's record it is read. The table is printed in docs/units.md.
/// </summary>
public static class UnitSpellings
{
    private static readonly FrozenDictionary<string, string> Table = new Dictionary<string, string>
    {
        ["IU/L"] = "U/L",
        ["iu/L"] = "U/L",
        ["IU/l"] = "U/L",
        ["iu/l"] = "U/L",
        ["u/L"] = "U/L",
        ["u/l"] = "U/L",
        ["units/L"] = "U/L",
        ["unit/L"] = "U/L",
        ["miu/L"] = "m[iU]/L",
        ["mIU/L"] = "m[iU]/L",
        ["mIU/l"] = "m[iU]/L",
        ["miu/l"] = "m[iU]/L",
        ["ml/min/1.73m2"] = "mL/min/{1.73_m2}",
        ["mL/min/1.73m2"] = "mL/min/{1.73_m2}",
        ["mL/min/1.73_m2"] = "mL/min/{1.73_m2}",
        ["ml/min/1.73_m2"] = "mL/min/{1.73_m2}",
        ["ml/min/{1.73_m2}"] = "mL/min/{1.73_m2}",
        ["mL/min/{1.73m2}"] = "mL/min/{1.73_m2}",
        ["mL/min/1.73m^2"] = "mL/min/{1.73_m2}",
        ["ml/min/1.73m^2"] = "mL/min/{1.73_m2}",
        ["mL/min/1.73sqm"] = "mL/min/{1.73_m2}",
        ["mls/min"] = "mL/min",
        ["mmHg"] = "mm[Hg]",
        ["mmhg"] = "mm[Hg]",
        ["Kg"] = "kg",
        ["KG"] = "kg",
        ["kgs"] = "kg",
        ["Kg/m2"] = "kg/m2",
        ["kg/m^2"] = "kg/m2",
        ["Kg/m^2"] = "kg/m2",
        ["bpm"] = "/min",
        ["beats/min"] = "/min",
        ["msec"] = "ms",
        ["mSec"] = "ms",
        ["cms"] = "cm",
        ["micrograms"] = "ug",
        ["microgram"] = "ug",
        ["mcg"] = "ug",
        ["mg/kg/day"] = "mg/kg/d",
        ["mmol/mol"] = "mmol/mol",
        ["umol/mmol"] = "umol/mmol",
        ["degC"] = "Cel",
        ["celsius"] = "Cel",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Every spelling that is not already UCUM, and what it is read as, in order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Documented => Table.Where(s => s.Key != s.Value).OrderBy(s => s.Key, StringComparer.Ordinal);

    /// <summary>The UCUM unit that a spelling stands for, or null when it is unknown. UCUM itself is its own spelling.</summary>
    public static Unit? Read(string spelling) => Ucum.Find(spelling) is { } unit && !HasCaretPower(spelling) ? unit : Suggest(spelling) is { } form ? Ucum.Find(form) : null;

    /// <summary>The UCUM text that a spelling stands for when it is not UCUM as it is written, else null.</summary>
    public static string? Suggest(string spelling)
    {
        var plain = Plain(spelling);
        if (Table.TryGetValue(plain, out var form)) return form == spelling ? null : form;
        return plain != spelling && Ucum.IsUnit(plain) ? plain : null;
    }

    /// <summary>True for 10^9, which UCUM allows and this language does not write: 10*9 is the one form.</summary>
    public static bool HasCaretPower(string text) => text.Contains("10^", StringComparison.Ordinal);

    /// <summary>Without superscripts, multiplication signs, the micro sign and powers written as 10^9.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var c in text)
            if (c is '×' or ' ' or '\u00A0') continue;
            else if (c is 'µ' or 'μ') plain.Append('u');
            else if (Superscript(c) is { } digit)
            {
                if (plain.Length >= 2 && plain[^1] == '0' && plain[^2] == '1' && (plain.Length == 2 || !char.IsAsciiLetterOrDigit(plain[^3]))) plain.Append('*');
                plain.Append(digit);
            }
            else plain.Append(c);
        if (plain.Length > 3 && plain[0] is 'x' or 'X' && plain[1] == '1' && plain[2] == '0') plain.Remove(0, 1);
        return plain.ToString().Replace("10^", "10*", StringComparison.Ordinal).Replace("10e", "10*", StringComparison.Ordinal);
    }

    private static char? Superscript(char c) => c switch
    {
        '⁰' => '0',
        '¹' => '1',
        '²' => '2',
        '³' => '3',
        '⁴' => '4',
        '⁵' => '5',
        '⁶' => '6',
        '⁷' => '7',
        '⁸' => '8',
        '⁹' => '9',
        '⁻' => '-',
        _ => null,
    };
}
