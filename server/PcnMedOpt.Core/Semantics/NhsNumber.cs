namespace PcnMedOpt.Core.Semantics;

/// <summary>
/// NHS numbers: ten digits, the last a check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER"). Numbers that begin 999 are never
/// issued and are for tests.
/// </summary>
public static class NhsNumber
{
    public static bool IsValid(ReadOnlySpan<char> digits)
    {
        if (digits.Length != 10 || digits.ContainsAnyExceptInRange('0', '9')) return false;
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
            var run = text.AsSpan(at).IndexOfAnyExceptInRange('0', '9');
            if (run is not (3 or 10) && !(run < 0 && text.Length - at == 10))
            {
                at += run < 0 ? text.Length - at : run;
                continue;
            }
            var digits = new List<char>(10);
            var i = at;
            for (; i < text.Length && digits.Count < 10; i++)
                if (char.IsAsciiDigit(text[i])) digits.Add(text[i]);
                else if (!(text[i] is ' ' or '-' && digits.Count is 3 or 6 && text[i - 1] is not (' ' or '-'))) break;
            var ends = i == text.Length || !char.IsAsciiLetterOrDigit(text[i]);
            if (digits.Count == 10 && ends && IsValid(digits.ToArray()) && !IsForTests(digits.ToArray())) yield return (at, i - at);
            while (at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])) at++;
        }
    }
}
