using System.Globalization;
using PcnMedOpt.Core.Model.Cohorts;

namespace PcnMedOpt.Emit.Sql;

/// <summary>Cohorts as subqueries, each once.</summary>
internal sealed class SqlCohorts(SqlParts parts)
{
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    /// <summary>The column of a criterion in <see cref="Outcomes"/>, by its place among all.</summary>
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
        var tested = parts.Named("tested", inner, $"cohort {cohort.Name}: {cohort.Title}, criterion by criterion");
        List<string> columns = [.. cohort.Criteria.Select((_, i) => $"o.{Column(i)}")];
        var isIncluded = IsIn("o.is_looked_at", cohort with { Exclude = [] }, columns);
        return parts.Named("outcomes", $"select o.*,\n  {isIncluded} as is_included,\n  {IsIn("o.is_looked_at", cohort, columns)} as is_in\nfrom {tested} o");
    }

    /// <summary>Those who are looked at, satisfy the inclusion, and no exclusion.</summary>
    private static string IsIn(string population, Cohort cohort, IReadOnlyList<string> criteria)
    {
        var included = cohort.Include?.Criteria.Length ?? 0;
        return string.Join("\n  and ", new[] { population, Included(cohort.Include, [.. criteria.Take(included)]) }.Where(c => c.Length > 0).Concat(criteria.Skip(included).Take(cohort.Exclude.Length).Select(c => $"not {c}")));
    }

    private static string Included(Inclusion? include, IReadOnlyList<string> criteria) => include is null ? "" : AtLeast(criteria, include.Needed);

    /// <summary>At least so many of the expressions are true.</summary>
    public static string AtLeast(IReadOnlyList<string> criteria, int needed)
    {
        if (needed <= 0) return "true";
        if (needed > criteria.Count) return "false";
        if (needed == criteria.Count) return $"({string.Join(" and ", criteria)})";
        if (needed == 1) return $"({string.Join(" or ", criteria)})";
        return string.Create(CultureInfo.InvariantCulture, $"({string.Join(" + ", criteria.Select(c => $"case when {c} then 1 else 0 end"))} >= {needed})");
    }
}
