using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Core.Semantics.Pinning;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Core.Text;

namespace PcnMedOpt.Tool.Project;

/// <summary>Reads <c>medopt.lock</c>. A lock that cannot be read is no lock, and an error.</summary>
public static class LockFile
{
    /// <summary>The form that is written and read. Another one is of another version of the program.</summary>
    public const int Version = 1;

    public static readonly DiagnosticKind Unreadable = new("MO9022", "lock-unreadable", Severity.Error, "The lock of codes cannot be read");

    /// <summary>The lock, or what is wrong with its text.</summary>
    public static (TerminologyLock? Lock, Diagnostic? Fault) Read(string text)
    {
        try
        {
            using var reader = new JsonTextReader(new StringReader(text)) { DateParseHandling = DateParseHandling.None, MaxDepth = 16 };
            var root = JObject.Load(reader, new JsonLoadSettings { DuplicatePropertyNameHandling = DuplicatePropertyNameHandling.Error });
            if ((int?)root["version"] != Version) return (null, Wrong(0, $"it is of the form {root["version"]?.ToString() ?? "without a number"}, and this program reads the form {Version}"));
            return (Lock(root), null);
        }
        catch (JsonReaderException error)
        {
            return (null, Wrong(error.LineNumber == 0 ? 0 : Math.Min(new LineMap(text).StartOf(error.LineNumber) + Math.Max(0, error.LinePosition - 1), text.Length), "it is no JSON here"));
        }
        catch (Exception error) when (error is FormatException or ArgumentException or InvalidCastException or OverflowException)
        {
            return (null, Wrong(0, error.Message));
        }
    }

    private static Diagnostic Wrong(int offset, string why) =>
        Unreadable.At(new TextSpan(offset, 0), $"The lock cannot be read: {why}.", "Write it again on a machine with a release: medopt lock --update. Until then its codes are not known.");

    private static TerminologyLock Lock(JObject root) => new(
        Text(root, "release"),
        Text(root, "hash"),
        root["date"] is { } date ? Day(date) : null,
        Day(Needed(root, "locked")),
        Object(root, "declarations").Properties().ToImmutableSortedDictionary(p => p.Name, p => Set(p.Name, (JObject)p.Value), StringComparer.Ordinal));

    private static PinnedSet Set(string name, JObject set) => new(
        name,
        Text(set, "text"),
        [.. ((JArray)Needed(set, "codes")).Cast<JObject>().Select(Code).OrderBy(c => c.Id)],
        [.. set["lacks"] is JObject lacks ? lacks.Properties().Select(l => new Unexpanded(l.Name, (string?)l.Value ?? "")) : []]);

    private static PinnedCode Code(JObject code) => new(Id(Needed(code, "id")), Text(code, "term"), [.. ((JArray)Needed(code, "why")).Select(w => (string?)w ?? "")])
    {
        Status = code["status"] is { } status ? Enum.Parse<CodeStatus>((string?)status ?? "", ignoreCase: true) : CodeStatus.Active,
        Tag = (string?)code["tag"],
        Level = code["level"] is { } level ? Enum.Parse<DmdLevel>((string?)level ?? "", ignoreCase: true) : null,
        Closest = (string?)code["closest"],
        Successors = [.. code["successors"] is JArray all ? all.Cast<JObject>().Select(s => new Successor(Id(Needed(s, "id")), Text(s, "term"), Text(s, "how"))) : []],
        Cluster = (string?)code["cluster"],
        Emis = code["emis"] is JArray emis
            ? new PinnedEmis(Enum.Parse<EmisSource>(Text(code, "emisBy"), ignoreCase: true), [.. emis.Cast<JObject>().Select(e => new EmisEntry(Id(Needed(e, "id")), Text(e, "term")))])
            : null,
    };

    private static long Id(JToken token) => token.Type == JTokenType.String && (string?)token is { } text && Sctid.Check(text) == SctidProblem.None
        ? long.Parse(text, CultureInfo.InvariantCulture)
        : throw new FormatException($"{token} is no identifier");

    private static DateOnly Day(JToken token) => DateOnly.ParseExact((string?)token ?? "", "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JToken Needed(JObject from, string key) => from[key] ?? throw new FormatException($"'{key}' is missing");

    private static JObject Object(JObject from, string key) => Needed(from, key) as JObject ?? throw new FormatException($"'{key}' is no object");

    private static string Text(JObject from, string key) => Needed(from, key) is { Type: JTokenType.String } text ? (string?)text ?? "" : throw new FormatException($"'{key}' is no text");
}
