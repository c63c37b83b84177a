using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>A line of a recording: one object of JSON. The first line is the beginning, and no other is.</summary>
public abstract record RecordedLine
{
    private protected RecordedLine() { }

    /// <summary>What recorded, the day on which it looked at projects, and whether letters and digits are replaced.</summary>
    public sealed record Beginning(string Program, DateOnly Today, bool Scrambled) : RecordedLine;

    /// <summary>A message, so many milliseconds after the beginning.</summary>
    public sealed record Message(long At, bool IsFromClient, JToken Json) : RecordedLine;

    /// <summary>A file of the disk as it was when the server read it; no text when it was gone.</summary>
    public sealed record OnDisk(long At, string Uri, string? Text) : RecordedLine;

    public string Write() => (this switch
    {
        Beginning b => new JObject { ["medopt"] = b.Program, ["today"] = b.Today.ToString("O"), ["scrambled"] = b.Scrambled },
        Message m => new JObject { ["at"] = m.At, ["from"] = m.IsFromClient ? "client" : "server", ["message"] = m.Json },
        OnDisk d => new JObject { ["at"] = d.At, ["from"] = "disk", ["uri"] = d.Uri, ["text"] = d.Text },
        _ => throw new System.Diagnostics.UnreachableException(),
    }).ToString(Formatting.None);

    /// <summary>Null for a line that is none of these.</summary>
    public static RecordedLine? Read(string line)
    {
        if (Parse(line) is not JObject json) return null;
        var at = json["at"] is JValue { Value: long time } ? time : 0;
        if (json["medopt"] is JValue { Value: string program } && DateOnly.TryParseExact((json["today"] as JValue)?.Value as string, "O", out var today))
            return new Beginning(program, today, json["scrambled"] is JValue { Value: true });
        return (json["from"] as JValue)?.Value switch
        {
            "client" or "server" when json["message"] is { } message => new Message(at, json["from"] is JValue { Value: "client" }, message),
            "disk" when json["uri"] is JValue { Value: string uri } => new OnDisk(at, uri, (json["text"] as JValue)?.Value as string),
            _ => null,
        };
    }

    private static JToken? Parse(string line)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(line)) { DateParseHandling = DateParseHandling.None, MaxDepth = 1024 };
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
