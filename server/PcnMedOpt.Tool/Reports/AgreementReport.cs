using Newtonsoft.Json;
using PcnMedOpt.Tool.Agreement;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Reports;

/// <summary>What came of comparing the forms: a line for each cohort and form, what differs and why, and the smallest patient where a form must agree and does not.</summary>
internal static class AgreementReport
{
    public static void Text(List<QuestionAgreement> results, Output output)
    {
        foreach (var result in results)
        {
            output.Data.WriteLine($"{output.Bold(result.Question.Name)}: {Counted(result.Tried, "patient")}, {result.In} in");
            foreach (var form in result.Forms)
            {
                output.Data.WriteLine($"  {form.Form}: {(form.Differ == 0 ? output.Good("agrees") : form.IsFault ? output.Bad($"differs on {form.Differ}") : $"differs on {form.Differ}")}{Known(form)}");
                if (form.IsFault) output.Data.WriteLine("    " + (form.Smallest ?? "").TrimEnd().Replace("\n", "\n    ", StringComparison.Ordinal));
            }
        }
    }

    public static string Counted(List<QuestionAgreement> results)
    {
        var all = results.SelectMany(r => r.Forms).ToList();
        var approximate = all.Where(f => f is { Differ: > 0, IsFault: false }).ToList();
        return $"{Counted(results.Count, "cohort or measure", "cohorts and measures")}, {Counted(results.Sum(r => r.Tried), "patient")}, {all.Select(f => f.Form).Distinct().Count()} forms: "
            + $"{all.Count(f => f.Differ == 0)} agree, {approximate.Count} differ as they are known to, {all.Count(f => f.IsFault)} must agree and do not.";
    }

    /// <summary>The promised shape: docs/schemas/agreement.schema.json.</summary>
    public static void Json(List<QuestionAgreement> results, TextWriter data)
    {
        using var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartArray();
        foreach (var result in results)
        {
            json.WriteStartObject();
            Property(json, "name", result.Question.Name);
            Property(json, "kind", result.Question.Numerator is null ? "cohort" : "measure");
            Property(json, "tried", result.Tried);
            Property(json, "in", result.In);
            json.WritePropertyName("forms");
            json.WriteStartArray();
            foreach (var form in result.Forms)
            {
                json.WriteStartObject();
                Property(json, "form", form.Form);
                Property(json, "outcome", form.Differ == 0 ? "agrees" : form.IsFault ? "differs" : "differs as known");
                Property(json, "differ", form.Differ);
                Array(json, "approximate", form.Fit.Approximate);
                Array(json, "byHand", form.Fit.ByHand);
                Property(json, "smallest", form.Smallest);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.Flush();
        data.WriteLine();
    }

    private static string Known(FormAgreement form)
    {
        var known = new List<string>();
        if (!form.Fit.IsExact) known.Add($"approximate: {string.Join("; ", form.Fit.Approximate)}");
        if (form.Fit.ByHand.Length > 0) known.Add($"{Counted(form.Fit.ByHand.Length, "test")} built by hand, taken as it should be: {string.Join("; ", form.Fit.ByHand.Take(2))}{(form.Fit.ByHand.Length > 2 ? " …" : "")}");
        return known.Count == 0 ? "" : $" ({string.Join(". ", known)})";
    }

    private static void Property(JsonTextWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }

    private static void Array(JsonTextWriter json, string name, IEnumerable<string> items)
    {
        json.WritePropertyName(name);
        json.WriteStartArray();
        foreach (var item in items) json.WriteValue(item);
        json.WriteEndArray();
    }

    private static string Counted(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";
}
