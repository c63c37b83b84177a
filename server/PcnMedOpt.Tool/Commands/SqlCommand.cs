using System.CommandLine;
using PcnMedOpt.Emit.Sql;
using PcnMedOpt.Tool.Project;
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
            var project = ProjectArgument.Load(parsed, path, output);
            var day = parsed.GetValue(on) is { } given ? CommandLine.Day(on.Name, given) : project.Compilation.Today;
            return Write(project, parsed.GetValue(cohorts) ?? [], parsed.GetValue(measures) ?? [], day, written, parsed.GetValue(form), output);
        }));
        return command;
    }

    private static int Write(LoadedProject project, string[] cohorts, string[] measures, DateOnly on, SqlDialect dialect, SqlForm form, Output output)
    {
        if (ChosenCohorts.IsRefused(project, "No SQL was written", output)) return CommandLine.ProblemsFound;
        var compilation = project.Compilation;
        var chosen = ChosenCohorts.Of(compilation, cohorts, measures);
        if (cohorts.Length == 0 && measures.Length == 0)
            chosen = new ChosenCohorts([.. chosen.Cohorts.OrderBy(c => c.Name, StringComparer.Ordinal)], [.. chosen.Measures.OrderBy(m => m.Name, StringComparer.Ordinal)]);
        var texts = chosen.Cohorts.Select(c => SqlHandover.Of(compilation.Project, c, on, dialect, form)).Concat(chosen.Measures.Select(m => SqlHandover.Of(compilation.Project, m, on, dialect, form)));
        output.Data.Write(string.Join('\n', texts));
        return CommandLine.Fine;
    }
}
