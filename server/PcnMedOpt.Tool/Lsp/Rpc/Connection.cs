using System.Diagnostics;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>
/// Begins a request on the reading thread, in the order of the messages, and gives its work: the beginning takes the snapshot, the work runs on the
/// thread pool and gives what writes the result.
/// </summary>
public delegate Func<CancellationToken, Action<JsonWriter>> RequestHandler(JToken? parameters);

/// <summary>Does what a notification says, on the reading thread, in the order of the messages.</summary>
public delegate void NotificationHandler(JToken? parameters);

/// <summary>Takes what a person who looks for a fault wants to know, and the exception where there is one. It may be called from any thread.</summary>
public delegate void Log(string message, Exception? fault);

/// <summary>
/// The server's end of a conversation: reads messages, gives them to their handlers, answers. A fault in a handler is logged and answered with null;
/// it never ends the conversation.
/// </summary>
public sealed class Connection(FrameReader reader, FrameWriter writer, Log log)
{
    private readonly Dictionary<string, (RequestHandler Handler, RpcError Stale)> requests = [];
    private readonly Dictionary<string, NotificationHandler> notifications = [];
    private readonly RunningRequests running = new();
    private readonly ClientRequests asked = new();
    private readonly HashSet<string> apart = new(StringComparer.Ordinal);
    private bool initialized;
    private bool shutDown;
    private bool exited;

    /// <summary>Sees the text of each message of the client, in order.</summary>
    public Action<string>? Tap { get; set; }

    /// <summary>What is told about the work itself, as the client sets it with <c>initialize</c> and <c>$/setTrace</c>.</summary>
    public TraceValue Trace { get; private set; } = TraceValue.Off;

    /// <summary>The methods of the requests that are answered.</summary>
    public IEnumerable<string> RequestMethods => requests.Keys.Append(Methods.Shutdown);

    /// <summary>Answers the requests of a method. One that is stale, by <see cref="CancelRunning"/> or because its work says so, is answered with the error.</summary>
    public void OnRequest(string method, RequestHandler handler, RpcError? stale = null) => requests.Add(method, (handler, stale ?? RpcError.ContentModified));

    /// <summary>Requests of a method take so long that each has a thread of its own.</summary>
    public void RunApart(string method) => apart.Add(method);

    public void OnNotification(string method, NotificationHandler handler) => notifications.Add(method, handler);

    /// <summary>Tells the client; without parameters where the method has none.</summary>
    public void Notify(string method, Action<JsonWriter>? parameters = null) => writer.Write(json => Messages.WriteCall(json, null, method, parameters));

    /// <summary>Asks the client. The task ends with its result, with its error as <see cref="RpcException"/>, or cancelled when the input has ended.</summary>
    public Task<JToken?> Request(string method, Action<JsonWriter>? parameters = null)
    {
        var (id, answer) = asked.Add();
        writer.Write(json => Messages.WriteCall(json, new JValue(id), method, parameters));
        return answer;
    }

    /// <summary>Gives up the running requests that are chosen by their method and the URI of their document, and answers them as stale.</summary>
    public void CancelRunning(Func<string, string?, bool> chosen)
    {
        foreach (var request in running.All().Where(r => chosen(r.Method, r.Document)))
            Cancel(request, request.Stale);
    }

    /// <summary>Reads until the client says exit or the input ends; gives the exit code: 0 when the client had asked to shut down, else 1.</summary>
    public int Run()
    {
        while (!exited && !writer.IsClosed && reader.Next() is var frame and not Frame.End)
        {
            if (frame is Frame.Message message)
            {
                Tap?.Invoke(message.Json.ToString(Formatting.None));
                Take(message.Json);
            }
            else if (frame is Frame.Fault fault)
            {
                log(fault.Reason, null);
                Refuse(null, RpcError.ParseError(fault.Reason));
            }
        }
        asked.CancelAll();
        foreach (var request in running.All())
        {
            request.Answer();
            request.Cancel();
        }
        return shutDown ? 0 : 1;
    }

    private void Take(JToken json)
    {
        if (json is not JObject message)
            Refuse(null, RpcError.InvalidRequest(json is JArray ? "Messages come one by one, not in a list." : "A message is an object."));
        else if (message["method"] is JValue { Value: string method })
            TakeCall(message, method);
        else if (message["method"] is null && (message.ContainsKey("result") || message.ContainsKey("error")))
            TakeAnswer(message);
        else
            Refuse(message["id"], RpcError.InvalidRequest("A message has a method, a result or an error."));
    }

    private void TakeAnswer(JObject message)
    {
        if (!asked.Take(message)) log($"An answer came to a question that nobody has asked: {message["id"]}", null);
    }

    private void TakeCall(JObject message, string method)
    {
        var parameters = Json.Present(message["params"]);
        if (!message.ContainsKey("id"))
            TakeNotification(method, parameters);
        else if (!RunningRequests.IsId(message["id"]))
            Refuse(null, RpcError.InvalidRequest("An id is a number or a text."));
        else if (message["id"] is { } id)
            TakeRequest(id, method, parameters);
    }

