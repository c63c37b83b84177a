using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>The client of a replay: sends what it is told, keeps the answers, and replies to the server as the recorded client did.</summary>
internal sealed class ReplayClient(FrameReader reader, FrameWriter writer, RecordedReplies replies)
{
    private readonly Dictionary<string, JObject> answers = new(StringComparer.Ordinal);
    private bool ended;

    public IReadOnlyDictionary<string, JObject> Answers => answers;

    public void Send(JToken message) => writer.Write(message.WriteTo);

    /// <summary>Returns when the request is answered, or the server has ended.</summary>
    public void WaitFor(string id)
    {
        lock (answers)
            while (!ended && !answers.ContainsKey(id)) Monitor.Wait(answers);
    }

    /// <summary>Reads until the server ends.</summary>
    public void Read()
    {
        while (reader.Next() is var frame and not Frame.End)
        {
            if (frame is not Frame.Message { Json: JObject message }) continue;
            if (message["method"] is null) Keep(message);
            else if (message["id"] is { } id) Send(new JObject { ["jsonrpc"] = "2.0", ["id"] = id, ["result"] = replies.Next((message["method"] as JValue)?.Value as string ?? "") });
        }
        lock (answers)
        {
            ended = true;
            Monitor.PulseAll(answers);
        }
    }

    private void Keep(JObject answer)
    {
        lock (answers)
        {
            answers[Replay.IdOf(answer)] = answer;
            Monitor.PulseAll(answers);
        }
    }
}

/// <summary>What the recorded client replied to the server's requests, for each method in order; null when there is no more.</summary>
internal sealed class RecordedReplies
{
    private readonly Dictionary<string, Queue<JToken>> byMethod = new(StringComparer.Ordinal);

    public static RecordedReplies Of(IEnumerable<RecordedLine?> lines, MovedFiles moved)
    {
        var asked = new Dictionary<string, string>(StringComparer.Ordinal);
        var replies = new RecordedReplies();
        foreach (var line in lines.OfType<RecordedLine.Message>())
        {
            if (line.Json is not JObject message || message["id"] is null) continue;
            if (!line.IsFromClient && (message["method"] as JValue)?.Value is string method) asked[Replay.IdOf(message)] = method;
            if (!line.IsFromClient || message["method"] is not null || !asked.Remove(Replay.IdOf(message), out var answered)) continue;
            if (!replies.byMethod.TryGetValue(answered, out var queue)) replies.byMethod[answered] = queue = new Queue<JToken>();
            queue.Enqueue(moved.There(message["result"] ?? JValue.CreateNull()));
        }
        return replies;
    }

    public JToken Next(string method) => byMethod.TryGetValue(method, out var queue) && queue.TryDequeue(out var reply) ? reply : JValue.CreateNull();
}
