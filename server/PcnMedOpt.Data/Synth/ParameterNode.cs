using System.Collections.Immutable;
using System.Text.Json;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Data.Synth;

/// <summary>A file of parameters that cannot be used; the message says where and why.</summary>
public sealed class SynthParametersException(string message) : Exception(message);

/// <summary>A value of the file of parameters, and where it stands. Everything that is asked of it and not so is an error with that place.</summary>
internal sealed record ParameterNode(string File, string Path, JsonElement Element, IReadOnlyDictionary<string, int> Lines)
{
    public static ParameterNode Read(string file, byte[] json)
    {
        try
        {
            return new ParameterNode(file, "", JsonDocument.Parse(json).RootElement, JsonLines.Of(json));
        }
        catch (JsonException error)
        {
            throw new SynthParametersException($"{file}:{error.LineNumber + 1}: this is no JSON: {error.Message}");
        }
    }

    public SynthParametersException Wrong(string what) => new($"{File}:{Lines.GetValueOrDefault(Path, 1)}: {(Path.Length == 0 ? "" : $"{Path}: ")}{what}");

    /// <summary>Of an object that may have these keys and no others.</summary>
    public ParameterNode Knowing(params string[] keys)
    {
        if (Element.ValueKind != JsonValueKind.Object) throw Wrong("an object is wanted here.");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in Element.EnumerateObject())
        {
            if (!seen.Add(property.Name)) throw Child(property.Name, property.Value).Wrong("this key stands here twice.");
            if (keys.Contains(property.Name)) continue;
            var near = CloseWords.Nearest(property.Name, keys);
            throw Child(property.Name, property.Value).Wrong(
                near is null ? $"this key is not known. The keys are {string.Join(", ", keys)}." : $"this key is not known. Did you mean '{near}'?");
        }
        return this;
    }

    public ParameterNode? Optional(string key) =>
        Element.TryGetProperty(key, out var value) && value.ValueKind != JsonValueKind.Null ? Child(key, value) : null;

    public ParameterNode this[string key] => Optional(key) ?? throw Wrong($"'{key}' is missing.");

    public string Text()
    {
        if (Element.ValueKind == JsonValueKind.String && Element.GetString() is { Length: > 0 } text) return text;
        throw Wrong("a text is wanted here.");
    }

    public int Whole(int low, int high)
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetInt32(out var number) && number >= low && number <= high) return number;
        throw Wrong($"a whole number from {low} to {high} is wanted here, and {Element.GetRawText()} is none.");
    }

    /// <summary>A number as a whole number of its last decimal: 6.1 with one decimal is 61.</summary>
    public int Scaled(int decimals)
    {
        if (Element.ValueKind == JsonValueKind.Number && Element.TryGetDecimal(out var number))
        {
            for (var i = 0; i < decimals; i++) number *= 10;
            if (number == decimal.Truncate(number) && number is >= 0 and <= 10_000_000) return (int)number;
        }
        throw Wrong($"a number from 0 with at most {decimals} decimals is wanted here, and {Element.GetRawText()} is none.");
    }

    public bool Flag() => Element.ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => throw Wrong("true or false is wanted here.") };

    public ImmutableArray<ParameterNode> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array) throw Wrong("a list is wanted here.");
        return [.. Element.EnumerateArray().Select((item, i) => new ParameterNode(File, $"{Path}[{i}]", item, Lines))];
    }

    public ImmutableArray<ParameterNode> Properties()
    {
        if (Element.ValueKind != JsonValueKind.Object) throw Wrong("an object is wanted here.");
        return [.. Element.EnumerateObject().Select(p => Child(p.Name, p.Value))];
    }

    public string Key => Path[(Path.LastIndexOf('.') + 1)..];

    private ParameterNode Child(string key, JsonElement value) => new(File, Path.Length == 0 ? key : $"{Path}.{key}", value, Lines);
}
