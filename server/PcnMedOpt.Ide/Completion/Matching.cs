namespace PcnMedOpt.Ide.Completion;

/// <summary>Whether a suggestion goes with what has been typed.</summary>
internal static class Matching
{
    /// <summary>The typed letters stand in the text in their order, whatever the case; nothing typed goes with everything.</summary>
    public static bool Fits(string typed, string text)
    {
        var at = 0;
        foreach (var c in text)
        {
            if (at == typed.Length) return true;
            if (char.ToLowerInvariant(c) == char.ToLowerInvariant(typed[at])) at++;
        }
        return at == typed.Length;
    }

    /// <summary>A word of the text begins with what was typed.</summary>
    public static bool BeginsWord(string typed, string text)
    {
        for (var at = text.IndexOf(typed, StringComparison.OrdinalIgnoreCase); at >= 0; at = at + 1 < text.Length ? text.IndexOf(typed, at + 1, StringComparison.OrdinalIgnoreCase) : -1)
            if (at == 0 || !char.IsLetterOrDigit(text[at - 1])) return true;
        return false;
    }
}
