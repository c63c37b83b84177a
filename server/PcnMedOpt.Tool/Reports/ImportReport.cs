using System.Collections.Immutable;
using Newtonsoft.Json;
using PcnMedOpt.Emit.Emis.Importing;

namespace PcnMedOpt.Tool.Reports;

/// <summary>What an import left out or changed, as JSON. The promised shape: docs/schemas/import.schema.json.</summary>
internal static class ImportReport
{
    public static string Json(string file, ImmutableArray<ImportFinding> findings)
    {
        using var text = new StringWriter { NewLine = "\n" };
        using (var json = new JsonTextWriter(text) { Formatting = Formatting.Indented })
        {
            json.WriteStartArray();
            foreach (var finding in findings)
            {
                json.WriteStartObject();
                foreach (var (name, value) in new (string, object)[]
                {
                    ("file", file), ("line", finding.Place.Line), ("column", finding.Place.Column), ("kind", Kind(finding.Kind)), ("within", finding.Within), ("message", finding.What),
                })
                {
                    json.WritePropertyName(name);
                    json.WriteValue(value);
                }
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        return text + "\n";
    }

    private static string Kind(ImportFindingKind kind) => kind switch
    {
        ImportFindingKind.Loss => "loss",
        ImportFindingKind.UnknownCode => "unknown-code",
        ImportFindingKind.Difference => "difference",
        _ => "note",
    };
}
