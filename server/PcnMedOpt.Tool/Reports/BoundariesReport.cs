using System.Collections.Immutable;
using System.Globalization;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Core.Semantics;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Boundary patients for a terminal, and for programs.</summary>
internal static class BoundariesReport
{
    public static void Text(ImmutableArray<BoundaryTable> tables, Output output)
    {
        foreach (var table in tables)
        {
            output.Data.WriteLine(output.Bold($"{table.Cohort}, {(table.IsExclude ? "exclude" : "include")} \"{table.Label}\": {table.Test}"));
            if (table.Patient.IsEmpty)
            {
                output.Data.WriteLine("  No patient was found for whom it decides.");
                continue;
            }
            output.Data.WriteLine($"  on {Numbers.Shown(table.On)}: {string.Join("; ", table.Patient)}");
            foreach (var row in table.Rows) output.Data.WriteLine($"  {(row.IsIn ? "in    " : "not in")}  {(row.Holds ? "holds" : "fails")}  {row.What}");
        }
    }

    public static string Counted(ImmutableArray<BoundaryTable> tables) => string.Create(
        CultureInfo.InvariantCulture, $"{tables.Sum(t => t.Rows.Length)} patients at the boundaries of {tables.Count(t => !t.Patient.IsEmpty)} tests; for {tables.Count(t => t.Patient.IsEmpty)} tests no patient was found.");

    /// <summary>The promised shape: docs/schemas/boundaries.schema.json.</summary>
    public static void Json(ImmutableArray<BoundaryTable> tables, TextWriter data)
    {
        using (var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false }) new JArray(tables.Select(Of)).WriteTo(json);
        data.WriteLine();
    }

    private static JObject Of(BoundaryTable table) => new()
    {
        ["cohort"] = table.Cohort,
        ["label"] = table.Label,
        ["group"] = table.IsExclude ? "exclude" : "include",
        ["test"] = table.Test,
        ["on"] = Numbers.Shown(table.On),
        ["patient"] = new JArray(table.Patient),
        ["rows"] = new JArray(table.Rows.Select(r => new JObject
        {
            ["what"] = r.What,
            ["lines"] = new JArray(r.Lines),
            ["without"] = new JArray(r.Without),
            ["holds"] = r.Holds,
            ["in"] = r.IsIn,
        })),
    };
}
