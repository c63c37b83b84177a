using Newtonsoft.Json;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Evaluation;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>What came of the examples of a project, as text, JSON or JUnit.</summary>
internal static class ExamplesReport
{
    public static void Text(IReadOnlyList<RunExample> tested, Output output)
    {
        foreach (var each in tested.Where(t => t.Result.Outcome != ExampleOutcome.Passed))
        {
            output.Data.WriteLine($"{output.Bold($"{each.Place.Path}:{each.Line}:1")}: {output.Bad(each.Result.Outcome.ToString().ToLowerInvariant())}: \"{each.Name}\"");
            output.Data.WriteLine("  " + each.Result.Message.Replace("\n", "\n  ", StringComparison.Ordinal));
        }
    }

    public static void Junit(IReadOnlyList<RunExample> tested, Output output) => JUnitReport.Write("medopt test", tested.Select(t => new JUnitCase(
        t.Name, t.Place.Path, t.Result.Outcome == ExampleOutcome.Passed ? null : t.Result.Message, t.Result.Outcome == ExampleOutcome.Invalid)), output.Data);

    /// <summary>The promised shape: docs/schemas/test.schema.json.</summary>
    public static void Json(IReadOnlyList<RunExample> tested, TextWriter data)
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

    public static string Counted(IReadOnlyList<RunExample> tested)
    {
        int Count(ExampleOutcome outcome) => tested.Count(t => t.Result.Outcome == outcome);
        return $"{Count(ExampleOutcome.Passed)} passed, {Count(ExampleOutcome.Failed)} failed, {Count(ExampleOutcome.Invalid)} invalid.";
    }
}
