using Newtonsoft.Json;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Tool.Reports;

/// <summary>SARIF 2.1.0 (OASIS), as code scanning reads it: rules, results with their region in UTF-16 columns, paths relative to the project.</summary>
internal static class SarifReport
{
    public static void Write(IReadOnlyList<LocatedDiagnostic> findings, TextWriter data)
    {
        var kinds = findings.Select(f => f.Diagnostic.Kind).DistinctBy(k => k.Id).OrderBy(k => k.Id, StringComparer.Ordinal).ToList();
        using var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false };
        var write = new Json(json);
        write.Object(() =>
        {
            write.Property("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
            write.Property("version", "2.1.0");
            write.Array("runs", () => write.Object(() =>
            {
                write.Object("tool", () => write.Object("driver", () =>
                {
                    write.Property("name", "medopt");
                    write.Property("version", ToolInfo.Version);
                    write.Array("rules", () => kinds.ForEach(k => Rule(write, k)));
                }));
                write.Property("columnKind", "utf16CodeUnits");
                write.Array("results", () => findings.ToList().ForEach(f => Result(write, f, kinds.FindIndex(k => k.Id == f.Diagnostic.Kind.Id))));
            }));
        });
        json.Flush();
        data.WriteLine();
    }

    private static void Rule(Json write, DiagnosticKind kind) => write.Object(() =>
    {
        write.Property("id", kind.Id);
        write.Property("name", kind.Slug);
        write.Object("shortDescription", () => write.Property("text", kind.Title + "."));
        write.Object("defaultConfiguration", () => write.Property("level", Level(kind.Severity)));
    });

    private static void Result(Json write, LocatedDiagnostic finding, int rule) => write.Object(() =>
    {
        write.Property("ruleId", finding.Diagnostic.Kind.Id);
        write.Property("ruleIndex", rule);
        write.Property("level", Level(finding.Severity));
        write.Object("message", () => write.Property("text", $"{finding.Diagnostic.Message} {finding.Diagnostic.Hint}".Trim()));
        write.Array("locations", () => write.Object(() => write.Object("physicalLocation", () =>
        {
            write.Object("artifactLocation", () => write.Property("uri", string.Join('/', finding.Path.Split('/').Select(Uri.EscapeDataString))));
            write.Object("region", () =>
            {
                write.Property("startLine", finding.From.Line);
                write.Property("startColumn", finding.From.Column);
                write.Property("endLine", finding.To.Line);
                write.Property("endColumn", finding.To.Column);
            });
        })));
    });

    private static string Level(Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "note" };

    private sealed class Json(JsonTextWriter json)
    {
        public void Property(string name, object value)
        {
            json.WritePropertyName(name);
            json.WriteValue(value);
        }

        public void Object(Action content)
        {
            json.WriteStartObject();
            content();
            json.WriteEndObject();
        }

        public void Object(string name, Action content)
        {
            json.WritePropertyName(name);
            Object(content);
        }

        public void Array(string name, Action content)
        {
            json.WritePropertyName(name);
            json.WriteStartArray();
            content();
            json.WriteEndArray();
        }
    }
}
