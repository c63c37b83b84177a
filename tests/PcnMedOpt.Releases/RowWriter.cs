using System.Buffers.Text;
using System.Text;

namespace PcnMedOpt.Releases;

/// <summary>Writes the rows of a table as bytes, columns apart by tabs, lines ended as RF2 asks: a full release has gigabytes of them.</summary>
internal sealed class RowWriter : IDisposable
{
    private const int Room = 4096;
    private readonly FileStream stream;
    private readonly byte[] buffer = new byte[1 << 20];
    private int used;
    private bool begun;

    public RowWriter(string path, string header)
    {
        if (Path.GetDirectoryName(path) is { } folder) Directory.CreateDirectory(folder);
        stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1);
        Raw(header);
        End();
    }

    public RowWriter Number(long value)
    {
        Separate();
        Utf8Formatter.TryFormat(value, buffer.AsSpan(used), out var written);
        used += written;
        return this;
    }

    public RowWriter Flag(bool value) => Number(value ? 1 : 0);

    public RowWriter Text(string value)
    {
        Separate();
        used += Encoding.UTF8.GetBytes(value, buffer.AsSpan(used));
        return this;
    }

    public RowWriter Bytes(ReadOnlySpan<byte> value)
    {
        Separate();
        value.CopyTo(buffer.AsSpan(used));
        used += value.Length;
        return this;
    }

    /// <summary>An identifier of 128 bits, as rows of reference sets have.</summary>
    public RowWriter Uuid(ulong seed, ulong stream, long index)
    {
        Separate();
        var random = Mixing.Of(seed, stream, index);
        var (high, low) = (random.Next(), random.Next());
        for (var digit = 0; digit < 32; digit++)
        {
            if (digit is 8 or 12 or 16 or 20) buffer[used++] = (byte)'-';
            var nibble = (digit < 16 ? high >> (60 - (4 * digit)) : low >> (60 - (4 * (digit - 16)))) & 15;
            buffer[used++] = "0123456789abcdef"u8[(int)nibble];
        }
        return this;
    }

    public void End()
    {
        buffer[used++] = (byte)'\r';
        buffer[used++] = (byte)'\n';
        begun = false;
        if (used > buffer.Length - Room) Flush();
    }

    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void Raw(string text) => used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));

    private void Separate()
    {
        if (begun) buffer[used++] = (byte)'\t';
        begun = true;
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
