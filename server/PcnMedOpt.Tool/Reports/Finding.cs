using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;

namespace PcnMedOpt.Tool.Reports;

/// <summary>How findings are written out.</summary>
public enum ReportFormat
{
    Text,
    Json,
    Sarif,
    Github,
    Junit,
}

internal static class Findings
{
    public static string Word(this Severity severity) => severity switch { Severity.Error => "error", Severity.Warning => "warning", _ => "info" };

    public static string Place(this LocatedDiagnostic finding) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{finding.Path}:{finding.From.Line}:{finding.From.Column}");
}
