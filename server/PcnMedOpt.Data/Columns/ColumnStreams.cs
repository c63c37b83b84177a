using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PcnMedOpt.Data.Columns;

/// <summary>Writes columns one after the other, each with its length before it, at places that are multiples of eight.</summary>
internal sealed class ColumnWriter(Stream stream)
{
    private const int Alignment = 8;

    public void Add<T>(ReadOnlyMemory<T> column)
        where T : unmanaged
    {
        Span<byte> length = stackalloc byte[Alignment];
        MemoryMarshal.Write(length, (long)column.Length);
        stream.Write(length);
        var bytes = MemoryMarshal.AsBytes(column.Span);
        stream.Write(bytes);
        stream.Write(stackalloc byte[Padding(bytes.Length)]);
    }

    public static int Padding(long bytes) => (int)(-bytes & (Alignment - 1));
}

/// <summary>Finds columns in the bytes that <see cref="ColumnWriter"/> wrote, in the same order.</summary>
internal sealed class ColumnReader(byte[] bytes, int start)
{
    private int at = start;

    /// <exception cref="InvalidDataException">The bytes end before the column does.</exception>
    public ReadOnlyMemory<T> Next<T>()
        where T : unmanaged
    {
        if (at + sizeof(long) > bytes.Length) throw new InvalidDataException("A column is missing.");
        var count = MemoryMarshal.Read<long>(bytes.AsSpan(at));
        var length = count * Unsafe.SizeOf<T>();
        at += sizeof(long);
        if (count < 0 || at + length > bytes.Length) throw new InvalidDataException("A column is cut off.");
        var column = new CastColumn<T>(bytes, at, (int)count).Memory;
        at += (int)length + ColumnWriter.Padding(length);
        return column;
    }
}
