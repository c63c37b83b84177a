using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Protocol;

/// <summary>The members of an object that is read as a type of the protocol. A fault names the type and the member.</summary>
internal readonly struct Members(JToken token, string type)
{
    private readonly JObject members = token as JObject ?? throw Json.Not(token, $"an object of the type {type}", type);

    public JToken Required(string name) => Optional(name) ?? throw Missing(name);

    /// <summary>The member, or null where it is not there or is null.</summary>
    public JToken? Optional(string name) => Json.Present(members[name]);

    public string String(string name) => OptionalString(name) ?? throw Missing(name);

    public int Integer(string name) => OptionalInteger(name) ?? throw Missing(name);

    public int Unsigned(string name) => OptionalUnsigned(name) ?? throw Missing(name);

    public double Number(string name) => OptionalNumber(name) ?? throw Missing(name);

    public bool Boolean(string name) => OptionalBoolean(name) ?? throw Missing(name);

    public string? OptionalString(string name) => Optional(name) is { } value ? Named(name, value, Json.String) : null;

    public int? OptionalInteger(string name) => Optional(name) is { } value ? Named(name, value, Json.Integer) : null;

    public int? OptionalUnsigned(string name) => Optional(name) is { } value ? Named(name, value, Json.Unsigned) : null;

    public double? OptionalNumber(string name) => Optional(name) is { } value ? Named(name, value, Json.Number) : null;

    public bool? OptionalBoolean(string name) => Optional(name) is { } value ? Named(name, value, Json.Boolean) : null;

    private ProtocolException Missing(string name) => new(type, name, $"{type} needs the member '{name}'.");

    private T Named<T>(string name, JToken value, Func<JToken, T> read)
    {
        try
        {
            return read(value);
        }
        catch (ProtocolException fault)
        {
            throw new ProtocolException(type, name, $"{type}: {fault.Message}");
        }
    }
}
