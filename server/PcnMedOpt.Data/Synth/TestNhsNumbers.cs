namespace PcnMedOpt.Data.Synth;

/// <summary>
/// NHS numbers of the series that is never issued: 999, six digits, and the check digit modulo 11 (NHS Data Dictionary, "NHS NUMBER"). A body whose check digit
/// would be 10 has none. There are about 909,000: patients beyond have no number.
/// </summary>
internal static class TestNhsNumbers
{
    private static readonly Lazy<int[]> Bodies = new(() => [.. Enumerable.Range(0, 1_000_000).Select(body => body * 10 + CheckDigit(body)).Where(last => last >= 0)]);

    /// <summary>The number's last seven digits; null where the series is used up. Patients count from 1.</summary>
    public static int? LastSeven(int patient) => patient <= Bodies.Value.Length ? Bodies.Value[patient - 1] : null;

    /// <summary>Far below zero where there is none, so that the whole stays negative.</summary>
    private static int CheckDigit(int body)
    {
        var sum = 9 * (10 + 9 + 8);
        var rest = body;
        for (var weight = 2; weight <= 7; weight++)
        {
            sum += rest % 10 * weight;
            rest /= 10;
        }
        var check = (11 - (sum % 11)) % 11;
        return check == 10 ? int.MinValue / 2 : check;
    }
}
