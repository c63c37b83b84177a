using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Rpc;

/// <summary>The envelope of JSON-RPC 2.0 around what is said.</summary>
internal static class Messages
{
    /// <summary>A request, or without an id a notification.</summary>
    public static void WriteCall(JsonWriter json, JToken? id, string method, Action<JsonWriter>? parameters)
    {
        Begin(json);
        if (id is not null) WriteId(json, id);
        json.WritePropertyName("method");
        json.WriteValue(method);
        if (parameters is not null)
        {
            json.WritePropertyName("params");
            parameters(json);
        }
        json.WriteEndObject();
    }

    public static void WriteResult(JsonWriter json, JToken id, Action<JsonWriter> result)
    {
        Begin(json);
        WriteId(json, id);
        json.WritePropertyName("result");
        result(json);
        json.WriteEndObject();
    }

    /// <summary>An error as the answer to a request, or with no id to a message whose id could not be found.</summary>
    public static void WriteError(JsonWriter json, JToken? id, RpcError error)
    {
        Begin(json);
        WriteId(json, RunningRequests.IsId(id) && id is not null ? id : JValue.CreateNull());
        json.WritePropertyName("error");
        json.WriteStartObject();
        json.WritePropertyName("code");
        json.WriteValue(error.Code);
        json.WritePropertyName("message");
        json.WriteValue(error.Message);
        if (error.Data is { } data)
        {
            json.WritePropertyName("data");
            data(json);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Begin(JsonWriter json)
    {
        json.WriteStartObject();
        json.WritePropertyName("jsonrpc");
        json.WriteValue("2.0");
    }

    private static void WriteId(JsonWriter json, JToken id)
    {
        json.WritePropertyName("id");
        id.WriteTo(json);
    }
}
