using System.Collections.Immutable;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Mistakes that no example notices, for a terminal; all that were tried, for programs.</summary>
internal static class MutantsReport
{
    public static void Text(ImmutableArray<TriedMutant> tried, Output output)
    {
        foreach (var cohort in tried.Where(t => t.Outcome != MutantOutcome.Noticed).GroupBy(t => t.Cohort))
        {
            output.Data.WriteLine(output.Bold(cohort.Key));
            foreach (var mutant in cohort) output.Data.WriteLine($"  \"{mutant.Label}\": {mutant.What}. {char.ToUpperInvariant(MutantsPage.Words(mutant.Outcome)[0])}{MutantsPage.Words(mutant.Outcome)[1..]}.");
            foreach (var example in cohort.Select(t => t.Example).OfType<Core.Model.Examples.Example>().Select(ExampleText.Of).Distinct(StringComparer.Ordinal))
            {
                output.Data.WriteLine();
                output.Data.Write(example);
            }
            output.Data.WriteLine();
        }
    }

    /// <summary>The promised shape: docs/schemas/mutants.schema.json.</summary>
    public static void Json(ImmutableArray<TriedMutant> tried, TextWriter data)
    {
        using (var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false }) new JArray(tried.Select(Of)).WriteTo(json);
        data.WriteLine();
    }

    private static JObject Of(TriedMutant mutant) => new()
    {
        ["cohort"] = mutant.Cohort,
        ["label"] = mutant.Label,
        ["group"] = mutant.IsExclude ? "exclude" : "include",
        ["mistake"] = mutant.What,
        ["outcome"] = mutant.Outcome switch
        {
            MutantOutcome.Noticed => "noticed",
            MutantOutcome.NotNoticed => "not noticed",
            MutantOutcome.SameMeaning => "same meaning",
            _ => "nobody found",
        },
        ["by"] = mutant.By is { } by ? new JObject { ["file"] = by.Path, ["line"] = by.Line, ["example"] = by.Example, ["patient"] = by.Patient } : null,
        ["example"] = mutant.Example is { } example ? ExampleText.Of(example) : null,
    };
}
