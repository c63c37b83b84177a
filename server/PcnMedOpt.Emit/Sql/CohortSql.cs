using System.Globalization;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Emit.Sql;

/// <summary>
/// A cohort as one statement over the tables of <see cref="SqlSchema"/>: it finds whom the reference evaluator finds. Sets of patients and joins alone; no
/// procedure, and nothing for each patient.
/// </summary>
public static class CohortSql
{
    /// <summary>The patients of the cohort, a row each, in order.</summary>
    public static SqlStatement Members(ProjectModel project, Cohort cohort, DateOnly reference, SqlOptions options)
    {
        var parts = new SqlParts(project, reference, options);
        return parts.Statement($"select c.patient\nfrom {new SqlCohorts(parts).Named(cohort)} c\norder by c.patient");
    }

    /// <summary>A row for each patient of the data: whether they are looked at, whether each criterion holds, and whether they are in.</summary>
    public static SqlStatement Outcomes(ProjectModel project, Cohort cohort, DateOnly reference, SqlOptions options)
    {
        var parts = new SqlParts(project, reference, options);
        var outcomes = new SqlCohorts(parts).Outcomes(cohort);
        var columns = cohort.Criteria.Select((_, i) => $"o.{SqlCohorts.Column(i)}").Append("o.is_in");
        return parts.Statement($"select o.patient, o.is_looked_at, {string.Join(", ", columns)}\nfrom {outcomes} o\norder by o.patient");
    }
}

/// <summary>Cohorts as subqueries, each once.</summary>
internal sealed class SqlCohorts(SqlParts parts)
{
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>The subquery of a criterion's column in <see cref="Outcomes"/>.</summary>
    public static string Column(int criterion) => string.Create(CultureInfo.InvariantCulture, $"criterion_{criterion + 1}");

    /// <summary>The subquery of a cohort's patients; null for a name that nothing declares. Cohorts that depend on each other in a circle are an error before.</summary>
    public string? Named(string name) => known.TryGetValue(name, out var subquery) ? subquery
        : known[name] = parts.Project.Cohort(name) is { } cohort ? Named(cohort) : null;

    public string Named(Cohort cohort)
    {
        var conditions = new SqlConditions(parts, null, Named);
        var isIn = IsIn(conditions.Of(cohort.From), cohort, [.. cohort.Criteria.Select(c => conditions.Of(c.Condition))]);
        return parts.Named($"cohort_{cohort.Name}", $"select p.patient\n{conditions.From}\nwhere {isIn}", $"cohort {cohort.Name}: {cohort.Title}");
    }

    public string Outcomes(Cohort cohort)
    {
        var conditions = new SqlConditions(parts, null, Named);
        var population = conditions.Of(cohort.From);
        var criteria = cohort.Criteria.Select((c, i) => $"{conditions.Of(c.Condition)} as {Column(i)}").ToList();
        var inner = $"select p.patient, p.practice, p.born, p.sex, {string.Join(",\n  ", criteria.Prepend($"{population} as is_looked_at"))}\n{conditions.From}";
        var isIn = IsIn("o.is_looked_at", cohort, [.. cohort.Criteria.Select((_, i) => $"o.{Column(i)}")]);
        var tested = parts.Named("tested", inner, $"cohort {cohort.Name}: {cohort.Title}, criterion by criterion");
        return parts.Named("outcomes", $"select o.*, {isIn} as is_in\nfrom {tested} o");
    }

    /// <summary>Those who are looked at, satisfy the inclusion, and no exclusion.</summary>
    private static string IsIn(string population, Cohort cohort, IReadOnlyList<string> criteria)
    {
        var included = cohort.Include?.Criteria.Length ?? 0;
        return string.Join("\n  and ", new[] { population, Included(cohort.Include, [.. criteria.Take(included)]) }.Where(c => c.Length > 0).Concat(criteria.Skip(included).Select(c => $"not {c}")));
    }

    internal static string Included(Inclusion? include, IReadOnlyList<string> criteria)
    {
        if (include is null) return "";
        if (include.Needed <= 0) return "true";
        if (include.Needed == criteria.Count) return $"({string.Join(" and ", criteria)})";
        if (include.Needed == 1) return $"({string.Join(" or ", criteria)})";
        return string.Create(CultureInfo.InvariantCulture, $"({string.Join(" + ", criteria.Select(c => $"case when {c} then 1 else 0 end"))} >= {include.Needed})");
    }
}
