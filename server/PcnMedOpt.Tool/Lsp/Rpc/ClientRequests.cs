using System.Collections.Concurrent;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>What the server has asked the client and is not answered yet.</summary>
internal sealed class ClientRequests
{
    private readonly ConcurrentDictionary<long, TaskCompletionSource<JToken?>> open = [];
    private long last;

    public (long Id, Task<JToken?> Answer) Add()
    {
        var id = Interlocked.Increment(ref last);
        var answer = new TaskCompletionSource<JToken?>(TaskCreationOptions.RunContinuationsAsynchronously);
        open[id] = answer;
        return (id, answer.Task);
    }

    /// <summary>Takes an answer; false when nothing was asked under its id.</summary>
    public bool Take(JObject message)
    {
        if (message["id"] is not JValue { Value: long id } || !open.TryRemove(id, out var answer)) return false;
        if (Json.Present(message["error"]) is { } error)
            answer.SetException(new RpcException(new((error["code"] as JValue)?.Value is long code ? (int)code : (int)ErrorCodes.UnknownErrorCode, (error["message"] as JValue)?.Value as string ?? "")));
        else
            answer.SetResult(Json.Present(message["result"]));
        return true;
    }

    /// <summary>Nobody will answer any more.</summary>
    public void CancelAll()
    {
        foreach (var (id, _) in open)
            if (open.TryRemove(id, out var answer)) answer.SetCanceled();
    }
}
