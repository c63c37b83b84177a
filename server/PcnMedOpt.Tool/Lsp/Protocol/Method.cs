using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Protocol;

/// <summary>Who sends a message.</summary>
public enum Direction
{
    ClientToServer,
    ServerToClient,
    Both,
}

/// <summary>A request of the protocol: its name, and how its parameters and its result are read and written. What has none of either reads as null.</summary>
public sealed record Request<TParameters, TResult>(
    string Method,
    Direction Direction,
    Func<JToken?, TParameters> ReadParameters,
    Action<JsonWriter, TParameters> WriteParameters,
    Func<JToken?, TResult> ReadResult,
    Action<JsonWriter, TResult> WriteResult);

/// <summary>A notification of the protocol: its name, and how its parameters are read and written.</summary>
public sealed record Notification<TParameters>(
    string Method,
    Direction Direction,
    Func<JToken?, TParameters> ReadParameters,
    Action<JsonWriter, TParameters> WriteParameters);
