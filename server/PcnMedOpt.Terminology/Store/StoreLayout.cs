using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;

namespace PcnMedOpt.Terminology.Store;

/// <summary>
/// How a store lies in its file, little-endian: a head of 128 bytes; the sections, each at a multiple of 64 bytes; the table of sections with a
/// quick checksum for each mebibyte of them. The head holds the SHA-256 of sections and table, and the SHA-256 of itself and the table: the
/// second and the quick checksums are verified whenever a store is opened, the first when it has been written and when it is asked for.
/// </summary>
internal static class StoreLayout
{
    /// <summary>Raised with every change of what the sections hold: a store of another version is refused and has to be imported again.</summary>
    public const int Version = 4;

    public const int HeadSize = 128;
    public const int Alignment = 64;
    public const int ChunkSize = 1 << 20;

    /// <summary>Where the SHA-256 of head and table stands: what it is made of ends here.</summary>
    public const int HeadHashAt = 96;

    public const int ContentHashAt = 32;
    public const int HashSize = 32;

    public static ReadOnlySpan<byte> Magic => "MEDOPTTS"u8;

    /// <summary>The head without its own hash.</summary>
    /// <param name="tableAt">Where the table begins.</param>
    /// <param name="length">The length of the file.</param>
    /// <param name="contentHash">The SHA-256 of sections and table.</param>
    public static byte[] Head(long tableAt, long length, ReadOnlySpan<byte> contentHash)
    {
        var head = new byte[HeadSize];
        Magic.CopyTo(head);
        BinaryPrimitives.WriteInt32LittleEndian(head.AsSpan(8), Version);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(16), tableAt);
        BinaryPrimitives.WriteInt64LittleEndian(head.AsSpan(24), length);
        contentHash.CopyTo(head.AsSpan(ContentHashAt));
        return head;
    }

    /// <summary>
    /// The checksum of a chunk: CRC-32C of each of its four quarters, which the processor works out side by side, put together. It finds every
    /// damage that lies within 32 bits, and misses another one time in four thousand million.
    /// </summary>
    /// <param name="chunk">Its length is a multiple of 64.</param>
    public static uint ChecksumOf(ReadOnlySpan<byte> chunk)
    {
        var words = MemoryMarshal.Cast<byte, ulong>(chunk);
        var quarter = words.Length / 4;
        var first = words[..quarter];
        var second = words.Slice(quarter, quarter);
        var third = words.Slice(2 * quarter, quarter);
        var fourth = words.Slice(3 * quarter, quarter);
        uint a = 0, b = 1, c = 2, d = 3;
        for (var i = 0; i < first.Length; i++)
        {
            a = BitOperations.Crc32C(a, first[i]);
            b = BitOperations.Crc32C(b, second[i]);
            c = BitOperations.Crc32C(c, third[i]);
            d = BitOperations.Crc32C(d, fourth[i]);
        }
        return BitOperations.Crc32C(BitOperations.Crc32C(0u, ((ulong)a << 32) | b), ((ulong)c << 32) | d);
    }
}
