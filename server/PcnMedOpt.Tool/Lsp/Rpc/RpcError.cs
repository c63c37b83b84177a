using Newtonsoft.Json;
using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>An answer that is an error: its code in the protocol, what a person may read, and what else the client may use.</summary>
public sealed record RpcError(int Code, string Message, Action<JsonWriter>? Data = null)
{
    /// <summary>The client has withdrawn the request.</summary>
    public static RpcError RequestCancelled { get; } = new((int)LSPErrorCodes.RequestCancelled, "The request was cancelled.");

    /// <summary>The text that the request was about has changed.</summary>
    public static RpcError ContentModified { get; } = new((int)LSPErrorCodes.ContentModified, "The text has changed.");

    /// <summary>The server has given the request up. For pulled diagnostics, whether the client is to ask again.</summary>
    public static RpcError ServerCancelled(bool retrigger) =>
        new((int)LSPErrorCodes.ServerCancelled, "The server cancelled the request.", new DiagnosticServerCancellationData { RetriggerRequest = retrigger }.Write);

    /// <summary>The request is right and cannot be done; the message says why, and the client shows it.</summary>
    public static RpcError RequestFailed(string why) => new((int)LSPErrorCodes.RequestFailed, why);

    internal static RpcError ParseError(string why) => new((int)ErrorCodes.ParseError, why);

    internal static RpcError InvalidRequest(string why) => new((int)ErrorCodes.InvalidRequest, why);

    internal static RpcError InvalidParams(string why) => new((int)ErrorCodes.InvalidParams, why);

    internal static RpcError MethodNotFound(string method) => new((int)ErrorCodes.MethodNotFound, $"There is no method '{method}'.");

    internal static RpcError NotInitialized { get; } = new((int)ErrorCodes.ServerNotInitialized, "The first request is 'initialize'.");

    internal static RpcError InternalError(string why) => new((int)ErrorCodes.InternalError, why);
}

/// <summary>Answers a request with an error; and is what a request to the client ends with when the client answers so.</summary>
public sealed class RpcException(RpcError error) : Exception(error.Message)
{
    public RpcError Error { get; } = error;

    /// <summary>The server gives the request up: error -32802 with <c>retriggerRequest</c>.</summary>
    public static RpcException ServerCancelled(bool retrigger) => new(RpcError.ServerCancelled(retrigger));
}
