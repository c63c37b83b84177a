namespace PcnMedOpt.Terminology.Files;

/// <summary>The checksum of a file in a zip (CRC-32, APPNOTE.TXT 4.4.7), eight bytes at a time.</summary>
internal static class Crc
{
    private const uint Polynomial = 0xEDB88320;

    private static readonly uint[][] Tables = MakeTables();

    /// <summary>The checksum with these bytes added; it begins as 0.</summary>
    public static uint Add(uint crc, ReadOnlySpan<byte> bytes)
    {
        var value = ~crc;
        for (; bytes.Length >= 8; bytes = bytes[8..])
            value = Tables[7][bytes[0] ^ (byte)value] ^ Tables[6][bytes[1] ^ (byte)(value >> 8)] ^ Tables[5][bytes[2] ^ (byte)(value >> 16)]
                ^ Tables[4][bytes[3] ^ (byte)(value >> 24)] ^ Tables[3][bytes[4]] ^ Tables[2][bytes[5]] ^ Tables[1][bytes[6]] ^ Tables[0][bytes[7]];
        foreach (var next in bytes) value = (value >> 8) ^ Tables[0][next ^ (byte)value];
        return ~value;
    }

    private static uint[][] MakeTables()
    {
        var tables = new uint[8][];
        tables[0] = new uint[256];
        for (var n = 0u; n < 256; n++)
        {
            var value = n;
            for (var bit = 0; bit < 8; bit++) value = (value & 1) != 0 ? (value >> 1) ^ Polynomial : value >> 1;
            tables[0][n] = value;
        }
        for (var t = 1; t < 8; t++)
        {
            tables[t] = new uint[256];
            for (var n = 0; n < 256; n++) tables[t][n] = (tables[t - 1][n] >> 8) ^ tables[0][(byte)tables[t - 1][n]];
        }
        return tables;
    }
}
