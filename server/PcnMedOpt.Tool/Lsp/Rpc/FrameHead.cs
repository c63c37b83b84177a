using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>The lines before a message, and finding them in bytes that make no sense.</summary>
internal static class FrameHead
{
    private static ReadOnlySpan<byte> Name => "Content-Length:"u8;

    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary>The digits of a length that is not absurd; more are damage.</summary>
    private const int LongestNumber = 10;

    /// <summary>How much of a header stands in the bytes.</summary>
    public enum Found
    {
        Nothing,
        Beginning,
        Whole,
    }

    /// <summary>One line. <c>Next</c> is null while its end has not come; <c>Length</c> is the number of a Content-Length.</summary>
    public readonly record struct Line(int? Next, bool IsEmpty, int? Length, string? Fault);

    public static Line LineAt(ReadOnlySpan<byte> bytes, int at)
    {
        var rest = bytes[at..];
        var newline = rest.IndexOf((byte)'\n');
        var line = newline < 0 ? rest : rest[..newline].TrimEnd((byte)'\r');
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        if (name.TrimEnd((byte)'\r').ContainsAnyExcept(NameBytes)) return new(null, false, null, "A message has no header before it.");
        if (newline < 0) return new(null, false, null, null);
        var next = at + newline + 1;
        if (line.IsEmpty) return new(next, true, null, null);
        if (colon < 0) return new(null, false, null, "A header has no colon.");
        if (!Ascii.EqualsIgnoreCase(line[..(colon + 1)], Name)) return new(next, false, null, null);
        return NumberIn(line[(colon + 1)..].Trim((byte)' ')) is { } length ? new(next, false, length, null) : new(null, false, null, "A Content-Length is not a number that can be.");
    }

    /// <summary>
    /// Where the first header stands whole, or where one may be beginning at the end of the bytes; else the end. Everything before that place can be left out.
    /// </summary>
    public static Found Find(ReadOnlySpan<byte> bytes, out int place)
    {
        for (place = 0; bytes[place..].IndexOf(Name) is var next and >= 0; place++)
        {
            place += next;
            var value = bytes[(place + Name.Length)..].TrimStart((byte)' ');
            var digits = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 0 && value.Length <= LongestNumber) return Found.Beginning;
            if (digits > 0 && value[digits] is (byte)'\r' or (byte)'\n' && NumberIn(value[..digits]) is not null) return Found.Whole;
        }
        for (var tail = Math.Max(place, bytes.Length - Name.Length + 1); tail < bytes.Length; tail++)
        {
            if (!Name.StartsWith(bytes[tail..])) continue;
            place = tail;
            return Found.Beginning;
        }
        place = bytes.Length;
        return Found.Nothing;
    }

    private static int? NumberIn(ReadOnlySpan<byte> digits) =>
        digits.Length is > 0 and <= LongestNumber && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9')
            && Utf8Parser.TryParse(digits, out long number, out _) && number <= FrameReader.LongestBody ? (int)number : null;
}
