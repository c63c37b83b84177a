using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Protocol;

/// <summary>Values of JSON that stand inside a type of the protocol: read with a fault that says where, and written.</summary>
internal static class Json
{
    /// <summary>The token, or null where there is none or it is JSON's null.</summary>
    public static JToken? Present(JToken? token) => token is { Type: not (JTokenType.Null or JTokenType.Undefined) } ? token : null;

    public static JToken Required(JToken? token) => Present(token) ?? throw new ProtocolException("message", "params", "The message has no params, and needs them.");

    public static string String(JToken token) => token.Type == JTokenType.String ? Text((JValue)token) : throw Not(token, "a text");

    public static bool Boolean(JToken token) => token is JValue { Value: bool value } ? value : throw Not(token, "true or false");

    public static double Number(JToken token) =>
        token is JValue { Value: double number } ? number :
        token is JValue { Value: long whole } ? whole :
        throw Not(token, "a number");

    public static int Integer(JToken token) =>
        WholeOf(token) is { } number ? (int)Math.Clamp(number, int.MinValue, int.MaxValue) : throw Not(token, "a whole number");

    /// <summary>A number from 0 to 2^31 - 1. Clients send larger ones for "the end of the line": they are taken as the largest.</summary>
    public static int Unsigned(JToken token) =>
        WholeOf(token) is { } number && number >= 0 ? (int)Math.Min(number, int.MaxValue) : throw Not(token, "a whole number from 0");

    public static JObject Object(JToken token) => token as JObject ?? throw Not(token, "an object");

    public static JArray List(JToken token) => token as JArray ?? throw Not(token, "a list");

    public static (int, int) Pair(JToken token) => token is JArray { Count: 2 } pair ? (Unsigned(pair[0]), Unsigned(pair[1])) : throw Not(token, "a list of two numbers");

    public static string Literal(JToken token, string text) => IsLiteral(token, text) ? text : throw Not(token, $"the text '{text}'");

    public static ImmutableArray<T> Array<T>(JToken token, Func<JToken, T> read)
    {
        var list = List(token);
        var items = ImmutableArray.CreateBuilder<T>(list.Count);
        foreach (var item in list)
            items.Add(read(item));
        return items.MoveToImmutable();
    }

    public static ImmutableSortedDictionary<string, T> Map<T>(JToken token, Func<JToken, T> read)
    {
        var items = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        foreach (var (name, value) in Object(token))
            items[name] = read(value ?? JValue.CreateNull());
        return items.ToImmutable();
    }

    public static void Write<T>(JsonWriter writer, ImmutableArray<T> items, Action<JsonWriter, T> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    public static void Write<T>(JsonWriter writer, ImmutableSortedDictionary<string, T> items, Action<JsonWriter, T> write)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in items)
        {
            writer.WritePropertyName(name);
            write(writer, value);
        }
        writer.WriteEndObject();
    }

    public static void Write(JsonWriter writer, (int First, int Second) pair)
    {
        writer.WriteStartArray();
        writer.WriteValue(pair.First);
        writer.WriteValue(pair.Second);
        writer.WriteEndArray();
    }

    public static void Write(JsonWriter writer, JToken? value)
    {
        if (value is null)
            writer.WriteNull();
        else
            value.WriteTo(writer);
    }

    public static bool IsAny(JToken token) => true;

    public static bool IsString(JToken token) => token.Type == JTokenType.String;

    public static bool IsBoolean(JToken token) => token.Type == JTokenType.Boolean;

    public static bool IsInteger(JToken token) => WholeOf(token) is not null;

    public static bool IsObject(JToken token) => token is JObject;

    public static bool IsLiteral(JToken token, string text) => IsString(token) && Text((JValue)token) == text;

    /// <summary>Whether it is a list whose first item, if it has one, fits.</summary>
    public static bool IsArrayOf(JToken token, Func<JToken, bool> fits) => token is JArray list && (list.Count == 0 || fits(list[0]));

    public static bool IsArray(JToken token) => token is JArray;

    /// <summary>Whether an object has a member that fits.</summary>
    public static bool Has(JToken token, string member, Func<JToken, bool> fits) => token[member] is { } value && fits(value);

    public static ProtocolException FitsNone(JToken token, string type) => new(type, token.Path, $"{Where(token)} is {KindOf(token)} that is no {type}.");

    public static ProtocolException Not(JToken token, string wanted, string type = "value") => new(type, token.Path, $"{Where(token)} is {KindOf(token)}, and must be {wanted}.");

    /// <summary>A whole number, written with or without a fraction of zero; null for anything else.</summary>
    private static double? WholeOf(JToken token) => token switch
    {
        JValue { Value: long number } => number,
        JValue { Value: double number } when Math.Floor(number) == number => number,
        JValue { Value: System.Numerics.BigInteger number } => (double)number,
        _ => null,
    };

    private static string Text(JValue value) => value.Value as string ?? "";

    private static string Where(JToken token) => token.Path.Length == 0 ? "The value" : $"'{token.Path}'";

    private static string KindOf(JToken token) => token.Type switch
    {
        JTokenType.Object => "an object",
        JTokenType.Array => "a list",
        JTokenType.String => "a text",
        JTokenType.Boolean => "true or false",
        JTokenType.Integer or JTokenType.Float => "a number",
        _ => "null",
    };
}
