using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PcnMedOpt.Data.Columns;

/// <summary>Some bytes of a file that was read at once, seen as a column of numbers.</summary>
internal sealed class CastColumn<T>(byte[] bytes, int offset, int count) : MemoryManager<T>
    where T : unmanaged
{
    public override Span<T> GetSpan() => MemoryMarshal.Cast<byte, T>(bytes.AsSpan(offset, count * Unsafe.SizeOf<T>()));

    public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException("A column is read where it lies.");

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
