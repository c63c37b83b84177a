namespace PcnMedOpt.Tests.Lsp;

/// <summary>Gives its bytes in pieces of the lengths given, the last of them again and again, and keeps each write.</summary>
internal sealed class PieceStream(byte[] bytes, int[] pieces) : MemoryStream(bytes)
{
    private int reads;

    public List<byte[]> Written { get; } = [];

    public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, pieces[Math.Min(reads++, pieces.Length - 1)]));

    public override void Write(byte[] buffer, int offset, int count)
    {
        lock (Written)
            Written.Add(buffer.AsSpan(offset, count).ToArray());
    }
}
