namespace PcnMedOpt.Data.Extracts;

/// <summary>Reads a file of lines in parts, side by side. A part owns the lines that begin in it.</summary>
internal sealed class LineFile : IDisposable
{
    /// <summary>A longer line is none of an extract.</summary>
    public const int LongestLine = 1 << 16;

    /// <summary>How many rows a part is likely to have at most.</summary>
    public const int LikelyRows = PartLength / 36;

    private const int PartLength = 4 << 20;

    private readonly Microsoft.Win32.SafeHandles.SafeFileHandle handle;

    public LineFile(string path)
    {
        handle = File.OpenHandle(path, options: FileOptions.SequentialScan);
        Length = RandomAccess.GetLength(handle);
        var start = Head(out var head);
        (FirstRow, HeadLine) = (start, head);
    }

    public delegate void LineReader(ReadOnlySpan<byte> line, long number);

    public long Length { get; }

    /// <summary>The first line, without its end and without a byte order mark.</summary>
    public byte[] HeadLine { get; }

    /// <summary>Where the line after the head begins.</summary>
    public long FirstRow { get; }

    public int Parts => (int)((Length - FirstRow + PartLength - 1) / PartLength);

    /// <summary>Reads the lines of a part, each with its number in the part from 1, and gives how many there are; a line that is too long is cut off, and one without anything passed over.</summary>
    public long Read(int part, LineReader read)
    {
        var begin = FirstRow + ((long)part * PartLength);
        var end = Math.Min(Length, begin + PartLength);
        // One byte more in front tells whether a line begins at the part's first byte.
        var from = part == 0 ? begin : begin - 1;
        var buffer = System.Buffers.ArrayPool<byte>.Shared.Rent((int)(Math.Min(Length, end + LongestLine) - from));
        try
        {
            var length = 0;
            var wanted = (int)(Math.Min(Length, end + LongestLine) - from);
            while (length < wanted && RandomAccess.Read(handle, buffer.AsSpan(length, wanted - length), from + length) is > 0 and var got) length += got;
            var text = buffer.AsSpan(0, length);
            var at = 0;
            if (part > 0)
            {
                var first = text.IndexOf((byte)'\n');
                if (first < 0) return 0;
                at = first + 1;
            }
            long lines = 0;
            while (from + at < end)
            {
                var rest = text[at..];
                var next = rest.IndexOf((byte)'\n');
                var line = next < 0 ? rest : rest[..next];
                lines++;
                if (line is [.., (byte)'\r']) line = line[..^1];
                if (!line.IsEmpty) read(line, lines);
                if (next < 0) break;
                at += next + 1;
            }
            return lines;
        }
        finally
        {
            System.Buffers.ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public void Dispose() => handle.Dispose();

    private long Head(out byte[] head)
    {
        var buffer = new byte[(int)Math.Min(Length, LongestLine)];
        var length = RandomAccess.Read(handle, buffer, 0);
        var text = buffer.AsSpan(0, length);
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        if (line.StartsWith("\uFEFF"u8)) line = line[3..];
        if (line is [.., (byte)'\r']) line = line[..^1];
        head = line.ToArray();
        return end < 0 ? Length : end + 1;
    }
}
