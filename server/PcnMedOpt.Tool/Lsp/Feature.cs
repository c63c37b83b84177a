using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>A request that the server answers, and what it says of that when it starts.</summary>
/// <param name="Method">The protocol's name of the request.</param>
/// <param name="Start">Takes a request as it comes, on the thread that reads, and gives the work that answers it.</param>
/// <param name="Announce">Adds the feature to what the server can do, for an editor that can do so much.</param>
internal sealed record Feature(string Method, Func<LanguageServer, RequestHandler> Start, Func<ServerCapabilities, ClientFeatures, ServerCapabilities> Announce)
{
    /// <summary>The answer is still wanted when the document's text has changed since: so it is with completion, which the keystroke itself asks for.</summary>
    public bool OutlivesEdits { get; init; }

    /// <summary>A request of the protocol. Its answer sees one snapshot: the one that was current when the request came.</summary>
    public static Feature Of<TAsked, TAnswer>(
        Request<TAsked, TAnswer> request, Func<TAsked, RequestContext, TAnswer> answer, Func<ServerCapabilities, ClientFeatures, ServerCapabilities> announce) =>
        new(request.Method, server => Starting(server, request.ReadParameters, answer, request.WriteResult), announce);

    /// <summary>A request that is announced by another one, such as the one that completes what it has begun.</summary>
    public static Feature Of<TAsked, TAnswer>(Request<TAsked, TAnswer> request, Func<TAsked, RequestContext, TAnswer> answer) => Of(request, answer, (capabilities, _) => capabilities);

    /// <summary>A request of this server's own, in JSON as <c>docs/language-server.md</c> says.</summary>
    public static Feature Own(string method, Func<JObject, RequestContext, JToken?> answer) => new(
        method,
        server => Starting(server, token => token as JObject ?? [], answer, (writer, result) =>
        {
            if (result is null) writer.WriteNull();
            else result.WriteTo(writer);
        }),
        (capabilities, _) => capabilities);

    private static RequestHandler Starting<TAsked, TAnswer>(
        LanguageServer server, Func<JToken?, TAsked> read, Func<TAsked, RequestContext, TAnswer> answer, Action<JsonWriter, TAnswer> write) => parameters =>
        {
            var (asked, snapshot) = (read(parameters), server.Workspace.Current);
            return cancel =>
            {
                cancel.ThrowIfCancellationRequested();
                var result = answer(asked, new RequestContext(server, snapshot, cancel));
                return writer => write(writer, result);
            };
        };
}
