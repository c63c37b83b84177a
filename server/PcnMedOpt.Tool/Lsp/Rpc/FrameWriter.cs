using System.Globalization;
using System.Text;
using Newtonsoft.Json;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>
/// Writes messages, each with its header in one write, from whichever thread. A message whose writing fails is not sent at all. When the other side no longer
/// listens, the writer is closed and what is written to it goes nowhere.
/// </summary>
public sealed class FrameWriter(Stream output)
{
    /// <summary>The room for the header before the message: its words, a number of ten digits, and two line ends.</summary>
    private const int HeaderRoom = 32;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Lock gate = new();

    /// <summary>Whether the other side has stopped listening.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Sees the text of each message in the order of their writing. It runs while others wait to write: it must be quick, and must not write.</summary>
    public Action<string>? Tap { get; set; }

    public void Write(Action<JsonWriter> message)
    {
        var bytes = new MemoryStream { Position = HeaderRoom };
        using (var text = new StreamWriter(bytes, Utf8, leaveOpen: true))
        using (var json = new JsonTextWriter(text))
            message(json);
        var length = (int)bytes.Length - HeaderRoom;
        var header = Utf8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n"));
        var from = HeaderRoom - header.Length;
        header.CopyTo(bytes.GetBuffer(), from);
        lock (gate)
            Send(bytes.GetBuffer(), from, header.Length, length);
    }

    private void Send(byte[] bytes, int from, int header, int length)
    {
        if (IsClosed) return;
        Tap?.Invoke(Utf8.GetString(bytes, from + header, length));
        try
        {
            output.Write(bytes, from, header + length);
            output.Flush();
        }
        catch (Exception fault) when (fault is IOException or ObjectDisposedException)
        {
            IsClosed = true;
        }
    }
}
