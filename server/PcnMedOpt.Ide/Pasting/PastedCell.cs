using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Pasting;

/// <summary>One field of what is pasted, without the marks that spreadsheets and authors put around an identifier to keep it a text.</summary>
internal static class PastedCell
{
    /// <summary>The shortest row of digits that is taken for an identifier where nothing else says so (SNOMED CT: 6 to 18 digits).</summary>
    private const int FewestDigits = 6;

    private static readonly char[] Quotes = ['\'', '"', '`', '‘', '’', '“', '”'];

    /// <summary>On one line, without blanks of any kind at its ends.</summary>
    public static string Trimmed(string cell)
    {
        var (start, end) = (0, cell.Length);
        while (start < end && IsBlank(cell[start])) start++;
        while (end > start && IsBlank(cell[end - 1])) end--;
        return string.Create(end - start, cell[start..end], (line, kept) =>
        {
            for (var i = 0; i < line.Length; i++) line[i] = IsBlank(kept[i]) ? ' ' : kept[i];
        });
    }

    /// <summary>An identifier as it is meant: <c>'195967001</c>, <c>"195967001"</c> and <c>="195967001"</c> are 195967001.</summary>
    public static string Identifier(string cell)
    {
        var id = Trimmed(cell);
        if (id.StartsWith('=') && id.Length > 1 && Quotes.Contains(id[1])) id = id[1..];
        return Trimmed(id.Trim(Quotes));
    }

    /// <summary>Whether a field looks like an identifier, a damaged one included.</summary>
    public static bool IsLikeIdentifier(string cell)
    {
        var id = Identifier(cell);
        return id.Length >= FewestDigits && (id.All(char.IsAsciiDigit) || Sctid.LooksScientific(id) || IsNumber(id));
    }

    public static bool HasLetter(string cell) => cell.Any(char.IsLetter) && !IsLikeIdentifier(cell);

    /// <summary>A whole number as a spreadsheet or a program shows it: <c>195967001.0</c>, <c>195,967,001</c>.</summary>
    private static bool IsNumber(string id)
    {
        var whole = id.EndsWith(".0", StringComparison.Ordinal) ? id[..^2] : id;
        var parts = whole.Split(',');
        if (whole.Length < FewestDigits || !parts.All(p => p.Length > 0 && p.All(char.IsAsciiDigit))) return false;
        return parts.Length == 1 ? whole.Length <= 18 : parts[0].Length <= 3 && parts.Skip(1).All(p => p.Length == 3);
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\uFEFF';
}
