using System.Text.Json;

namespace PcnMedOpt.Data.Synth;

/// <summary>On which line each value of a JSON text begins, by its path: <c>medicines[3].people[0]</c>.</summary>
internal static class JsonLines
{
    public static Dictionary<string, int> Of(byte[] json)
    {
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        var containers = new Stack<(string Path, int Item)>();
        var (line, counted, path) = (1, 0, "");
        while (reader.Read())
        {
            for (; counted < reader.TokenStartIndex; counted++)
                if (json[counted] == '\n') line++;
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    var parent = containers.Peek().Path;
                    path = parent.Length == 0 ? reader.GetString() ?? "" : $"{parent}.{reader.GetString()}";
                    lines[path] = line;
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray:
                    containers.Pop();
                    break;
                default:
                    if (containers.TryPeek(out var list) && list.Item >= 0)
                    {
                        path = $"{list.Path}[{list.Item}]";
                        lines[path] = line;
                        containers.Push(containers.Pop() with { Item = list.Item + 1 });
                    }
                    if (reader.TokenType is JsonTokenType.StartObject) containers.Push((path, -1));
                    if (reader.TokenType is JsonTokenType.StartArray) containers.Push((path, 0));
                    break;
            }
        }
        return lines;
    }
}
