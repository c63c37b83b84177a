using PcnMedOpt.Tool.Lsp.Protocol;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>The conversation in the types of the protocol. Parameters that do not fit are answered with InvalidParams and the reason.</summary>
public static class TypedConnection
{
    /// <summary>Answers a request: <paramref name="begin"/> runs on the reading thread and takes the snapshot, what it gives runs on the thread pool.</summary>
    public static void On<TParameters, TResult>(
        this Connection connection, Request<TParameters, TResult> request, Func<TParameters, Func<CancellationToken, TResult>> begin, RpcError? stale = null) =>
        connection.OnRequest(
            request.Method,
            parameters =>
            {
                var work = begin(request.ReadParameters(parameters));
                return cancellation =>
                {
                    var result = work(cancellation);
                    return writer => request.WriteResult(writer, result);
                };
            },
            stale);

    public static void On<TParameters>(this Connection connection, Notification<TParameters> notification, Action<TParameters> handler) =>
        connection.OnNotification(notification.Method, parameters => handler(notification.ReadParameters(parameters)));

    public static void Notify<TParameters>(this Connection connection, Notification<TParameters> notification, TParameters parameters) =>
        connection.Notify(notification.Method, parameters is null ? null : writer => notification.WriteParameters(writer, parameters));

    public static async Task<TResult> Ask<TParameters, TResult>(this Connection connection, Request<TParameters, TResult> request, TParameters parameters) =>
        request.ReadResult(await connection.Request(request.Method, parameters is null ? null : writer => request.WriteParameters(writer, parameters)).ConfigureAwait(false));
}
