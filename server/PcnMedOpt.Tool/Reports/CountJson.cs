using System.Globalization;
using Newtonsoft.Json;
using PcnMedOpt.Core.Counting;

namespace PcnMedOpt.Tool.Reports;

/// <summary>Counts as JSON; the promised shape: docs/schemas/count.schema.json. A number that is not told is a string.</summary>
public static class CountJson
{
    public static void Write(PublishedCounts counts, TextWriter data)
    {
        using var json = new JsonTextWriter(data) { Formatting = Formatting.Indented, CloseOutput = false };
        Object(json, () =>
        {
            Property(json, "referenceDate", counts.Reference.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            Property(json, "suppressedBelow", counts.Below);
            Property(json, "suppression", CountWords.Suppressed(counts.Below));
            Named(json, "data", () => Object(json, () => Data(json, counts)));
            Array(json, "cohorts", counts.Cohorts, c => Cohort(json, c));
            Array(json, "measures", counts.Measures, m => Measure(json, m));
        });
        json.Flush();
        data.WriteLine();
    }

    private static void Data(JsonTextWriter json, PublishedCounts counts)
    {
        Property(json, "source", counts.Data.Source);
        Property(json, "patients", Number(counts.Patients));
        Property(json, "events", counts.Data.Events);
        Property(json, "medications", counts.Data.Medications);
        Array(json, "faults", counts.Data.Faults, fault =>
        {
            Property(json, "file", fault.File);
            Property(json, "kind", fault.Kind);
            Property(json, "effect", fault.Effect);
            Property(json, "rows", fault.Rows);
            Strings(json, "examples", fault.Examples);
        });
    }

    private static void Cohort(JsonTextWriter json, PublishedCohort count)
    {
        Property(json, "name", count.Cohort.Name);
        Property(json, "title", count.Cohort.Title);
        Property(json, "population", Number(count.Population));
        Property(json, "includeNeeded", count.Cohort.Include?.Needed);
        Array(json, "include", count.Include, c => Criterion(json, c));
        Property(json, "included", Number(count.Included));
        Array(json, "exclude", count.Exclude, c => Criterion(json, c));
        Property(json, "in", Number(count.In));
        Array(json, "parts", count.Parts, p => Part(json, p));
        Against(json, count.Caveats);
    }

    private static void Criterion(JsonTextWriter json, PublishedCriterion criterion)
    {
        Property(json, "label", criterion.Label);
        Property(json, "holds", Number(criterion.Holds));
        Property(json, "alone", Number(criterion.Alone));
        Property(json, "left", Number(criterion.Left));
    }

    private static void Measure(JsonTextWriter json, PublishedMeasure count)
    {
        Property(json, "name", count.Measure.Name);
        Property(json, "title", count.Measure.Title);
        Property(json, "numerator", Number(count.Numerator));
        Property(json, "denominator", count.Denominator is { } denominator ? Number(denominator) : null);
        Array(json, "parts", count.Parts, p => Part(json, p));
        Against(json, count.Caveats);
    }

    private static void Against(JsonTextWriter json, Caveats caveats)
    {
        Strings(json, "incompleteCodeSets", caveats.Incomplete);
        Property(json, "medicinesByIdentifier", caveats.HasMedicinesByCode);
    }

    private static void Part(JsonTextWriter json, PublishedPart part)
    {
        Property(json, "dimension", CountWords.Of(part.Dimension));
        Property(json, "value", part.Value);
        Property(json, "numerator", Number(part.Numerator));
        Property(json, "denominator", part.Denominator is { } denominator ? Number(denominator) : null);
    }

    private static object Number(Figure figure) => figure.Value is { } value ? value : figure.Text.Replace("≥", ">=", StringComparison.Ordinal);

    private static void Array<T>(JsonTextWriter json, string name, IEnumerable<T> items, Action<T> write) => Named(json, name, () =>
    {
        json.WriteStartArray();
        foreach (var item in items) Object(json, () => write(item));
        json.WriteEndArray();
    });

    private static void Strings(JsonTextWriter json, string name, IEnumerable<string> texts) => Named(json, name, () =>
    {
        json.WriteStartArray();
        foreach (var text in texts) json.WriteValue(text);
        json.WriteEndArray();
    });

    private static void Named(JsonTextWriter json, string name, Action write)
    {
        json.WritePropertyName(name);
        write();
    }

    private static void Object(JsonTextWriter json, Action write)
    {
        json.WriteStartObject();
        write();
        json.WriteEndObject();
    }

    private static void Property(JsonTextWriter json, string name, object? value)
    {
        json.WritePropertyName(name);
        json.WriteValue(value);
    }
}
