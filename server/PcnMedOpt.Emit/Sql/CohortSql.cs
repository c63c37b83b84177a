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

    /// <summary>The numbers of the cohort, a row each, as <see cref="SqlCounts"/> reads them.</summary>
    public static SqlStatement Counts(ProjectModel project, Cohort cohort, DateOnly reference, SqlOptions options)
    {
        var parts = new SqlParts(project, reference, options);
        return SqlCounts.Statement(parts, new SqlCohorts(parts).Outcomes(cohort), cohort);
    }
}
