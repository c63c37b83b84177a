using System.Text;

namespace PcnMedOpt.Tool.Project;

/// <summary>Reads bytes as UTF-8, and says where they are not.</summary>
public static class Utf8Text
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    /// <summary>The text, with replacement characters for what is not UTF-8, and the offset of the first of them.</summary>
    public static (string Text, int? FirstFault) Read(byte[] bytes)
    {
        try
        {
            return (Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException)
        {
            return (Lenient.GetString(bytes), Lenient.GetString(bytes, 0, FirstBad(bytes)).Length);
        }
    }

    private static int FirstBad(byte[] bytes)
    {
        var rest = bytes.AsSpan();
        while (Rune.DecodeFromUtf8(rest, out _, out var length) == System.Buffers.OperationStatus.Done) rest = rest[length..];
        return bytes.Length - rest.Length;
    }
}
