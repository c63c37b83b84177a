using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>
/// Cuts a stream into messages: headers, of which only Content-Length counts, an empty line, and as many bytes of JSON. What is damaged is one fault,
/// and reading goes on at the next <c>Content-Length: number</c> with a line end behind it. Those bytes cannot stand inside JSON, where a letter
/// stands in a text and a text has no line end: where they appear before a message is complete, its length was wrong, and nothing waits for the rest.
/// </summary>
public sealed class FrameReader(Stream input)
{
    /// <summary>The longest message, in bytes: a length above it is taken for damage.</summary>
    public const int LongestBody = 256 * 1024 * 1024;

    /// <summary>The longest block of headers, in bytes.</summary>
    public const int LongestHead = 8 * 1024;

    private const int Ordinary = 64 * 1024;
    private const int Kept = 1024 * 1024;
    private const int Deepest = 512;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonLoadSettings Settings = new() { LineInfoHandling = LineInfoHandling.Ignore };

    /// <summary>What is read and not yet used: the bytes from <c>start</c> to <c>end</c>.</summary>
    private byte[] buffer = new byte[Ordinary];
    private int start;
    private int end;
    private bool lost;

    private ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

    /// <summary>The next message, fault or end. It waits for the stream, and for nothing else.</summary>
    public Frame Next()
    {
        if (lost && !FindHead()) return new Frame.End();
        lost = false;
        var at = 0;
        int? length = null;
        while (true)
        {
            var line = FrameHead.LineAt(Unread, at);
            if (line.Fault is { } fault) return Lost(fault);
            if (line.Next is not { } next)
            {
                if (Unread.Length > LongestHead) return Lost("The headers of a message are too long.");
                if (Fill()) continue;
                return Unread.Trim("\r\n"u8).IsEmpty ? new Frame.End() : Lost("The input ended inside the headers of a message.");
            }
            if (line.IsEmpty && length is { } bytes) return Body(next, bytes);
            if (line.IsEmpty && at > 0 && !Unread[..at].Trim("\r\n"u8).IsEmpty) return Lost("A message has no Content-Length.");
            length = line.Length ?? length;
            at = next;
            if (at > LongestHead) return Lost("The headers of a message are too long.");
        }
    }

    private Frame Body(int from, int length)
    {
        start += from;
        var looked = 0;
        while (Unread.Length < length)
        {
            if (FrameHead.Find(Unread[looked..], out var place) == FrameHead.Found.Whole)
            {
                start += looked + place;
                return Lost("A message is shorter than its Content-Length says.", skip: 0);
            }
            looked += place;
            if (!Fill()) return Lost("The input ended inside a message.", skip: 0);
        }
        var message = Parse(Unread[..length]);
        if (message is null) return Lost("A message is not JSON.", skip: 0);
        start += length;
        return new Frame.Message(message);
    }

    private static JToken? Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(Strict.GetString(body)))
            {
                DateParseHandling = DateParseHandling.None,
                FloatParseHandling = FloatParseHandling.Double,
                MaxDepth = Deepest,
            };
            var json = JToken.ReadFrom(reader, Settings);
            return reader.Read() ? null : json;
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException or FormatException or OverflowException)
        {
            return null;
        }
    }

    private Frame.Fault Lost(string reason, int skip = 1)
    {
        lost = true;
        start = Math.Min(end, start + skip);
        return new Frame.Fault(reason);
    }

    /// <summary>Leaves out what stands before the next header; false at the end of the stream.</summary>
    private bool FindHead()
    {
        while (true)
        {
            var found = FrameHead.Find(Unread, out var place);
            start += place;
            if (found == FrameHead.Found.Whole) return true;
            if (!Fill()) return false;
        }
    }

    /// <summary>Reads what is there; false at the end of the stream, or when it is torn.</summary>
    private bool Fill()
    {
        if (start > 0 && (end == buffer.Length || start == end))
        {
            var room = start == end && buffer.Length > Kept ? new byte[Ordinary] : buffer;
            Unread.CopyTo(room);
            (buffer, start, end) = (room, 0, end - start);
        }
        if (end == buffer.Length) Array.Resize(ref buffer, buffer.Length * 2);
        try
        {
            var read = input.Read(buffer, end, buffer.Length - end);
            end += read;
            return read > 0;
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            return false;
        }
    }
}
