using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PcnMedOpt.Core.Model;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;

namespace PcnMedOpt.Emit.Sql;

/// <summary>What a statement that is handed over gives.</summary>
public enum SqlForm
{
    /// <summary>Numbers alone.</summary>
    Counts,

    /// <summary>The patients of a cohort; of a measure whom it is out of, and who counts.</summary>
    Patients,
}

/// <summary>Statements as text to hand over: every value stands in them as a literal, and the head says what they are, and what is not known.</summary>
public static class SqlHandover
{
    public static string Of(ProjectModel project, Cohort cohort, DateOnly reference, SqlDialect dialect, SqlForm form)
    {
        var options = new SqlOptions(dialect, Inline: true);
        var statement = form == SqlForm.Counts ? CohortSql.Counts(project, cohort, reference, options) : CohortSql.Members(project, cohort, reference, options);
        return Text($"cohort {cohort.Name}: {cohort.Title}", form == SqlForm.Counts ? "its numbers" : "its patients", reference, dialect, statement);
    }

    public static string Of(ProjectModel project, Measure measure, DateOnly reference, SqlDialect dialect, SqlForm form)
    {
        var options = new SqlOptions(dialect, Inline: true);
        var statement = form == SqlForm.Counts ? MeasureSql.Counts(project, measure, reference, options) : MeasureSql.Rows(project, measure, reference, options);
        return Text($"measure {measure.Name}: {measure.Title}", form == SqlForm.Counts ? "its numbers" : "whom it is out of, and who counts", reference, dialect, statement);
    }

    private static string Text(string what, string form, DateOnly reference, SqlDialect dialect, SqlStatement statement)
    {
        ImmutableArray<string> head =
        [
            what,
            string.Create(CultureInfo.InvariantCulture, $"{(dialect == SqlDialect.Spark ? "Spark SQL" : "PostgreSQL")}, {form}, on the reference date {reference:yyyy-MM-dd}; the tables: medopt sql --schema"),
            .. dialect == SqlDialect.Spark ? ["NOT RUN BY US: made by the same rules as the statement for PostgreSQL, which is tested. Try it on patients whose answer you know."] : Array.Empty<string>(),
            .. statement.Caveats.Incomplete.IsEmpty ? [] : new[] { $"NOT WHOLLY KNOWN without a terminology release, so that too few records are found by: {string.Join(", ", statement.Caveats.Incomplete)}" },
            .. statement.Caveats.HasMedicinesByCode ? new[] { "MEDICINES BY IDENTIFIER: two strengths, forms or brands of one substance count as two, so that a number of medicines may be too high" } : [],
        ];
        var text = new StringBuilder();
        foreach (var line in head) text.Append("-- ").Append(SqlParts.OneLine(line)).Append('\n');
        return text.Append(statement.Text.AsSpan().TrimEnd('\n')).Append(";\n").ToString();
    }
}
