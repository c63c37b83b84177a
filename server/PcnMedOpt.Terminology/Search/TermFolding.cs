using System.Buffers;
using System.Text;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Terminology.Search;

/// <summary>The words of a term in UTF-8, by <see cref="Words"/>: each with one blank before it but the first.</summary>
internal static class TermFolding
{
    /// <summary>How many bytes of a folded term there can be at most for each of a term: a letter of two bytes becomes two, one of three at most three.</summary>
    public const int Growth = 2;

    private static readonly byte[] Ascii = MakeAscii();

    /// <summary>Folds a term.</summary>
    /// <param name="term">In UTF-8.</param>
    /// <param name="into">At least <see cref="Growth"/> times as long.</param>
    /// <returns>How many bytes it has become.</returns>
    public static int Fold(ReadOnlySpan<byte> term, Span<byte> into)
    {
        var (length, gap) = (0, false);
        Span<char> letters = stackalloc char[Words.Longest];
        for (var at = 0; at < term.Length;)
        {
            var first = term[at];
            if (first < 0x80)
            {
                at++;
                if (first == '\'' && Words.IsSilent('\'', At(term, at), At(term, at + 1))) continue;
                var letter = Ascii[first];
                if (letter == ' ')
                {
                    gap = length > 0;
                    continue;
                }
                if (gap) into[length++] = (byte)' ';
                gap = false;
                into[length++] = letter;
                continue;
            }
            if (Rune.DecodeFromUtf8(term[at..], out var rune, out var used) != OperationStatus.Done) rune = Rune.ReplacementChar;
            at += Math.Max(used, 1);
            if (rune.IsBmp && Words.IsSilent((char)rune.Value, At(term, at), At(term, at + 1))) continue;
            var count = rune.IsBmp ? Words.Fold((char)rune.Value, letters) : Words.Gap;
            if (count == Words.Gap)
            {
                gap = length > 0;
                continue;
            }
            if (count == 0) continue;
            if (gap) into[length++] = (byte)' ';
            gap = false;
            length += Encoding.UTF8.GetBytes(letters[..count], into[length..]);
        }
        return length;
    }

    /// <summary>A byte as a character: one of ASCII, or none of it.</summary>
    private static char At(ReadOnlySpan<byte> term, int place) => place < term.Length ? (char)term[place] : Words.End;

    private static byte[] MakeAscii()
    {
        var table = new byte[128];
        Span<char> letters = stackalloc char[Words.Longest];
        for (var i = 0; i < table.Length; i++) table[i] = Words.Fold((char)i, letters) == 1 ? (byte)letters[0] : (byte)' ';
        return table;
    }
}
