using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>Messages are cut out of bytes however they come, and damage costs what is damaged.</summary>
public sealed class FrameTests
{
    private const string Umlaut = """{"text":"Grüße – 💊"}""";

    [Fact]
    public void Messages_come_through_however_the_bytes_are_cut()
    {
        var bytes = Bytes(Framed("""{"a":1}""") + "Content-Type: application/vscode-jsonrpc; charset=utf-8\r\n" + Framed(Umlaut) + Framed("[]") + Framed("""{"b":null}"""));
        var whole = Read(bytes, bytes.Length);
        Assert.Equal(["""{"a":1}""", Umlaut, "[]", """{"b":null}""", "end"], whole);
        for (var piece = 1; piece < bytes.Length; piece++)
            Assert.Equal(whole, Read(bytes, piece));
        for (var cut = 1; cut < bytes.Length; cut++)
            Assert.Equal(whole, Read(bytes, cut, bytes.Length));
    }

    /// <summary>Each stands between two sound messages. A fault is written as "fault"; none may be lost that can be known, and none may wait for more.</summary>
    [Theory]
    [InlineData("a length that is no number", "Content-Length: abc\r\n\r\n{}", "fault")]
    [InlineData("a negative length", "Content-Length: -5\r\n\r\n{}", "fault")]
    [InlineData("an absurd length", "Content-Length: 99999999999999999999\r\n\r\n{}", "fault")]
    [InlineData("a length above the limit", "Content-Length: 268435457\r\n\r\n{}", "fault")]
    [InlineData("a length that is too long by one", "Content-Length: 3\r\n\r\n{}", "fault")]
    [InlineData("a length that is too long by far", "Content-Length: 5000\r\n\r\n{}", "fault")]
    [InlineData("a length that is too short", "Content-Length: 5\r\n\r\n{\"a\":1}", "fault")]
    [InlineData("no length", "Content-Type: x\r\n\r\n{}", "fault")]
    [InlineData("no header", "{}", "fault")]
    [InlineData("no colon", "Content-Length 2\r\n\r\n{}", "fault")]
    [InlineData("a header grown together", "XContent-Length: 2\r\n\r\n{}", "fault", "{}")]
    [InlineData("half a header before a whole one", "Content-LeContent-Length: 2\r\n\r\n{}", "fault", "{}")]
    [InlineData("half a header", "Content-Len", "fault")]
    [InlineData("no JSON", "Content-Length: 4\r\n\r\nabcd", "fault")]
    [InlineData("half of a JSON", "Content-Length: 5\r\n\r\n{\"a\":", "fault")]
    [InlineData("two JSONs in one", "Content-Length: 4\r\n\r\n{}{}", "fault")]
    [InlineData("nothing", "Content-Length: 0\r\n\r\n", "fault")]
    [InlineData("two lengths", "Content-Length: 9\r\nContent-Length: 2\r\n\r\n{}", "{}")]
    [InlineData("empty lines between", "\r\n\r\n\r\n")]
    [InlineData("line ends of another kind", "Content-Length: 2\n\n{}", "{}")]
    [InlineData("letters of another case", "content-length:2\r\n\r\n{}", "{}")]
    [InlineData("zero bytes", "\0\0\0\0", "fault")]
    [InlineData("the words of a header inside a text", "Content-Length: 27\r\n\r\n\"Content-Length: 5 is text\"", "\"Content-Length: 5 is text\"")]
    [InlineData("the words of a header inside a text that is cut", "Content-Length: 23\r\n\r\n\"Content-Length: 5 is te", "fault")]
    public void Damage_costs_what_is_damaged(string what, string damaged, params string[] expected)
    {
        const string Before = """{"before":1}""", After = """{"after":1}""";
        var bytes = Bytes(Framed(Before) + damaged + Framed(After));
        foreach (var piece in new[] { 1, 3, bytes.Length })
            Assert.True(Read(bytes, piece).SequenceEqual([Before, .. expected, After, "end"]), $"{what}, in pieces of {piece}: {string.Join(" | ", Read(bytes, piece))}");
    }

