using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Proving;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Coverage in its promised shape: docs/schemas/coverage.schema.json.</summary>
internal static class CoverageJson
{
    public static void Write(Compilation compilation, Coverage coverage, MissingExamples missing, TextWriter data)
    {
        using (var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false }) Of(compilation, coverage, missing).WriteTo(json);
        data.WriteLine();
    }

    public static JObject Of(Compilation compilation, Coverage coverage, MissingExamples missing) => new()
    {
        ["shown"] = coverage.Reached,
        ["total"] = coverage.Total,
        ["cohorts"] = new JArray(coverage.Cohorts.Select(c => Cohort(compilation, c))),
        ["procedures"] = new JArray(coverage.Procedures.Select(p => new JObject
        {
            ["name"] = p.Name,
            ["title"] = p.Title,
            ["phases"] = new JArray(p.Phases.Select(Shown)),
            ["bands"] = new JArray(p.Bands.Select(Shown)),
        })),
        ["missing"] = new JArray(missing.Missing.Select(m => new JObject { ["cohort"] = m.Cohort, ["what"] = m.Text, ["example"] = m.Example })),
        ["examples"] = new JArray(missing.Examples.Select(e => new JObject { ["title"] = e.Title, ["text"] = ExampleText.Of(e) })),
    };

    private static JObject Cohort(Compilation compilation, CoveredCohort cohort) => new()
    {
        ["name"] = cohort.Name,
        ["title"] = cohort.Title,
        ["decisions"] = new JArray(cohort.Decisions.Select(d => Decision(compilation, cohort.Name, d))),
    };

    private static JObject Decision(Compilation compilation, string cohort, CoveredDecision covered)
    {
        var place = DecisionPlaces.Of(compilation, cohort, covered.Decision);
        return new JObject
        {
            ["label"] = covered.Decision.Label,
            ["group"] = covered.Decision.IsExclude ? "exclude" : "include",
            ["test"] = covered.Decision.IsWhole ? null : ConditionText.Of(covered.Decision.Condition),
            ["file"] = place?.Path,
            ["line"] = place?.Line,
            ["true"] = Asked(covered.True),
            ["false"] = Asked(covered.False),
            ["boundaryDays"] = new JArray(covered.Edges.Select(Shown)),
        };
    }

    /// <summary>False where it is not asked for; else who shows it, or null.</summary>
    private static JToken Asked(Shown? shown) => shown is null ? new JValue(false) : Witness(shown.Witness);

    private static JObject Shown(Shown shown) => new() { ["what"] = shown.Text, ["by"] = Witness(shown.Witness) };

    private static JToken Witness(Witness? witness) => witness is null
        ? JValue.CreateNull()
        : new JObject { ["file"] = witness.Path, ["line"] = witness.Line, ["example"] = witness.Example, ["patient"] = witness.Patient };
}
