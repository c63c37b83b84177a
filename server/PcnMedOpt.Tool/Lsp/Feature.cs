using Newtonsoft.Json.Linq;
using PcnMedOpt.Tool.Lsp.Protocol;
using PcnMedOpt.Tool.Lsp.Rpc;

namespace PcnMedOpt.Tool.Lsp;

/// <summary>A request that the server answers, and what it says of that when it starts. An answer sees one snapshot: the one that was current when the request came.</summary>
/// <param name="Method">The protocol's name of the request.</param>
/// <param name="Listen">Has a server answer it.</param>
/// <param name="Announce">Adds the feature to what the server can do, for an editor that can do so much.</param>
internal sealed record Feature(string Method, Action<LanguageServer, Connection> Listen, Func<ServerCapabilities, ClientFeatures, ServerCapabilities> Announce)
{
    /// <summary>The answer is still wanted when the document's text has changed since: so it is with completion, which the keystroke itself asks for.</summary>
    public bool OutlivesEdits { get; init; }

    /// <summary>It takes so long that it has a thread of its own, so that no other request waits for it.</summary>
    public bool RunsApart { get; init; }

    /// <summary>A request of the protocol.</summary>
    /// <param name="request">Which.</param>
    /// <param name="answer">Answers it.</param>
    /// <param name="announce">Null for one that is announced by another, such as the request that completes what that has begun.</param>
    /// <param name="stale">What it is answered with when the text has changed since; ContentModified where nothing else is said.</param>
    public static Feature Of<TAsked, TAnswer>(
        Request<TAsked, TAnswer> request,
        Func<TAsked, RequestContext, TAnswer> answer,
        Func<ServerCapabilities, ClientFeatures, ServerCapabilities>? announce = null,
        RpcError? stale = null) => new(
            request.Method,
            (server, connection) => connection.On(
                request,
                asked =>
                {
                    var snapshot = server.Workspace.Current;
                    return cancel => answer(asked, new RequestContext(server, snapshot, cancel));
                },
                stale),
            announce ?? ((capabilities, _) => capabilities));

    /// <summary>A request of this server's own, in JSON: docs/language-server.md says in which form.</summary>
    public static Feature Own(string method, Func<JObject, RequestContext, JToken?> answer) => Of(
        new Request<JObject, JToken?>(
            method,
            Direction.ClientToServer,
            token => token as JObject ?? [],
            (writer, asked) => asked.WriteTo(writer),
            token => token,
            (writer, result) => (result ?? JValue.CreateNull()).WriteTo(writer)),
        answer,
        (capabilities, _) => capabilities with { Experimental = WithRequest(capabilities.Experimental as JObject, method) });

    /// <summary>Requests of this server's own are announced by name under "experimental", because the protocol has no place for them.</summary>
    private static JObject WithRequest(JObject? experimental, string method)
    {
        var announced = experimental is null ? [] : (JObject)experimental.DeepClone();
        announced["requests"] = new JArray((announced["requests"] as JArray ?? []).Append(method));
        return announced;
    }
}
