using System.Collections.Immutable;
using Npgsql;
using PcnMedOpt.Core.Counting;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Emit.Sql;

namespace PcnMedOpt.Tool.Databases;

/// <summary>Counts cohorts and measures where the data is: a statement each, all of them in one transaction that changes nothing.</summary>
public static class DatabaseCounting
{
    private static readonly SqlOptions Options = new(SqlDialect.Postgres);

    /// <summary>What is there, and what of it is not usable.</summary>
    private static readonly SqlStatement Data = new(
        """
        select (select count(*) from patients), (select count(*) from events), (select count(*) from issues) + (select count(*) from repeats),
          (select count(*) from events where usable = false and number is null), (select count(*) from events where usable = false and number is not null)
        """,
        [],
        Caveats.None);

    /// <param name="query">The transaction.</param>
    /// <param name="source">Where the data are, for people.</param>
    /// <param name="project">What names in conditions stand for.</param>
    /// <param name="cohorts">The cohorts to be counted.</param>
    /// <param name="measures">The measures to be counted.</param>
    /// <param name="reference">The day on which everything is worked out.</param>
    /// <param name="progress">Told the name of each cohort and measure before it is counted.</param>
    /// <param name="cancel">Ends the statement that runs, on the server too.</param>
    public static async Task<Counts> Count(
        DatabaseQuery query, string source, ProjectModel project, IEnumerable<Cohort> cohorts, IEnumerable<Measure> measures, DateOnly reference, Action<string> progress, CancellationToken cancel)
    {
        var (ofCohorts, ofMeasures) = (ImmutableArray.CreateBuilder<CohortCount>(), ImmutableArray.CreateBuilder<MeasureCount>());
        var data = (await query.Rows(Data, r => Counted(r, source), cancel))[0];
        foreach (var cohort in cohorts.OrderBy(c => c.Name, StringComparer.Ordinal))
        {
            progress(cohort.Name);
            var statement = CohortSql.Counts(project, cohort, reference, Options);
            ofCohorts.Add(SqlCountReading.Cohort(cohort, await query.Rows(statement, Row, cancel), statement.Caveats));
        }
        foreach (var measure in measures.OrderBy(m => m.Name, StringComparer.Ordinal))
        {
            progress(measure.Name);
            var statement = MeasureSql.Counts(project, measure, reference, Options);
            ofMeasures.Add(SqlCountReading.Measure(measure, await query.Rows(statement, Row, cancel), statement.Caveats));
        }
        return new Counts(reference, data, ofCohorts.DrainToImmutable(), ofMeasures.DrainToImmutable());
    }

    private static SqlCountRow Row(NpgsqlDataReader row) => new(row.GetString(0), row.GetInt32(1), row.GetString(2), row.GetInt64(3), row.IsDBNull(4) ? null : row.GetInt64(4));

    private static CountedData Counted(NpgsqlDataReader row, string source)
    {
        var faults = new[] { ("a value that is no number", row.GetInt64(3)), ("a unit that is not known", row.GetInt64(4)) };
        return new CountedData(
            source, row.GetInt64(0), row.GetInt64(1), row.GetInt64(2),
            [.. faults.Where(f => f.Item2 > 0).Select(f => new DataFault("events", f.Item1, "the result is there, and not usable", f.Item2, []))]);
    }
}
