using System.Globalization;

namespace PcnMedOpt.Core.Semantics;

/// <summary>What the last digits of a SNOMED CT identifier say that it identifies.</summary>
public enum ComponentKind
{
    Concept,
    Description,
    Relationship,
    Other,
}

/// <summary>What is wrong with the digits of an identifier.</summary>
public enum SctidProblem
{
    None,
    NotDigits,
    LeadingZero,

    /// <summary>Shorter than 6 or longer than 18 digits.</summary>
    Length,
    CheckDigit,

    /// <summary>The digits before the check digit name no kind of component.</summary>
    Partition,
}

/// <summary>
/// SNOMED CT identifiers (SNOMED CT Technical Implementation Guide, "SCTID data type"): item, namespace of seven digits in an extension,
/// two digits of partition, one check digit (Verhoeff). dm+d identifiers are SNOMED CT identifiers too. A good check digit is necessary and
/// never sufficient: only a release proves that a code exists.
/// </summary>
public static class Sctid
{
    private static readonly byte[][] Dihedral =
    [
        [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 4, 0, 6, 7, 8, 9, 5], [2, 3, 4, 0, 1, 7, 8, 9, 5, 6], [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
        [4, 0, 1, 2, 3, 9, 5, 6, 7, 8], [5, 9, 8, 7, 6, 0, 4, 3, 2, 1], [6, 5, 9, 8, 7, 1, 0, 4, 3, 2], [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
        [8, 7, 6, 5, 9, 3, 2, 1, 0, 4], [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
    ];

    private static readonly byte[][] Permutation = MakePermutation();

    public static SctidProblem Check(ReadOnlySpan<char> id)
    {
        if (id.IsEmpty || !Digits.Only(id)) return SctidProblem.NotDigits;
        if (id.Length is < 6 or > 18) return SctidProblem.Length;
        if (id[0] == '0') return SctidProblem.LeadingZero;
        if (!HasGoodCheckDigit(id)) return SctidProblem.CheckDigit;
        return KindOf(id) == ComponentKind.Other ? SctidProblem.Partition : SctidProblem.None;
    }

    public static bool HasGoodCheckDigit(ReadOnlySpan<char> id)
    {
        var check = 0;
        for (var i = 0; i < id.Length; i++) check = Dihedral[check][Permutation[i & 7][id[^(i + 1)] - '0']];
        return check == 0;
    }

    public static ComponentKind KindOf(ReadOnlySpan<char> id) => (id[^3], id[^2]) switch
    {
        ('0' or '1', '0') => ComponentKind.Concept,
        ('0' or '1', '1') => ComponentKind.Description,
        ('0' or '1', '2') => ComponentKind.Relationship,
        _ => ComponentKind.Other,
    };

    /// <summary>The namespace of seven digits of an identifier of an extension; "" for one of the international release.</summary>
    public static string NamespaceOf(string id) => id.Length >= 11 && id[^3] == '1' ? id[^10..^3] : "";

    /// <summary>
    /// True when the identifier looks as a spreadsheet leaves it: more than 15 digits, all zeros after the fifteenth, and a check digit
    /// that fails. Excel and its like keep 15 significant digits of a number.
    /// </summary>
    public static bool LooksDamaged(ReadOnlySpan<char> id) =>
        id.Length is > 15 and <= 18 && Digits.Only(id) && id[15..].ContainsAnyExcept('0') == false && !HasGoodCheckDigit(id);

    /// <summary>True for the form in which a spreadsheet shows a long number: 1.02E+15.</summary>
    public static bool LooksScientific(string id)
    {
        var e = id.AsSpan().IndexOfAny('e', 'E');
        return e > 0
            && !id.AsSpan(0, e).ContainsAnyExcept("0123456789.")
            && int.TryParse(id.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>The known identifiers that a spreadsheet would have left like this one: as long, the same first digits, a good check digit.</summary>
    public static IEnumerable<long> Intact(string damaged, IEnumerable<long> known)
    {
        if (!LooksDamaged(damaged)) yield break;
        var place = 1L;
        for (var i = 15; i < damaged.Length; i++) place *= 10;
        var low = long.Parse(damaged, CultureInfo.InvariantCulture);
        foreach (var id in known)
            if (id >= low && id < low + place && HasGoodCheckDigit(id.ToString(CultureInfo.InvariantCulture))) yield return id;
    }

    /// <summary>The known identifiers that a spreadsheet could show in this form, such as 1.02E+15.</summary>
    public static IEnumerable<long> ShownAs(string scientific, IEnumerable<long> known)
    {
        var e = scientific.AsSpan().IndexOfAny('e', 'E');
        var mantissa = scientific[..e];
        var digits = mantissa.Replace(".", "", StringComparison.Ordinal);
        if (!int.TryParse(scientific.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent) || exponent is < 0 or > 17) yield break;
        var places = digits.Length - 1;
        foreach (var id in known)
        {
            var text = id.ToString(CultureInfo.InvariantCulture);
            if (text.Length == exponent + 1 && text.Length > places + 1 && Rounded(text, places + 1) == digits) yield return id;
        }
    }

    private static string Rounded(string digits, int keep)
    {
        var kept = decimal.Round(decimal.Parse(digits, CultureInfo.InvariantCulture) / Power(digits.Length - keep), MidpointRounding.AwayFromZero);
        return kept.ToString(CultureInfo.InvariantCulture);
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++) power *= 10m;
        return power;
    }

    private static byte[][] MakePermutation()
    {
        byte[] first = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];
        var rows = new byte[8][];
        rows[0] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        for (var row = 1; row < 8; row++)
        {
            rows[row] = new byte[10];
            for (var digit = 0; digit < 10; digit++) rows[row][digit] = rows[row - 1][first[digit]];
        }
        return rows;
    }
}
