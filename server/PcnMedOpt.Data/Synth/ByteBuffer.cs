namespace PcnMedOpt.Data.Synth;

/// <summary>Bytes that grow. <see cref="Reserve"/> makes room for a row; the others write into it.</summary>
internal sealed class ByteBuffer
{
    private byte[] bytes = new byte[1 << 16];
    private int length;

    public ReadOnlySpan<byte> Written => bytes.AsSpan(0, length);

    public void Clear() => length = 0;

    public void Reserve(int count)
    {
        if (length + count > bytes.Length) Array.Resize(ref bytes, bytes.Length * 2);
    }

    public void Add(byte value) => bytes[length++] = value;

    public void Add(ReadOnlySpan<byte> values)
    {
        values.CopyTo(bytes.AsSpan(length));
        length += values.Length;
    }

    public void Number(int value)
    {
        value.TryFormat(bytes.AsSpan(length), out var written, default, System.Globalization.CultureInfo.InvariantCulture);
        length += written;
    }

    /// <summary>With zeros before it.</summary>
    public void Digits(int value, int count)
    {
        for (var at = length + count - 1; at >= length; at--)
        {
            bytes[at] = (byte)('0' + value % 10);
            value /= 10;
        }
        length += count;
    }

    /// <summary>61 with one decimal is 6.1.</summary>
    public void Decimal(int value, int decimals)
    {
        var scale = decimals switch { 0 => 1, 1 => 10, 2 => 100, _ => 1000 };
        Number(value / scale);
        if (decimals == 0) return;
        Add((byte)'.');
        Digits(value % scale, decimals);
    }
}
