using Newtonsoft.Json;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Writes findings in the format that is asked for, to standard output.</summary>
internal static class FindingsReport
{
    public static void Write(ReportFormat format, IReadOnlyList<LocatedDiagnostic> findings, Output output, bool notes)
    {
        switch (format)
        {
            case ReportFormat.Json: Json(findings, output.Data); break;
            case ReportFormat.Sarif: SarifReport.Write(findings, output.Data); break;
            case ReportFormat.Github: Github(findings, output.Data); break;
            case ReportFormat.Junit: JUnitReport.Write("medopt check", findings.Select(Case), output.Data); break;
            default: Text(findings, output, notes); break;
        }
    }

    private static JUnitCase Case(LocatedDiagnostic finding) => new(
        $"{finding.Place()} {finding.Diagnostic.Kind.Slug}",
        finding.Path,
        finding.Severity == Severity.Info ? null : $"{finding.Diagnostic.Message} {finding.Diagnostic.Hint}".Trim(),
        false);

    private static void Text(IReadOnlyList<LocatedDiagnostic> findings, Output output, bool notes)
    {
        foreach (var finding in findings.Where(f => notes || f.Severity > Severity.Info))
        {
            output.Data.WriteLine($"{output.Bold(finding.Place())}: {output.Severity(finding.Severity)} {finding.Diagnostic.Kind.Id} {finding.Diagnostic.Kind.Slug}: {finding.Diagnostic.Message}");
            if (finding.Diagnostic.Hint.Length > 0) output.Data.WriteLine($"    {finding.Diagnostic.Hint}");
        }
    }

    /// <summary>The promised shape: docs/schemas/check.schema.json.</summary>
    private static void Json(IReadOnlyList<LocatedDiagnostic> findings, TextWriter data)
    {
        using var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartArray();
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            Property(json, "file", finding.Path);
            Property(json, "line", finding.From.Line);
            Property(json, "column", finding.From.Column);
            Property(json, "endLine", finding.To.Line);
            Property(json, "endColumn", finding.To.Column);
            Property(json, "severity", finding.Severity.Word());
            Property(json, "id", finding.Diagnostic.Kind.Id);
            Property(json, "slug", finding.Diagnostic.Kind.Slug);
            Property(json, "message", finding.Diagnostic.Message);
            Property(json, "hint", finding.Diagnostic.Hint);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        data.WriteLine();
    }

    private static void Property(JsonTextWriter json, string name, object value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    /// <summary>Workflow commands of GitHub Actions: the values of properties and the message are escaped as it asks.</summary>
    private static void Github(IReadOnlyList<LocatedDiagnostic> findings, TextWriter data)
    {
        foreach (var finding in findings)
        {
            var command = finding.Severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "notice" };
            data.WriteLine(
                $"::{command} file={Value(finding.Path)},line={finding.From.Line},col={finding.From.Column},endLine={finding.To.Line},endColumn={finding.To.Column},"
                + $"title={Value(finding.Diagnostic.Kind.Id + " " + finding.Diagnostic.Kind.Slug)}::{Message($"{finding.Diagnostic.Message} {finding.Diagnostic.Hint}".Trim())}");
        }

        static string Message(string text) => text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

        static string Value(string text) => Message(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
    }
}
