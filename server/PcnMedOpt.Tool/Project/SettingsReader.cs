using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tool.Project;

/// <summary>Reads medopt.json: every key is optional, an unknown one is a warning, a value of the wrong kind an error, each with its place.</summary>
public sealed class SettingsReader
{
    private static readonly string[] Keys = ["$schema", "name", "organisation", "parameters", "emisCodes", "terminology", "lockDays", "rules", "templates"];

    private readonly string text;
    private readonly LineMap lines;
    private readonly List<Diagnostic> findings = [];

    private SettingsReader(string text)
    {
        this.text = text;
        lines = new LineMap(text);
    }

    public static ProjectSettings Read(string text) => new SettingsReader(text).Read();

    private ProjectSettings Read()
    {
        if (Parsed() is not { } root) return ProjectSettings.None with { Text = text, Findings = [.. findings] };
        foreach (var property in root.Properties().Where(p => !Keys.Contains(p.Name)))
        {
            var near = CloseWords.Nearest(property.Name, Keys);
            findings.Add(SettingsFindings.UnknownKey.At(Span(property), $"'{property.Name}' is no setting.", near is null ? $"The settings are {string.Join(", ", Keys.Skip(1))}." : $"Did you mean '{near}'?"));
        }
        return new ProjectSettings(
            text,
            Text(root, "name"),
            Text(root, "organisation"),
            Each(root, "parameters", Parameter),
            Text(root, "emisCodes"),
            Text(root, "terminology"),
            Each(root, "rules", Rule),
            Text(root, "templates"),
            [.. findings])
        {
            Paths = PathsOf(root, "emisCodes", "templates"),
            LockDays = Days(root, "lockDays") ?? ProjectSettings.None.LockDays,
        };
    }

    private ImmutableSortedDictionary<string, PathSetting> PathsOf(JObject root, params string[] keys)
    {
        var paths = ImmutableSortedDictionary.CreateBuilder<string, PathSetting>(StringComparer.Ordinal);
        foreach (var key in keys)
            if (PathOf(root, key) is { } path) paths.Add(key, path);
        return paths.ToImmutable();
    }

    /// <summary>Null where the path is written with escapes, so that it does not stand in the text as it is.</summary>
    private PathSetting? PathOf(JObject root, string key)
    {
        if (root[key] is not { Type: JTokenType.String } value || value.Value<string>() is not { Length: > 0 } path) return null;
        var after = Span(value).End;
        var open = after + text.AsSpan(after).IndexOfAnyExcept(" \t\r\n:");
        return open < after || !text.AsSpan(open).StartsWith($"\"{path}\"") ? null : new PathSetting(path, new TextSpan(open + 1, path.Length));
    }

    private JObject? Parsed()
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, FloatParseHandling = FloatParseHandling.Decimal, MaxDepth = 16 };
            var token = JToken.ReadFrom(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error, CommentHandling = CommentHandling.Ignore });
            if (token is JObject root && !reader.Read()) return root;
            findings.Add(SettingsFindings.NotJson.At(new TextSpan(0, 0), "The settings are not one JSON object.", "An empty project is {}."));
        }
        catch (JsonReaderException error)
        {
            var start = error.LineNumber == 0 ? 0 : Math.Min(lines.StartOf(error.LineNumber) + Math.Max(0, error.LinePosition - 1), text.Length);
            findings.Add(SettingsFindings.NotJson.At(new TextSpan(start, 0), $"The settings cannot be read: {WithoutPlace(error.Message)}", "Mend the JSON here."));
        }
        return null;
    }

    /// <summary>What is wrong, without the path and line that the reader puts at the end.</summary>
    private static string WithoutPlace(string message)
    {
        var place = message.LastIndexOf(" Path '", StringComparison.Ordinal);
        return place < 0 ? message : message[..place];
    }

    private string? Text(JObject root, string key)
    {
        if (root[key] is not { } value) return null;
        if (value.Type == JTokenType.String) return value.Value<string>();
        Wrong(value, $"'{key}' must be a text.", $"Write \"{key}\": \"…\".");
        return null;
    }

    private int? Days(JObject root, string key)
    {
        if (root[key] is not { } value) return null;
        if (value.Type == JTokenType.Integer && value.Value<long>() is > 0 and <= 3650 and var days) return (int)days;
        Wrong(value, $"'{key}' must be a number of days, from 1 to 3650.", $"Write \"{key}\": 90.");
        return null;
    }

    private ImmutableSortedDictionary<string, T> Each<T>(JObject root, string key, Func<string, JToken, T?> read)
        where T : class
    {
        if (root[key] is not { } value) return ImmutableSortedDictionary<string, T>.Empty;
        if (value is not JObject entries)
        {
            Wrong(value, $"'{key}' must be an object of names and values.", $"Write \"{key}\": {{ … }}.");
            return ImmutableSortedDictionary<string, T>.Empty;
        }
        return entries.Properties().Select(p => (p.Name, Value: read(p.Name, p.Value))).Where(p => p.Value is not null)
            .ToImmutableSortedDictionary(p => p.Name, p => p.Value!, StringComparer.Ordinal);
    }

    private ParameterSetting? Parameter(string name, JToken value)
    {
        if (value.Type is JTokenType.String or JTokenType.Integer or JTokenType.Float)
            return new ParameterSetting(((JValue)value).ToString(System.Globalization.CultureInfo.InvariantCulture), Span(value));
        Wrong(value, $"The parameter '{name}' must be a text or a number.", $"Write \"{name}\": \"12 months\".");
        return null;
    }

    private RuleSetting? Rule(string slug, JToken value)
    {
        Severity? severity = value.Type != JTokenType.String ? null : value.Value<string>() switch
        {
            "off" => Severity.Off,
            "info" => Severity.Info,
            "warning" => Severity.Warning,
            "error" => Severity.Error,
            _ => null,
        };
        if (severity is { } given) return new RuleSetting(given, Span(value.Parent!));
        Wrong(value, $"The rule '{slug}' can be off, info, warning or error.", $"Write \"{slug}\": \"warning\".");
        return null;
    }

    private void Wrong(JToken value, string message, string hint) => findings.Add(SettingsFindings.WrongValue.At(Span(value), message, hint));

    /// <summary>From where the token's line information points, which is its end, back over its text.</summary>
    private TextSpan Span(JToken token)
    {
        var property = token as JProperty ?? token.Parent as JProperty;
        var info = (IJsonLineInfo)(property ?? token);
        var end = Math.Min(lines.StartOf(info.LineNumber) + info.LinePosition, text.Length);
        if (property is null) return new TextSpan(Math.Max(0, end - 1), 0);
        var name = JsonConvert.ToString(property.Name);
        var start = text.LastIndexOf(name, Math.Max(0, end - 1), StringComparison.Ordinal);
        return start < 0 ? new TextSpan(Math.Max(0, end - 1), 0) : new TextSpan(start, name.Length);
    }
}
