using System.CommandLine;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Tool.Reports;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt check</c></summary>
internal static class CheckCommand
{
    public static Command Make()
    {
        var path = ProjectArgument.Make();
        var format = new Option<ReportFormat>("--format") { Description = "text, json, sarif, github or junit.", DefaultValueFactory = _ => ReportFormat.Text };
        var failOn = new Option<Severity>("--fail-on") { Description = "error or warning: what makes the exit code 1.", DefaultValueFactory = _ => Severity.Error };
        failOn.AcceptOnlyFromAmong("error", "warning");
        var notes = new Option<bool>("--notes") { Description = "Show the notes too: what a system approximates or leaves to be built by hand." };
        var watch = Watch.Option();
        var command = new DocumentedCommand("check", "Say what is wrong with a project.", "medopt check protocols --format sarif") { path, format, failOn, notes, watch };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output => Watch.Run(parsed.GetValue(watch), parsed.GetValue(path), output, () =>
        {
            var project = ProjectArgument.Load(parsed, path, output);
            var findings = project.Diagnostics;
            FindingsReport.Write(parsed.GetValue(format), findings, output, parsed.GetValue(notes));
            output.Say(Summary(findings.Select(f => f.Severity).ToList(), parsed.GetValue(notes)));
            return findings.Any(f => f.Severity >= parsed.GetValue(failOn)) ? CommandLine.ProblemsFound : CommandLine.Fine;
        })));
        return command;
    }

    private static string Summary(List<Severity> severities, bool notesShown)
    {
        string Count(Severity severity, string noun) => severities.Count(s => s == severity) is var n && n == 1 ? $"1 {noun}" : $"{n} {noun}s";
        var notes = severities.Contains(Severity.Info) ? $", {Count(Severity.Info, "note")}{(notesShown ? "" : " (--notes shows them)")}" : "";
        return $"{Count(Severity.Error, "error")}, {Count(Severity.Warning, "warning")}{notes}.";
    }
}
