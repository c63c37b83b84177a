using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Lsp.Workspace;

namespace PcnMedOpt.Tool.Lsp.Recording;

/// <summary>
/// A session with other words in it. The structure of the messages stays, and so do all places: a replaced text has the lengths and lines of the real one.
/// The real texts are kept here, because what one typed letter does to the words around it only the whole text tells.
/// </summary>
internal sealed class ScrambledSession(Scrambler scrambler)
{
    /// <summary>Members whose texts belong to the protocol or the program, and hold nothing of the user's.</summary>
    private static readonly HashSet<string> Structure = new(StringComparer.Ordinal)
    {
        "jsonrpc", "method", "id", "locale", "trace", "languageId", "kind", "resultId", "previousResultId", "code", "command", "identifier", "token", "section", "ch", "triggerCharacter",
    };

    /// <summary>Members that are so with everything in them.</summary>
    private static readonly HashSet<string> Whole = new(StringComparer.Ordinal) { "capabilities", "clientInfo", "serverInfo", "only", "commitCharacters", "registerOptions" };

    private readonly Dictionary<string, OpenDocument> documents = new(StringComparer.Ordinal);

    public string Text(string text) => scrambler.Text(text);

    /// <summary>The text of a file or document.</summary>
    public string File(string uri, string text) =>
        uri.EndsWith(".json", StringComparison.Ordinal) ? scrambler.Settings(text) :
        uri.EndsWith(".csv", StringComparison.Ordinal) ? scrambler.Text(text) :
        scrambler.Source(text);

    public JToken Message(JToken message)
    {
        var copy = message.DeepClone();
        var texts = copy is JObject { } call && call["params"] is JObject parameters ? ((call["method"] as JValue)?.Value switch
        {
            "textDocument/didOpen" => Open(parameters),
            "textDocument/didChange" => Change(parameters),
            "textDocument/didClose" => Close(parameters),
            _ => null,
        }) : null;
        return Replaced(copy, texts);
    }

    private JToken Open(JObject parameters)
    {
        var (uri, text) = (UriIn(parameters), (parameters["textDocument"]?["text"] as JValue)?.Value as string ?? "");
        documents[uri] = new OpenDocument(uri, null, 0, text);
        return new JValue(File(uri, text));
    }

    /// <summary>The change as the one stretch in which the replaced texts differ.</summary>
    private JToken? Change(JObject parameters)
    {
        var uri = UriIn(parameters);
        if (!documents.TryGetValue(uri, out var before)) return null;
        var after = (parameters["contentChanges"] as JArray ?? []).OfType<JObject>().Aggregate(before, Apply);
        documents[uri] = after;
        var (old, now) = (File(uri, before.Text), File(uri, after.Text));
        var (from, same) = Difference(old, now);
        var map = new LineMap(old);
        JObject At(int offset) => map.At(offset) is var place ? new JObject { ["line"] = place.Line - 1, ["character"] = place.Column - 1 } : [];
        return new JArray(new JObject { ["range"] = new JObject { ["start"] = At(from), ["end"] = At(old.Length - same) }, ["text"] = now[from..(now.Length - same)] });
    }

    private JToken? Close(JObject parameters)
    {
        documents.Remove(UriIn(parameters));
        return null;
    }

    private static OpenDocument Apply(OpenDocument document, JObject change)
    {
        var text = (change["text"] as JValue)?.Value as string ?? "";
        if (change["range"] is not JObject range) return document.With(0, text);
        int Offset(string end) => TextPositions.Offset(document.Text, document.Lines, range[end]?.Value<long>("line") ?? 0, range[end]?.Value<long>("character") ?? 0);
        return document.With(0, TextPositions.Replaced(document.Text, Offset("start"), Offset("end"), text));
    }

    /// <summary>How many characters are the same at the beginning and at the end; neither cuts a character of two units, or CRLF, in two.</summary>
    private static (int Start, int End) Difference(string old, string now)
    {
        var most = Math.Min(old.Length, now.Length);
        var start = old.AsSpan().CommonPrefixLength(now);
        while (start > 0 && (char.IsHighSurrogate(old[start - 1]) || old[start - 1] == '\r')) start--;
        var end = 0;
        while (end < most - start && old[^(end + 1)] == now[^(end + 1)]) end++;
        while (end > 0 && (char.IsLowSurrogate(old[^end]) || old[^end] == '\n')) end--;
        return (start, end);
    }

    private static string UriIn(JObject parameters) => (parameters["textDocument"]?["uri"] as JValue)?.Value as string ?? "";

    /// <summary>The message with its texts replaced; <paramref name="document"/> stands in for the text, or the changes, of a document.</summary>
    private JToken Replaced(JToken token, JToken? document) => token switch
    {
        JObject members => new JObject(members.Properties().Select(p =>
            document is not null && p.Name == (document is JArray ? "contentChanges" : "text") ? new JProperty(p.Name, document) :
            Whole.Contains(p.Name) || (Structure.Contains(p.Name) && p.Value is JValue) ? p :
            new JProperty(p.Name.Contains(':', StringComparison.Ordinal) ? scrambler.Text(p.Name) : p.Name, Replaced(p.Value, document)))),
        JArray items => new JArray(items.Select(i => Replaced(i, document))),
        JValue { Value: string text } => new JValue(scrambler.Text(text)),
        _ => token,
    };
}
