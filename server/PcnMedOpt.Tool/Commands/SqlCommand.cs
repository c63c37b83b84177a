using System.CommandLine;
using System.Globalization;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt sql</c>: cohorts and measures as SQL to hand over, and the tables that it looks at.</summary>
internal static class SqlCommand
{
    private enum Dialect
    {
        Postgres,
        Spark,
    }

    public static Command Make()
    {
        var path = ProjectArgument.Make();
        var dialect = new Option<Dialect>("--dialect") { Description = "postgres or spark. What is written for Spark is not run by us.", DefaultValueFactory = _ => Dialect.Postgres };
        var cohorts = new Option<string[]>("--cohort") { Description = "Only these cohorts: smr_eligible, methotrexate_monitoring.overdue. Default every cohort and measure.", AllowMultipleArgumentsPerToken = true };
        var measures = new Option<string[]>("--measure") { Description = "Only these measures.", AllowMultipleArgumentsPerToken = true };
        var on = new Option<string?>("--on") { Description = "The reference date (2026-11-20); default the day on which the project is looked at." };
        var form = new Option<SqlForm>("--as") { Description = "counts, which name nobody, or patients.", DefaultValueFactory = _ => SqlForm.Counts };
        var schema = new Option<bool>("--schema") { Description = "The tables that statements look at, and no statement." };
        var command = new DocumentedCommand("sql", "Write cohorts and measures as SQL, one statement each, to run where the data is.", "medopt sql protocols --cohort smr_eligible --on 2026-11-20")
        {
            path, dialect, cohorts, measures, on, form, schema,
        };
        command.SetAction(parsed => CommandLine.Guarded(parsed, output =>
        {
            var written = parsed.GetValue(dialect) == Dialect.Spark ? SqlDialect.Spark : SqlDialect.Postgres;
            if (parsed.GetValue(schema))
            {
                output.Data.Write(SqlSchema.Of(written));
                return CommandLine.Fine;
            }
            var project = ProjectArgument.Load(parsed, path);
            var day = parsed.GetValue(on) is { } given ? Day(given) : project.Compilation.Today;
            return Write(project, parsed.GetValue(cohorts) ?? [], parsed.GetValue(measures) ?? [], day, written, parsed.GetValue(form), output);
        }));
        return command;
    }

    private static int Write(LoadedProject project, string[] cohorts, string[] measures, DateOnly on, SqlDialect dialect, SqlForm form, Output output)
    {
        var errors = project.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        if (errors.Count > 0)
        {
            FindingsReport.Write(ReportFormat.Text, errors, output, notes: false);
            output.Complain($"No SQL was written: the project has {(errors.Count == 1 ? "an error" : $"{errors.Count} errors")}.");
            return CommandLine.ProblemsFound;
        }
        var compilation = project.Compilation;
        var chosen = Chosen(compilation, cohorts, measures);
        var texts = chosen.Cohorts.Select(c => SqlHandover.Of(compilation.Project, c, on, dialect, form)).Concat(chosen.Measures.Select(m => SqlHandover.Of(compilation.Project, m, on, dialect, form)));
        output.Data.Write(string.Join('\n', texts));
        return CommandLine.Fine;
    }

    /// <summary>The cohorts and measures that are named; where none is, all of them by name.</summary>
    /// <exception cref="UsageException">There is no such cohort or measure.</exception>
    private static (IReadOnlyList<Core.Model.Cohorts.Cohort> Cohorts, IReadOnlyList<Measure> Measures) Chosen(Compilation compilation, string[] cohorts, string[] measures)
    {
        var (allCohorts, allMeasures) = (compilation.AllCohorts.OrderBy(c => c.Name, StringComparer.Ordinal).ToList(), compilation.Models<Measure>().OrderBy(m => m.Name, StringComparer.Ordinal).ToList());
        if (cohorts.Length == 0 && measures.Length == 0) return (allCohorts, allMeasures);
        return (
            [.. cohorts.Select(name => allCohorts.Find(c => c.Name == name) ?? throw Unknown("cohort", name, allCohorts.Select(c => c.Name)))],
            [.. measures.Select(name => allMeasures.Find(m => m.Name == name) ?? throw Unknown("measure", name, allMeasures.Select(m => m.Name)))]);
    }

    private static UsageException Unknown(string what, string name, IEnumerable<string> known) =>
        new($"There is no {what} '{name}'.{(CloseWords.Nearest(name, known) is { } near ? $" Did you mean '{near}'?" : "")}");

    private static DateOnly Day(string given) => DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day : throw new UsageException($"--on {given} is no day. Write it as 2026-11-20.");
}
