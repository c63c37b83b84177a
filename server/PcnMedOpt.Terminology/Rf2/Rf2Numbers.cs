using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Terminology.Rf2;

/// <summary>Identifiers and days as they stand in a file.</summary>
internal static class Rf2Numbers
{
    private const int Longest = 18;

    /// <summary>A number of up to 18 digits; -1 where there is none.</summary>
    public static long Read(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text.Length > Longest) return -1;
        long number = 0;
        foreach (var digit in text)
        {
            var value = (uint)(digit - '0');
            if (value > 9) return -1;
            number = (number * 10) + value;
        }
        return number;
    }

    /// <summary>The identifier of a concept, with a good check digit.</summary>
    public static bool IsConceptId(ReadOnlySpan<byte> text) => KindOf(text) == ComponentKind.Concept;

    /// <summary>What an identifier identifies; null where its check digit fails, or it is none.</summary>
    public static ComponentKind? KindOf(ReadOnlySpan<byte> text)
    {
        Span<char> digits = stackalloc char[Longest];
        if (text.Length > Longest) return null;
        for (var i = 0; i < text.Length; i++) digits[i] = (char)text[i];
        return Sctid.Check(digits[..text.Length]) == SctidProblem.None ? Sctid.KindOf(digits[..text.Length]) : null;
    }

    /// <summary>The day as it is; 0 where it is none, such as 20180931.</summary>
    public static int PossibleDay(int day)
    {
        var (year, month, date) = (day / 10_000, day / 100 % 100, day % 100);
        return year is >= 1900 and <= 9999 && month is >= 1 and <= 12 && date >= 1 && date <= DateTime.DaysInMonth(year, month) ? day : 0;
    }
}
