using System.CommandLine;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt test</c>: runs the examples of a project, and says on request what they do not show.</summary>
internal static class TestCommand
{
    private enum Format
    {
        Text,
        Json,
        Junit,
    }

    public static Command Make()
    {
        var path = ProjectArgument.Make();
        var format = new Option<Format>("--format") { Description = "text, json or junit.", DefaultValueFactory = _ => Format.Text };
        var watch = Watch.Option();
        var proving = new ProvingOptions();
        var agree = AgreementCommand.Option();
        var command = new DocumentedCommand("test", "Run the examples of a project: each patient against each expectation, with a why or why-not where one fails.", "medopt test protocols")
        {
            path, format, watch, agree,
        };
        foreach (var option in proving.All) command.Add(option);
        command.SetAction(parsed => CommandLine.Guarded(parsed, output => Watch.Run(parsed.GetValue(watch), parsed.GetValue(path), output, () =>
        {
            var chosen = proving.Of(parsed, parsed.GetValue(format) == Format.Json);
            if (chosen is not null && parsed.GetValue(format) == Format.Junit) throw new UsageException("JUnit holds the examples alone: take --format text or json.");
            var project = ProjectArgument.Load(parsed, path, output);
            if (parsed.GetValue(agree) is { } patients) return AgreementCommand.Run(patients, parsed.GetValue(format) == Format.Json, project, output);
            var tested = ProjectExamples.Run(project.Compilation, project.Diagnostics).ToList();
            var passed = tested.All(t => t.Result.Outcome == ExampleOutcome.Passed) ? CommandLine.Fine : CommandLine.ProblemsFound;
            if (chosen is not null && chosen.AsJson) output.Say(ExamplesReport.Counted(tested));
            else Write(parsed.GetValue(format), tested, output);
            return chosen is null ? passed : Math.Max(passed, ProvingCommand.Run(chosen, project, output));
        })));
        return command;
    }

    private static void Write(Format format, List<RunExample> tested, Output output)
    {
        switch (format)
        {
            case Format.Json: ExamplesReport.Json(tested, output.Data); break;
            case Format.Junit: ExamplesReport.Junit(tested, output); break;
            default: ExamplesReport.Text(tested, output); break;
        }
        output.Say(ExamplesReport.Counted(tested));
    }
}