    private void TakeNotification(string method, JToken? parameters)
    {
        exited = method == Methods.Exit;
        if (exited || shutDown) return;
        try
        {
            if (method == Methods.Cancel)
                CancelByClient(parameters);
            else if (method == Methods.SetTrace)
                Trace = Notifications.SetTrace.ReadParameters(parameters).Value;
            else if (!initialized)
                log($"'{method}' came before 'initialize', and was left out.", null);
            else if (notifications.TryGetValue(method, out var handler))
                handler(parameters);
            else if (!method.StartsWith("$/", StringComparison.Ordinal))
                log($"There is no notification '{method}'.", null);
        }
        catch (Exception fault)
        {
            log($"'{method}' failed.", fault);
        }
    }

    private void CancelByClient(JToken? parameters)
    {
        if (parameters?["id"] is { } id && RunningRequests.IsId(id) && running.Find(id) is { } request) Cancel(request, RpcError.RequestCancelled);
    }

    private void TakeRequest(JToken id, string method, JToken? parameters)
    {
        if (Refusal(method) is { } refusal)
        {
            Refuse(id, refusal);
            return;
        }
        if (method == Methods.Shutdown)
        {
            shutDown = true;
            writer.Write(json => Messages.WriteResult(json, id, static result => result.WriteNull()));
            return;
        }
        var (handler, stale) = requests[method];
        var document = (parameters as JObject)?["textDocument"] is JObject about ? (about["uri"] as JValue)?.Value as string : null;
        var request = new RunningRequest(id, method, document, stale, Stopwatch.GetTimestamp());
        if (!running.Add(request))
        {
            Refuse(id, RpcError.InvalidRequest("A request with this id is not answered yet."));
            return;
        }
        Begin(request, handler, parameters);
    }

    private RpcError? Refusal(string method) =>
        shutDown ? RpcError.InvalidRequest("The server is shut down.") :
        method == Methods.Initialize && initialized ? RpcError.InvalidRequest("The server is already initialized.") :
        method != Methods.Initialize && !initialized ? RpcError.NotInitialized :
        method != Methods.Shutdown && !requests.ContainsKey(method) ? RpcError.MethodNotFound(method) :
        null;

    /// <summary>What initializes is done whole before the next message is read; what other requests begin here goes on elsewhere.</summary>
    private void Begin(RunningRequest request, RequestHandler handler, JToken? parameters)
    {
        Func<CancellationToken, Action<JsonWriter>> work;
        try
        {
            work = handler(parameters);
        }
        catch (Exception fault)
        {
            Fail(request, fault);
            return;
        }
        if (request.Method != Methods.Initialize)
        {
            if (apart.Contains(request.Method)) new Thread(() => Perform(request, work)) { IsBackground = true, Name = request.Method, Priority = ThreadPriority.BelowNormal }.Start();
            else ThreadPool.UnsafeQueueUserWorkItem(_ => Perform(request, work), null);
            return;
        }
        initialized = true;
        if (Json.Present(parameters?["trace"]) is { } trace) Trace = TraceValue.Read(trace);
        Perform(request, work);
    }

    private void Perform(RunningRequest request, Func<CancellationToken, Action<JsonWriter>> work)
    {
        if (request.Cancellation.IsCancellationRequested) return;
        try
        {
            Answer(request, work(request.Cancellation));
        }
        catch (Exception fault)
        {
            Fail(request, fault);
        }
    }

    private void Answer(RunningRequest request, Action<JsonWriter> result)
    {
        if (!request.Answer()) return;
        running.Remove(request);
        try
        {
            writer.Write(json => Messages.WriteResult(json, request.Id, result));
        }
        catch (Exception fault)
        {
            log($"The answer to '{request.Method}' could not be written.", fault);
            writer.Write(json => Messages.WriteResult(json, request.Id, static nothing => nothing.WriteNull()));
        }
        Tell($"{request.Method} ({request.Id}) took {Stopwatch.GetElapsedTime(request.Began).TotalMilliseconds:0.0} ms.");
    }

    private void Fail(RunningRequest request, Exception fault)
    {
        if (fault is RpcException { Error: var wanted })
            End(request, wanted);
        else if (fault is ProtocolException)
            End(request, RpcError.InvalidParams(fault.Message));
        else if (fault is OperationCanceledException)
            End(request, request.Stale);
        else
        {
            log($"'{request.Method}' failed.", fault);
            if (request.Method == Methods.Initialize)
                End(request, RpcError.InternalError("The server could not start; its log says why."));
            else
                Answer(request, static result => result.WriteNull());
        }
    }

    private void Cancel(RunningRequest request, RpcError error)
    {
        End(request, error);
        request.Cancel();
    }

    private void End(RunningRequest request, RpcError error)
    {
        if (!request.Answer()) return;
        running.Remove(request);
        Refuse(request.Id, error);
        Tell($"{request.Method} ({request.Id}): {error.Message}");
    }

    private void Refuse(JToken? id, RpcError error) => writer.Write(json => Messages.WriteError(json, id, error));

    private void Tell(string message)
    {
        if (Trace != TraceValue.Off) Notify(Methods.LogTrace, new LogTraceParams { Message = message }.Write);
    }
}
