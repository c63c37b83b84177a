namespace PcnMedOpt.Core.Semantics;

/// <summary>
/// NHS numbers: ten digits, the last a check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER"). Numbers that begin 999 are never
/// issued and are for tests.
/// </summary>
public static class NhsNumber
{
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 10 || !Digits.Only(digits)) return false;
        var sum = 0;
        for (var i = 0; i < 9; i++) sum += (digits[i] - '0') * (10 - i);
        var check = (11 - (sum % 11)) % 11;
        return check != 10 && check == digits[9] - '0';
    }

    public static bool IsForTests(ReadOnlySpan<char> digits) => digits.StartsWith("999");

    /// <summary>Where a valid number of a real patient stands in a text: ten digits together, or as 3, 3 and 4 with blanks or dashes.</summary>
    public static IEnumerable<(int Start, int Length)> FindReal(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsAsciiLetterOrDigit(text[at - 1]) || text[at - 1] is '.'))) continue;
            var run = Digits.Run(text, at);
            if (run is 3 or 10 && Length(text, at) is { } length) yield return (at, length);
            at += run - 1;
        }
    }

    /// <summary>How long the number is that starts here; null when it is none, or one for tests.</summary>
    private static int? Length(string text, int at)
    {
        Span<char> digits = stackalloc char[10];
        var count = 0;
        var i = at;
        for (; i < text.Length && count < 10; i++)
            if (char.IsAsciiDigit(text[i])) digits[count++] = text[i];
            else if (!(text[i] is ' ' or '-' && count is 3 or 6 && text[i - 1] is not (' ' or '-'))) break;
        var ends = i == text.Length || !char.IsAsciiLetterOrDigit(text[i]);
        return count == 10 && ends && IsValid(digits) && !IsForTests(digits) ? i - at : null;
    }
}
