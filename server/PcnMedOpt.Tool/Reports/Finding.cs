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
}
