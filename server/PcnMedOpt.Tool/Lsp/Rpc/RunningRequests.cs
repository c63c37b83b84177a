using System.Globalization;
using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>A request that is not answered yet. It is answered once: by its work, or by what cancels it.</summary>
internal sealed class RunningRequest(JToken id, string method, string? document, RpcError stale, long began)
{
    private readonly CancellationTokenSource cancellation = new();
    private int answered;

    public JToken Id { get; } = id;

    public string Method { get; } = method;

    /// <summary>The URI of the document that it asks about, where it asks about one.</summary>
    public string? Document { get; } = document;

    /// <summary>How it is answered when its text has changed.</summary>
    public RpcError Stale { get; } = stale;

    /// <summary>When it came, on the clock of <see cref="System.Diagnostics.Stopwatch"/>.</summary>
    public long Began { get; } = began;

    public CancellationToken Cancellation => cancellation.Token;

    /// <summary>True for the one who may answer.</summary>
    public bool Answer() => Interlocked.Exchange(ref answered, 1) == 0;

    public void Cancel() => cancellation.Cancel();
}

/// <summary>The requests that are not answered yet, by their ids; a number and the same digits as a text are different ids.</summary>
internal sealed class RunningRequests
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, RunningRequest> running = [];

    /// <summary>False when one with its id is already there.</summary>
    public bool Add(RunningRequest request)
    {
        lock (gate)
            return running.TryAdd(KeyOf(request.Id), request);
    }

    public void Remove(RunningRequest request)
    {
        lock (gate)
            running.Remove(KeyOf(request.Id));
    }

    public RunningRequest? Find(JToken id)
    {
        lock (gate)
            return running.GetValueOrDefault(KeyOf(id));
    }

    public IReadOnlyList<RunningRequest> All()
    {
        lock (gate)
            return [.. running.Values];
    }

    /// <summary>Whether the token can be an id.</summary>
    public static bool IsId(JToken? id) => id?.Type is JTokenType.Integer or JTokenType.Float or JTokenType.String;

    private static string KeyOf(JToken id) => (id.Type == JTokenType.String ? "text " : "number ") + ((JValue)id).ToString(CultureInfo.InvariantCulture);
}
