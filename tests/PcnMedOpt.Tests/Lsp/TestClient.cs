using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tests.Lsp;

/// <summary>A connection that runs, and its client: sends JSON, and takes what comes back, message by message.</summary>
internal sealed class TestClient : IDisposable
{
    private readonly PushStream input = new();
    private readonly OutputStream output = new();
    private readonly ConcurrentQueue<string> log = [];

    public TestClient(Action<Connection> register)
    {
        Writer = new FrameWriter(output);
        Connection = new Connection(new FrameReader(input), Writer, (message, fault) => log.Enqueue(fault is null ? message : $"{message} {fault.Message}"));
        Connection.OnRequest("initialize", _ => _ => writer => writer.WriteValue("ready"));
        register(Connection);
        ExitCode = Task.Factory.StartNew(Connection.Run, TaskCreationOptions.LongRunning);
    }

    public Connection Connection { get; }

    public FrameWriter Writer { get; }

    public Task<int> ExitCode { get; }

    public IEnumerable<string> Logged => log;

    /// <summary>A client whose server is initialized.</summary>
    public static async Task<TestClient> Ready(Action<Connection> register)
    {
        var client = new TestClient(register);
        client.Send("""{"jsonrpc":"2.0","id":"start","method":"initialize","params":{}}""");
        Assert.Equal("""{"jsonrpc":"2.0","id":"start","result":"ready"}""", await client.Next());
        return client;
    }

    public void Send(string json) => input.Push(FrameTests.Framed(json));

    public void SendRaw(string bytes) => input.Push(bytes);

    public void Request(int id, string method, string parameters = "{}") => Send($$"""{"jsonrpc":"2.0","id":{{id}},"method":"{{method}}","params":{{parameters}}}""");

    public void Notify(string method, string parameters = "{}") => Send($$"""{"jsonrpc":"2.0","method":"{{method}}","params":{{parameters}}}""");

    public void End() => input.End();

    /// <summary>The next message of the server.</summary>
    public async Task<string> Next() => await output.Messages.ReadAsync(TestContext.Current.CancellationToken);

    /// <summary>The id and the code of the next message, which must be an error.</summary>
    public async Task<(string? Id, int Code)> NextError()
    {
        var message = JObject.Parse(await Next());
        return (message["id"]?.ToString(Formatting.None), message["error"]?.Value<int>("code") ?? 0);
    }

    public void Dispose()
    {
        input.End();
        ExitCode.Wait();
    }

    /// <summary>Bytes that wait until somebody pushes them.</summary>
    private sealed class PushStream : MemoryStream
    {
        private readonly BlockingCollection<byte[]> pushed = [];
        private byte[] current = [];

        public void Push(string text) => pushed.Add(Encoding.UTF8.GetBytes(text));

        public void End() => pushed.CompleteAdding();

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (current.Length == 0 && !pushed.TryTake(out current!, Timeout.Infinite)) return 0;
            var read = Math.Min(count, current.Length);
            current.AsSpan(0, read).CopyTo(buffer.AsSpan(offset));
            current = current[read..];
            return read;
        }
    }

    private sealed class OutputStream : MemoryStream
    {
        private readonly Channel<string> messages = Channel.CreateUnbounded<string>();

        public ChannelReader<string> Messages => messages.Reader;

        public override void Write(byte[] buffer, int offset, int count)
        {
            var text = Encoding.UTF8.GetString(buffer, offset, count);
            messages.Writer.TryWrite(text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]);
        }
    }
}
