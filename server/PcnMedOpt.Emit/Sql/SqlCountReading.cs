using System.Collections.Immutable;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Conditions;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Emit.Sql;

/// <summary>From the rows of a statement to what a count says, in the order in which it is said.</summary>
public static class SqlCountReading
{
    private static readonly ImmutableArray<string> Bands = [.. Enumerable.Range(0, AgeBands.Count).Select(AgeBands.Name)];

    private static readonly ImmutableArray<string> Sexes = [.. Enum.GetNames<Sex>().Select(s => s.ToLowerInvariant())];

    public static CohortCount Cohort(Cohort cohort, IReadOnlyCollection<SqlCountRow> rows, Caveats caveats)
    {
        var totals = rows.Where(r => r.OutOf is null).ToDictionary(r => (r.Part, r.Place), r => r.Counted);
        var criteria = cohort.Criteria.Select((c, i) => new CriterionCount(c.Label, totals[("holds", i + 1)], totals[("alone", i + 1)], totals[("left", i + 1)])).ToImmutableArray();
        var include = cohort.Include?.Criteria.Length ?? 0;
        return new CohortCount(
            cohort, totals[("population", 0)], criteria[..include], totals[("included", 0)], criteria[include..], totals[("in", 0)],
            [
                .. Parts(rows, [Dimension.Practice, Dimension.AgeBand, Dimension.Sex], true),
                .. (cohort.Include?.Criteria ?? []).Select((c, i) => new PartCount(Dimension.Reason, c.Label, totals[("reason", i + 1)], null)),
            ],
            caveats);
    }

    public static MeasureCount Measure(Measure measure, IReadOnlyCollection<SqlCountRow> rows, Caveats caveats)
    {
        var isShare = measure.Numerator is not null;
        var all = rows.Single(r => r.Part == "all");
        var reasons = rows.Where(r => r.Part == "reason").OrderBy(r => r.Place).Select(r => new PartCount(Dimension.Reason, r.Name, r.Counted, isShare ? r.OutOf : null));
        return new MeasureCount(measure, all.Counted, isShare ? all.OutOf : null, [.. Parts(rows, measure.By, isShare), .. reasons], caveats);
    }

    private static IEnumerable<PartCount> Parts(IReadOnlyCollection<SqlCountRow> rows, IEnumerable<Dimension> dimensions, bool isShare)
    {
        foreach (var dimension in dimensions)
        {
            var (part, order) = dimension switch
            {
                Dimension.Practice => ("practice", (Func<string, int>)(_ => 0)),
                Dimension.AgeBand => ("age band", name => Bands.IndexOf(name)),
                Dimension.Sex => ("sex", name => Sexes.IndexOf(name)),
                _ => ("", _ => 0),
            };
            foreach (var row in rows.Where(r => r.Part == part).OrderBy(r => order(r.Name)).ThenBy(r => r.Name, StringComparer.Ordinal))
                yield return new PartCount(dimension, row.Name, row.Counted, isShare ? row.OutOf : null);
        }
    }
}
