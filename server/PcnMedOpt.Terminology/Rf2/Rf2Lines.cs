namespace PcnMedOpt.Terminology.Rf2;

/// <summary>The lines of a file as bytes, one at a time: LF or CRLF, without a byte order mark, empty lines and lines that begin with # left out.</summary>
internal sealed class Rf2Lines(Stream stream) : IDisposable
{
    private const int LongestLine = 16 << 20;

    private byte[] buffer = new byte[1 << 20];
    private int at;
    private int filled;
    private int start;
    private int end;
    private bool ended;

    /// <summary>The number of the line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>The line has an end: it is not the last of a file that was cut off.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>Bytes read so far.</summary>
    public long Read { get; private set; }

    public ReadOnlySpan<byte> Line => buffer.AsSpan(start, end - start);

    /// <summary>Goes to the next line; false where there is none.</summary>
    public bool Next()
    {
        do
        {
            if (!Advance()) return false;
            if (Number == 1 && Line.StartsWith("\uFEFF"u8)) start += 3;
        }
        while (start == end || buffer[start] == '#');
        return true;
    }

    public void Dispose() => stream.Dispose();

    private bool Advance()
    {
        var length = buffer.AsSpan(at, filled - at).IndexOf((byte)'\n');
        while (length < 0 && !ended)
        {
            var seen = filled - at;
            Fill();
            length = buffer.AsSpan(at + seen, filled - at - seen).IndexOf((byte)'\n');
            if (length >= 0) length += seen;
        }
        IsFinished = length >= 0;
        if (!IsFinished)
        {
            length = filled - at;
            if (length == 0) return false;
        }
        start = at;
        end = at + length;
        at = IsFinished ? end + 1 : end;
        if (end > start && buffer[end - 1] == '\r') end--;
        Number++;
        return true;
    }

    private void Fill()
    {
        buffer.AsSpan(at, filled - at).CopyTo(buffer);
        filled -= at;
        at = 0;
        if (filled == buffer.Length)
        {
            if (filled >= LongestLine) throw new Rf2Exception($"line {Number + 1} is longer than {LongestLine >> 20} MB: this is no file of a release.");
            Array.Resize(ref buffer, buffer.Length * 2);
        }
        var count = stream.Read(buffer, filled, buffer.Length - filled);
        ended = count == 0;
        filled += count;
        Read += count;
    }
}
