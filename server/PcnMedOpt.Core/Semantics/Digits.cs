namespace PcnMedOpt.Core.Semantics;

/// <summary>Stretches of the digits 0 to 9; no others, such as Arabic-Indic ones, are digits of an identifier.</summary>
internal static class Digits
{
    public static bool Only(ReadOnlySpan<char> text) => Run(text, 0) == text.Length;

    /// <summary>How many digits stand together from here on.</summary>
    public static int Run(ReadOnlySpan<char> text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsAsciiDigit(text[end])) end++;
        return end - at;
    }
}
