using System.Collections.Immutable;
using System.Text;

namespace PcnMedOpt.Emit.Drawings;

/// <summary>
/// How wide text is at most, without asking a font: the widths of DejaVu Sans, the widest of the fonts that pages name, rounded up. A box made for
/// it holds the text in every one of them.
/// </summary>
internal static class TextWidth
{
    /// <summary>Bold letters of DejaVu Sans are up to an eighth wider.</summary>
    private const double Bolder = 1.14;

    /// <summary>In pixels, for a size in pixels.</summary>
    public static double Of(string text, double size, bool bold = false)
    {
        var ems = 0.0;
        foreach (var rune in text.EnumerateRunes()) ems += Ems(rune);
        return ems * size * (bold ? Bolder : 1);
    }

    /// <summary>The text in lines that are no wider; a word that is wider is broken.</summary>
    public static ImmutableArray<string> Lines(string text, double width, double size, bool bold = false)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = "";
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width, size, bold)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Of(longer, size, bold) > width)
            {
                lines.Add(line);
                line = word;
            }
            else line = longer;
        }
        if (line.Length > 0 || lines.Count == 0) lines.Add(line);
        return lines.DrainToImmutable();
    }

    private static IEnumerable<string> Pieces(string word, double width, double size, bool bold)
    {
        if (Of(word, size, bold) <= width) return [word];
        var pieces = new List<string>();
        var piece = new StringBuilder();
        foreach (var rune in word.EnumerateRunes())
        {
            if (piece.Length > 0 && Of($"{piece}{rune}", size, bold) > width)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            piece.Append(rune);
        }
        pieces.Add(piece.ToString());
        return pieces;
    }

    private static double Ems(Rune rune) => (char)Math.Min(rune.Value, 0xFFFF) switch
    {
        ' ' or 'i' or 'j' or 'l' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' => 0.35,
        'f' or 't' or 'r' or '(' or ')' or '[' or ']' or '/' or '-' or 'I' or 'J' => 0.43,
        'm' or '@' or 'W' or '%' => 1.01,
        'w' or 'M' or '+' or '<' or '>' or '=' or '~' or 'O' or 'Q' => 0.87,
        >= 'a' and <= 'z' => 0.64,
        >= '0' and <= '9' => 0.64,
        >= 'A' and <= 'Z' => 0.78,
        < '\u007F' => 0.7,
        '\u00B7' => 0.35,
        < '\u0250' => 0.8,
        '\u2013' or '\u2018' or '\u2019' => 0.5,
        _ => 1.05,
    };
}
