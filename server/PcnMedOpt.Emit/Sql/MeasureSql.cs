using System.Collections.Immutable;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Emit.Sql;

/// <summary>A measure as one statement: whom or what it is out of, and what of it counts.</summary>
public static class MeasureSql
{
    /// <summary>A row for each patient or record that the measure is out of: the patient, the day of the record (null for a patient), and whether it counts.</summary>
    public static SqlStatement Rows(ProjectModel project, Measure measure, DateOnly reference, SqlOptions options)
    {
        var parts = new SqlParts(project, reference, options);
        return parts.Statement($"select o.patient, o.it, o.counts\nfrom {new SqlMeasures(parts).Outcomes(measure)} o\norder by o.patient, o.it");
    }

    /// <summary>The numbers of the measure, a row each, as <see cref="SqlCountReading"/> reads them.</summary>
    public static SqlStatement Counts(ProjectModel project, Measure measure, DateOnly reference, SqlOptions options)
    {
        var parts = new SqlParts(project, reference, options);
        var outcomes = new SqlMeasures(parts).Outcomes(measure);
        var reasons = SqlMeasures.ReasonsOf(project, measure).Select((r, i) => (Column: $"o.{SqlCohorts.Column(i)}", r.Label)).ToList();
        return SqlCounts.Statement(
            parts,
            outcomes,
            [("all", 0, "", "o.counts"), .. reasons.Select((r, i) => ("reason", i + 1, r.Label, $"o.counts and {r.Column}"))],
            ["true", .. reasons.Select(r => r.Column)],
            "true",
            "o.counts",
            measure.By.Select(d => d switch { Dimension.Practice => "practice", Dimension.AgeBand => "age band", Dimension.Sex => "sex", _ => "" }).Where(d => d.Length > 0));
    }
}

/// <summary>Measures as subqueries.</summary>
internal sealed class SqlMeasures(SqlParts parts)
{
    private readonly SqlCohorts cohorts = new(parts);

    /// <summary>What the measure is out of: the columns patient, practice, born, sex, it, counts.</summary>
    public string Outcomes(Measure measure)
    {
        var each = measure.Of is RecordsOf records ? Each(records) : null;
        var conditions = new SqlConditions(parts, each, cohorts.Named);
        var population = conditions.Of(measure.Of.Population);
        var counts = measure.Numerator is { } numerator ? conditions.Of(numerator) : "true";
        var columns = ReasonsOf(parts.Project, measure).Select((r, i) => $"{conditions.Of(r.Condition)} as {SqlCohorts.Column(i)}").Prepend($"{counts} as counts").ToList();
        return parts.Named(
            "outcomes",
            $"select p.patient, p.practice, p.born, p.sex, {(each is null ? "cast(null as date)" : "s.it")} as it,\n  {string.Join(",\n  ", columns)}\n{conditions.From}\nwhere {population}",
            $"measure {measure.Name}: {measure.Title}");
    }

    /// <summary>The include criteria of the cohort that a measure counts over, when it is broken down by them; none where it is over all.</summary>
    public static ImmutableArray<Criterion> ReasonsOf(ProjectModel project, Measure measure) =>
        measure.By.Contains(Dimension.Reason) && measure.Of.Population is OfCohort of && project.Cohort(of.FullName)?.Include is { } include ? include.Criteria : [];

    /// <summary>One record for each patient and day.</summary>
    private string Each(RecordsOf records)
    {
        var of = new SqlRecords(parts, null).Of([records.Set], records.How, records.Filters);
        return parts.Named("each_record", $"select distinct r.patient, r.day as it\nfrom {of.Name} r");
    }
}
