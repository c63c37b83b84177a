using System.Buffers.Text;
using PcnMedOpt.Data.Columns;

namespace PcnMedOpt.Data.Extracts;

/// <summary>Reads what stands in fields, from the bytes of a file.</summary>
internal static class Fields
{
    private const int FirstYear = 1900;
    private const int LastYear = 2079;

    /// <summary>The number of the first day of each month, and of the one after the last.</summary>
    private static readonly int[] Months =
        [.. Enumerable.Range(0, ((LastYear - FirstYear + 1) * 12) + 1).Select(m => Day.Number(new DateOnly(FirstYear, 1, 1).AddMonths(m)))];

    /// <summary>The number of a day that is written as 2026-11-20; null for anything else.</summary>
    public static ushort? Date(ReadOnlySpan<byte> text)
    {
        if (text.Length != 10 || text[4] != '-' || text[7] != '-') return null;
        var (year, month, day) = (Digits(text[..4]), Digits(text[5..7]), Digits(text[8..]));
        if (year is < FirstYear or > LastYear || month is < 1 or > 12 || day < 1) return null;
        var index = ((year - FirstYear) * 12) + month - 1;
        var number = Months[index] + day - 1;
        return number < Months[index + 1] && number < Day.None ? (ushort)number : null;
    }

    /// <summary>A day of birth, from 1800: nobody who is in an extract was born before.</summary>
    public static int? Birth(ReadOnlySpan<byte> text)
    {
        if (Date(text) is { } number) return number;
        return text.Length == 10 && text[4] == '-' && text[7] == '-' && Digits(text[..4]) is >= 1800 and < FirstYear and var year && Digits(text[5..7]) is >= 1 and <= 12 and var month
            && Digits(text[8..]) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month) ? Day.Number(new DateOnly(year, month, day)) : null;
    }

    /// <summary>A whole number above 0; -1 for anything else.</summary>
    public static long Whole(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > 18) return -1;
        long number = 0;
        foreach (var each in text)
        {
            if (!char.IsAsciiDigit((char)each)) return -1;
            number = (number * 10) + each - '0';
        }
        return number > 0 && text[0] != '0' ? number : -1;
    }

    /// <summary>A number in decimal digits, perhaps with a sign and a point.</summary>
    public static decimal? Number(ReadOnlySpan<byte> text) =>
        text.Length > 0 && text.IndexOfAnyExcept("0123456789.-+"u8) < 0 && Utf8Parser.TryParse(text, out decimal number, out var read) && read == text.Length ? number : null;

    private static int Digits(ReadOnlySpan<byte> text)
    {
        var number = 0;
        foreach (var each in text)
        {
            if (each is < (byte)'0' or > (byte)'9') return -1;
            number = (number * 10) + each - '0';
        }
        return number;
    }
}
