using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Emit.Packs;

/// <summary>Which program built something.</summary>
public sealed record BuiltBy(string ToolVersion, string LanguageVersion);

public sealed record ManifestEntry(string Path, long Bytes, string Sha256);

/// <summary>
/// What a pack holds, for whoever checks a download: each file with its SHA-256, what it was built from, and who answers for it. The
/// promised shape: docs/schemas/manifest.schema.json.
/// </summary>
public sealed record Manifest(
    string Name,
    string Title,
    string Version,
    string Status,
    BuiltBy BuiltBy,
    string SourceHash,
    string? Owner,
    string? Approved,
    string? ApprovedBy,
    string? ReviewBy,
    ImmutableArray<ManifestEntry> Entries)
{
    public const string FileName = "manifest.json";

    /// <summary>No manifest of ours is larger.</summary>
    public const int LargestBytes = 4 * 1024 * 1024;

    public static Manifest Of(PackContents pack, BuiltBy builtBy, IEnumerable<OutputFile> files) => new(
        pack.Pack.Name,
        pack.Pack.Title,
        pack.Version,
        (pack.Header?.Status ?? ProtocolStatus.Draft).ToString().ToLowerInvariant(),
        builtBy,
        pack.SourceHash,
        pack.Header?.Owner,
        Day(pack.Header?.Approved),
        pack.Header?.ApprovedBy,
        Day(pack.Header?.ReviewBy),
        [.. files.OrderBy(f => f.Path, StringComparer.Ordinal).Select(f => new ManifestEntry(f.Path, f.Bytes.Length, ContentHash.Of(f.Bytes.AsSpan())))]);

    public OutputFile ToFile()
    {
        var json = new JObject
        {
            ["name"] = Name,
            ["title"] = Title,
            ["version"] = Version,
            ["status"] = Status,
            ["tool"] = BuiltBy.ToolVersion,
            ["language"] = BuiltBy.LanguageVersion,
            ["sourceHash"] = SourceHash,
            ["owner"] = Owner,
            ["approved"] = Approved,
            ["approvedBy"] = ApprovedBy,
            ["reviewBy"] = ReviewBy,
            ["entries"] = new JArray(Entries.Select(e => new JObject { ["path"] = e.Path, ["bytes"] = e.Bytes, ["sha256"] = e.Sha256 })),
        };
        var text = new StringBuilder();
        using (var writer = new JsonTextWriter(new StringWriter(text, CultureInfo.InvariantCulture) { NewLine = "\n" }) { Formatting = Formatting.Indented }) json.WriteTo(writer);
        return OutputFile.Of(FileName, text.Append('\n').ToString());
    }

    /// <summary>The manifest, or null when the text is none of ours.</summary>
    public static Manifest? Read(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 8 };
            var json = JObject.Load(reader);
            string? Text(string key) => json[key] is JValue { Type: JTokenType.String } value ? (string?)value : null;
            if (Text("name") is not { } name || Text("version") is not { } version || Text("sourceHash") is not { } hash || json["entries"] is not JArray entries) return null;
            return new Manifest(
                name,
                Text("title") ?? name,
                version,
                Text("status") ?? "",
                new BuiltBy(Text("tool") ?? "", Text("language") ?? ""),
                hash,
                Text("owner"),
                Text("approved"),
                Text("approvedBy"),
                Text("reviewBy"),
                [.. entries.OfType<JObject>().Select(e => new ManifestEntry((string?)e["path"] ?? "", (long?)e["bytes"] ?? -1, (string?)e["sha256"] ?? ""))]);
        }
        catch (Exception error) when (error is JsonException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static string? Day(DateOnly? date) => date is { } day ? Numbers.Shown(day) : null;
}
