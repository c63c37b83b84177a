using System.CommandLine;
using Newtonsoft.Json;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Core.Model.Examples;
using PcnMedOpt.Tool.Project;
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

    private sealed record Tested(string Name, string File, int Line, ExampleResult Result);

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
            var tested = Run(ProjectArgument.Load(parsed, path));
            Write(parsed.GetValue(format), tested, output);
            return tested.All(t => t.Result.Outcome == ExampleOutcome.Passed) ? CommandLine.Fine : CommandLine.ProblemsFound;
        })));
        return command;
    }

    private static List<Tested> Run(LoadedProject project)
    {
        var model = project.Compilation.Project;
        var errors = project.Diagnostics.Where(d => d.Severity == Severity.Error).ToLookup(d => d.Declaration);
        var broken = project.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error);
        return [.. project.Compilation.Files.Values.SelectMany(f => f.Declarations).SelectMany(d => One(project.Compilation, model, d, errors, broken))];
    }

    /// <summary>An example in which there is an error is invalid; so is every one of a project with errors elsewhere, because they may decide it.</summary>
    private static IEnumerable<Tested> One(
        Compilation compilation, Core.Model.ProjectModel model, PlacedDeclaration declaration, ILookup<PlacedDeclaration?, LocatedDiagnostic> errors, LocatedDiagnostic? broken)
    {
        if (declaration.Facts.Kind != Core.Semantics.DeclarationKind.Example) yield break;
        var own = errors[declaration].FirstOrDefault();
        var result = own is not null ? Invalid(declaration, $"{own.Place()}: {own.Diagnostic.Message}")
            : broken is not null ? Invalid(declaration, $"the project has errors, the first at {broken.Place()}: {broken.Diagnostic.Message}")
            : compilation.ModelOf(declaration) is Example example ? ExampleRunner.Run(model, example)
            : Invalid(declaration, "the example cannot be read");
        yield return new Tested(declaration.Facts.Title ?? "", declaration.File.Path, declaration.File.Lines.At(declaration.Start + result.Span.Start).Line, result);
    }

    private static ExampleResult Invalid(PlacedDeclaration declaration, string why) => new(ExampleOutcome.Invalid, why, declaration.Facts.NameSpan);

    private static void Write(Format format, List<Tested> tested, Output output)
    {
        switch (format)
        {
            case Format.Json: Json(tested, output.Data); break;
            case Format.Junit:
                JUnitReport.Write("medopt test", tested.Select(t => new JUnitCase(
                    t.Name, t.File, t.Result.Outcome == ExampleOutcome.Passed ? null : t.Result.Message, t.Result.Outcome == ExampleOutcome.Invalid)), output.Data);
                break;
            default: Text(tested, output); break;
        }
        int Count(ExampleOutcome outcome) => tested.Count(t => t.Result.Outcome == outcome);
        output.Say($"{Count(ExampleOutcome.Passed)} passed, {Count(ExampleOutcome.Failed)} failed, {Count(ExampleOutcome.Invalid)} invalid.");
    }

    private static void Text(List<Tested> tested, Output output)
    {
        foreach (var each in tested.Where(t => t.Result.Outcome != ExampleOutcome.Passed))
        {
            output.Data.WriteLine($"{output.Bold($"{each.File}:{each.Line}:1")}: {output.Bad(each.Result.Outcome.ToString().ToLowerInvariant())}: \"{each.Name}\"");
            output.Data.WriteLine("  " + each.Result.Message.Replace("\n", "\n  ", StringComparison.Ordinal));
        }
    }

    /// <summary>The promised shape: docs/schemas/test.schema.json.</summary>
    private static void Json(List<Tested> tested, TextWriter data)
    {
        using var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartArray();
        foreach (var each in tested)
        {
            json.WriteStartObject();
            foreach (var (name, value) in new (string, object)[]
            {
                ("name", each.Name), ("file", each.File), ("line", each.Line), ("outcome", each.Result.Outcome.ToString().ToLowerInvariant()), ("message", each.Result.Message),
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
