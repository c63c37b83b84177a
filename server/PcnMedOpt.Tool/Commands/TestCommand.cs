using System.CommandLine;
using Newtonsoft.Json;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt test</c>: runs the examples of a project.</summary>
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
        var command = new DocumentedCommand("test", "Run the examples of a project: each patient against each expectation, with a why or why-not where one fails.", "medopt test protocols")
        {
            path, format, watch,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output => Watch.Run(parsed.GetValue(watch), parsed.GetValue(path), output, () =>
        {
            var project = ProjectArgument.Load(parsed, path);
            var tested = ProjectExamples.Run(project.Compilation, project.Diagnostics).ToList();
            Write(parsed.GetValue(format), tested, output);
            return tested.All(t => t.Result.Outcome == ExampleOutcome.Passed) ? CommandLine.Fine : CommandLine.ProblemsFound;
        })));
        return command;
    }

    private static void Write(Format format, List<RunExample> tested, Output output)
    {
        switch (format)
        {
            case Format.Json: Json(tested, output.Data); break;
            case Format.Junit:
                JUnitReport.Write("medopt test", tested.Select(t => new JUnitCase(
                    t.Name, t.Place.Path, t.Result.Outcome == ExampleOutcome.Passed ? null : t.Result.Message, t.Result.Outcome == ExampleOutcome.Invalid)), output.Data);
                break;
            default: Text(tested, output); break;
        }
        int Count(ExampleOutcome outcome) => tested.Count(t => t.Result.Outcome == outcome);
        output.Say($"{Count(ExampleOutcome.Passed)} passed, {Count(ExampleOutcome.Failed)} failed, {Count(ExampleOutcome.Invalid)} invalid.");
    }

    private static void Text(List<RunExample> tested, Output output)
    {
        foreach (var each in tested.Where(t => t.Result.Outcome != ExampleOutcome.Passed))
        {
            output.Data.WriteLine($"{output.Bold($"{each.Place.Path}:{each.Line}:1")}: {output.Bad(each.Result.Outcome.ToString().ToLowerInvariant())}: \"{each.Name}\"");
            output.Data.WriteLine("  " + each.Result.Message.Replace("\n", "\n  ", StringComparison.Ordinal));
        }
    }

    /// <summary>The promised shape: docs/schemas/test.schema.json.</summary>
    private static void Json(List<RunExample> tested, TextWriter data)
    {
        using var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartArray();
        foreach (var each in tested)
        {
            json.WriteStartObject();
            foreach (var (name, value) in new (string, object)[]
            {
                ("name", each.Name), ("file", each.Place.Path), ("line", each.Line), ("outcome", each.Result.Outcome.ToString().ToLowerInvariant()), ("message", each.Result.Message),
            })
            {
                json.WritePropertyName(name);
                json.WriteValue(value);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        data.WriteLine();
    }
}