    [Fact]
    public void Text_that_is_no_UTF_8_is_a_fault()
    {
        byte[] bytes = [.. "Content-Length: 3\r\n\r\n\""u8, 0xff, .. "\""u8, .. Bytes(Framed("{}"))];
        Assert.Equal(["fault", "{}", "end"], Read(bytes, bytes.Length));
    }

    [Fact]
    public void Deep_nesting_is_a_fault_and_no_crash() =>
        Assert.Equal(["fault", "{}", "end"], Read(Bytes(Framed(new string('[', 100_000)) + Framed("{}")), 4096));

    [Theory]
    [InlineData("", "end")]
    [InlineData("Content-Len", "fault", "end")]
    [InlineData("Content-Length: 5\r\n\r\n{}", "fault", "end")]
    [InlineData("Content-Length: 5\r\n", "fault", "end")]
    public void The_input_may_end_anywhere(string text, params string[] expected) => Assert.Equal(expected, Read(Bytes(text), 1));

    [Fact]
    public void Garbage_is_read_without_being_kept()
    {
        var garbage = new byte[4 * 1024 * 1024];
        Array.Fill(garbage, (byte)'C');
        byte[] bytes = [.. garbage, .. Bytes(Framed("{}"))];
        Assert.Equal(["fault", "{}", "end"], Read(bytes, 64 * 1024));
    }

    [Fact]
    public void Times_stay_the_text_that_was_sent() =>
        Assert.Equal(["""{"at":"2026-11-20T10:00:00+01:00"}""", "end"], Read(Bytes(Framed("""{"at":"2026-11-20T10:00:00+01:00"}""")), 100));

    [Fact]
    public void A_message_is_written_in_one_piece_that_can_be_read()
    {
        var stream = new PieceStream([], []);
        var seen = new List<string>();
        new FrameWriter(stream) { Tap = seen.Add }.Write(json => JToken.Parse(Umlaut).WriteTo(json));
        Assert.Equal($"Content-Length: {Encoding.UTF8.GetByteCount(Umlaut)}\r\n\r\n{Umlaut}", Encoding.UTF8.GetString(Assert.Single(stream.Written)));
        Assert.Equal([Umlaut], seen);
    }

    [Fact]
    public void A_message_whose_writing_fails_is_not_sent()
    {
        var stream = new PieceStream([], []);
        var writer = new FrameWriter(stream);
        Assert.Throws<InvalidOperationException>(() => writer.Write(json =>
        {
            json.WriteStartObject();
            throw new InvalidOperationException();
        }));
        Assert.Empty(stream.Written);
    }

    [Fact]
    public void Messages_of_many_threads_do_not_mix()
    {
        var stream = new PieceStream([], []);
        var writer = new FrameWriter(stream);
        Parallel.For(0, 500, number => writer.Write(json => json.WriteValue(new string('x', number))));
        var bytes = stream.Written.SelectMany(b => b).ToArray();
        Assert.Equal(Enumerable.Range(0, 500), Read(bytes, 1000).Where(f => f != "end").Select(f => f.Length - 2).Order());
    }

    internal static string Framed(string json) => $"Content-Length: {Encoding.UTF8.GetByteCount(json)}\r\n\r\n{json}";

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static List<string> Read(byte[] bytes, params int[] pieces)
    {
        var reader = new FrameReader(new PieceStream(bytes, pieces));
        var frames = new List<string>();
        while (true)
        {
            var frame = reader.Next();
            frames.Add(frame switch
            {
                Frame.Message { Json: var json } => json.ToString(Formatting.None),
                Frame.Fault => "fault",
                _ => "end",
            });
            if (frame is Frame.End) return frames;
        }
    }
}
