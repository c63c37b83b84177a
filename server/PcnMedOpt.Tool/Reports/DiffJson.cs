using Newtonsoft.Json;
using PcnMedOpt.Core.Comparing;

namespace PcnMedOpt.Tool.Reports;

/// <summary>A comparison as JSON; the promised shape: docs/schemas/diff.schema.json.</summary>
internal static class DiffJson
{
    public static void Write(ProjectComparison comparison, TextWriter data)
    {
        using var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        Property(json, "changesMeaning", comparison.ChangesMeaning);
        Each(json, "faults", comparison.Faults, fault => json.WriteValue(fault));
        Each(json, "changes", comparison.Changes, change => Write(json, change));
        Each(json, "unannounced", comparison.Unannounced, missing => Object(json, () =>
        {
            Property(json, "protocol", missing.Protocol);
            Property(json, "file", missing.File);
            Property(json, "missing", missing.Missing);
            Each(json, "changed", missing.Changed, name => json.WriteValue(name));
        }));
        json.WriteEndObject();
        json.Flush();
        data.WriteLine();
    }

    private static void Write(JsonTextWriter json, Change change) => Object(json, () =>
    {
        Property(json, "kind", change.Kind.ToString().ToLowerInvariant());
        Property(json, "what", change.What.ToString().ToLowerInvariant());
        Property(json, "name", change.Name);
        Property(json, "oldName", change.OldName);
        Property(json, "title", change.Title);
        Property(json, "file", change.File);
        Property(json, "line", change.Line);
        Property(json, "changesMeaning", change.ChangesMeaning);
        Verdict(json, "verdict", change.Verdict);
        Each(json, "lines", change.Lines, line => Object(json, () =>
        {
            Property(json, "text", line.Text);
            Verdict(json, "verdict", line.Verdict);
        }));
        Each(json, "because", change.Because, name => json.WriteValue(name));
        Each(json, "reaches", change.Reaches, reached => Object(json, () =>
        {
            Property(json, "name", reached.Name);
            Property(json, "title", reached.Title);
            Verdict(json, "verdict", reached.Verdict);
        }));
    });

    private static void Verdict(JsonTextWriter json, string name, Verdict? verdict)
    {
        json.WritePropertyName(name);
        if (verdict is null)
        {
            json.WriteNull();
            return;
        }
        Object(json, () =>
        {
            Property(json, "effect", Effects.Word(verdict.Effect));
            Property(json, "basis", verdict.Basis switch { Basis.Proved => "proved", Basis.Counted => "counted", _ => "none" });
            Property(json, "why", verdict.Why);
            Each(json, "counts", verdict.Counts, counted => Write(json, counted));
        });
    }

    private static void Write(JsonTextWriter json, Counted counted) => Object(json, () =>
    {
        Property(json, "source", counted.Source);
        Property(json, "patients", counted.Patients);
        Property(json, "before", counted.Told(counted.Before));
        Property(json, "now", counted.NowTold);
        Property(json, "enter", counted.Told(counted.Enter));
        Property(json, "leave", counted.Told(counted.Leave));
        Property(json, "byKnownCodes", counted.ByKnownCodes);
        Property(json, "codesAmong", counted.CodesAmong);
        Each(json, "codes", counted.Codes, code => Object(json, () =>
        {
            Property(json, "code", code.Code.ToString(System.Globalization.CultureInfo.InvariantCulture));
            Property(json, "term", code.Term);
            Property(json, "enter", counted.CodesAreCounted ? code.Enter : null);
            Property(json, "leave", counted.CodesAreCounted ? code.Leave : null);
        }));
    });

    private static void Each<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items) write(item);
        json.WriteEndArray();
    }

    private static void Object(JsonTextWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    private static void Property(JsonTextWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
