using System.Text;

namespace PcnMedOpt.Terminology.Files;

/// <summary>
/// Text that is UTF-8, or, where its bytes are not, Windows-1252 (which the GP data cluster file is written in, as OpenCodelists reads it:
/// github.com/opensafely-core/opencodelists). A byte order mark is left out.
/// </summary>
internal static class WesternText
{
    private static readonly Encoding Encoding = Encoding.GetEncoding("utf-8", EncoderFallback.ExceptionFallback, new Fallback());

    public static StreamReader Open(Stream stream) => new(stream, Encoding, true, 1 << 16);

    /// <summary>Gives each byte that is no UTF-8 the character that Windows-1252 has for it.</summary>
    private sealed class Fallback : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new FallbackBuffer();
    }

    private sealed class FallbackBuffer : DecoderFallbackBuffer
    {
        /// <summary>The characters of the bytes 80 to 9F; � for those that have none.</summary>
        private const string High = "€�‚ƒ„…†‡ˆ‰Š‹Œ�Ž��‘’“”•–—˜™š›œ�žŸ";

        private string characters = "";
        private int next;

        public override int Remaining => characters.Length - next;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            characters = string.Concat(bytesUnknown.Select(b => b is >= 0x80 and <= 0x9F ? High[b - 0x80] : (char)b));
            next = 0;
            return characters.Length > 0;
        }

        public override char GetNextChar() => next < characters.Length ? characters[next++] : '\0';

        public override bool MovePrevious()
        {
            if (next == 0) return false;
            next--;
            return true;
        }

        public override void Reset()
        {
            characters = "";
            next = 0;
        }
    }
}
