using System.Globalization;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Emit.Sql;

/// <summary>One number of a count as a statement gives it.</summary>
/// <param name="Part">What it is of: <c>population</c>, <c>included</c>, <c>in</c>; of a criterion <c>holds</c>, <c>alone</c>, <c>left</c>; <c>reason</c>, <c>practice</c>, <c>age band</c>, <c>sex</c>; of a measure <c>all</c>.</param>
/// <param name="Place">The place of a criterion among all, from 1; else 0.</param>
/// <param name="Name">The label, practice, age band or sex; else empty.</param>
/// <param name="Counted">How many.</param>
/// <param name="OutOf">Out of how many, for a part.</param>
public sealed record SqlCountRow(string Part, int Place, string Name, long Counted, long? OutOf);

/// <summary>The numbers of a cohort or measure from a row for each patient: totals, then parts by practice, age band and sex.</summary>
internal static class SqlCounts
{
    public static SqlStatement Statement(SqlParts parts, string outcomes, Cohort cohort)
    {
        var totals = new List<(string Part, int Place, string Name, string Where)> { ("population", 0, "", "o.is_looked_at"), ("included", 0, "", "o.is_included"), ("in", 0, "", "o.is_in") };
        var include = cohort.Include?.Criteria.Length ?? 0;
        var labels = cohort.Criteria.Select(c => c.Label).ToList();
        var columns = labels.Select((_, i) => $"o.{SqlCohorts.Column(i)}").ToList();
        for (var i = 0; i < labels.Count; i++)
        {
            var (holds, alone, left) = i < include ? Include(cohort.Include, columns[..include], i) : Exclude(columns[include..], i - include);
            totals.AddRange([("holds", i + 1, labels[i], holds), ("alone", i + 1, labels[i], alone), ("left", i + 1, labels[i], left)]);
            if (i < include) totals.Add(("reason", i + 1, labels[i], $"o.is_in and {columns[i]}"));
        }
        return Statement(parts, outcomes, totals, null, "o.is_looked_at", "o.is_in", ["practice", "age band", "sex"]);
    }

    /// <summary>Totals in one row, turned into a row for each; then the parts.</summary>
    /// <param name="parts">The statement.</param>
    /// <param name="outcomes">The subquery with a row for each patient or record.</param>
    /// <param name="totals">Each total, and what is counted in it.</param>
    /// <param name="outOf">Out of what the totals are; null for none.</param>
    /// <param name="of">Of whom the parts are made.</param>
    /// <param name="counted">Who of them is counted.</param>
    /// <param name="dimensions">The parts that are wanted.</param>
    public static SqlStatement Statement(
        SqlParts parts, string outcomes, IReadOnlyList<(string Part, int Place, string Name, string Where)> totals, IReadOnlyList<string>? outOf, string of, string counted, IEnumerable<string> dimensions)
    {
        string Count(string where) => $"count(case when {where} then 1 end)";
        string Number(int i) => string.Create(CultureInfo.InvariantCulture, $"n{i + 1}");
        string OutOf(int i) => string.Create(CultureInfo.InvariantCulture, $"d{i + 1}");
        var numbers = totals.Select((t, i) => $"{Count(t.Where)} as {Number(i)}").Concat((outOf ?? []).Select((d, i) => $"{Count(d)} as {OutOf(i)}"));
        var total = parts.Named("totals", $"select {string.Join(",\n  ", numbers)}\nfrom {outcomes} o");
        var rows = totals.Select((t, i) => string.Create(
            CultureInfo.InvariantCulture, $"select '{t.Part}' as part, {t.Place} as place, {parts.Text(t.Name)} as name, t.{Number(i)} as counted, {(outOf is null ? "cast(null as bigint)" : $"t.{OutOf(i)}")} as out_of from {total} t")).ToList();
        foreach (var dimension in dimensions)
        {
            var name = dimension switch { "practice" => "o.practice", "sex" => "o.sex", _ => Band(parts) };
            rows.Add($"select '{dimension}' as part, 0 as place, g.name, {Count("g.is_counted")} as counted, count(*) as out_of\nfrom (select {name} as name, {counted} as is_counted from {outcomes} o where {of}) g\ngroup by g.name");
        }
        return parts.Statement($"select r.part, r.place, r.name, r.counted, r.out_of\nfrom (\n{string.Join("\nunion all\n", rows)}\n) r\norder by r.part, r.place, r.name");
    }

    private static (string Holds, string Alone, string Left) Include(Inclusion? inclusion, List<string> columns, int i)
    {
        var isAll = inclusion is { Quantifier: Quantifier.All };
        var needed = inclusion?.Needed ?? 0;
        var others = SqlCohorts.AtLeast([.. columns.Where((_, j) => j != i)], isAll ? needed - 1 : needed);
        return (
            $"o.is_looked_at and {columns[i]}",
            isAll ? $"o.is_looked_at and {others} and not {columns[i]}" : $"o.is_included and not {others}",
            $"o.is_looked_at and {SqlCohorts.AtLeast(columns[..(i + 1)], isAll ? i + 1 : needed)}");
    }

    private static (string Holds, string Alone, string Left) Exclude(List<string> columns, int i) => (
        $"o.is_included and {columns[i]}",
        string.Join(" and ", columns.Where((_, j) => j != i).Select(c => $"not {c}").Prepend($"o.is_included and {columns[i]}")),
        $"o.is_included and {string.Join(" and ", columns[..(i + 1)].Select(c => $"not {c}"))}");

    /// <summary>The name of the age band on the reference date, the oldest first.</summary>
    private static string Band(SqlParts parts)
    {
        var cases = Enumerable.Range(1, AgeBands.Count - 1).Reverse()
            .Select(band => $"when o.born <= {parts.Day(new Duration(AgeBands.StartOf(band), DurationUnit.Years).Before(parts.Reference))} then {parts.Text(AgeBands.Name(band))}");
        return $"case {string.Join("\n  ", cases)}\n  else {parts.Text(AgeBands.Name(0))} end";
    }
}
