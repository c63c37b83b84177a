namespace PcnMedOpt.Terminology.Files;

/// <summary>
/// A file that is being unpacked: it has to have the length and the checksum that the zip promised. Fewer bytes, more bytes and other bytes are
/// refused, so that half a file is never taken for a whole one.
/// </summary>
internal sealed class CheckedStream(Stream inner, IDisposable owner, string name, long length, uint crc) : Stream
{
    private long read;
    private uint found;
    private bool ended;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => length;

    public override long Position { get => read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (ended || buffer.IsEmpty) return 0;
        int taken;
        try
        {
            taken = inner.Read(buffer);
        }
        catch (InvalidDataException error)
        {
            throw new RefusedReleaseException($"{name} cannot be unpacked: the zip is damaged. Download it again.", error);
        }
        read += taken;
        found = Crc.Add(found, buffer[..taken]);
        if (read > length) throw new RefusedReleaseException($"{name} is longer than its zip says: the zip is damaged, or made to harm. Download it again.");
        if (taken > 0) return taken;
        ended = true;
        if (read < length) throw new RefusedReleaseException($"{name} ends too early: the zip is damaged. Download it again.");
        return found == crc ? 0 : throw new RefusedReleaseException($"{name} is not what was packed: its checksum differs. Download the zip again.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
            owner.Dispose();
        }
        base.Dispose(disposing);
    }
}
