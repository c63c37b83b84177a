using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Diagnostics;
using PcnMedOpt.Core.Model.Cohorts;
using PcnMedOpt.Core.Model.Measures;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary>The cohorts and measures that a command is to work out.</summary>
internal sealed record ChosenCohorts(ImmutableArray<Cohort> Cohorts, ImmutableArray<Measure> Measures)
{
    /// <summary>Those that are named, each once; where none is, all of them as they are declared.</summary>
    /// <exception cref="UsageException">There is no such cohort or measure.</exception>
    public static ChosenCohorts Of(Compilation compilation, string[] cohorts, string[] measures)
    {
        var (allCohorts, allMeasures) = (compilation.AllCohorts.ToList(), compilation.Models<Measure>().ToList());
        if (cohorts.Length == 0 && measures.Length == 0) return new ChosenCohorts([.. allCohorts], [.. allMeasures]);
        return new ChosenCohorts(
            [.. cohorts.Distinct().Select(name => allCohorts.Find(c => c.Name == name) ?? throw Unknown("cohort", name, allCohorts.Select(c => c.Name)))],
            [.. measures.Distinct().Select(name => allMeasures.Find(m => m.Name == name) ?? throw Unknown("measure", name, allMeasures.Select(m => m.Name)))]);
    }

    /// <summary>Says the errors of a project that has some, and that nothing was done.</summary>
    public static bool IsRefused(LoadedProject project, string nothingDone, Output output)
    {
        var errors = project.Diagnostics.Where(d => d.Severity == Severity.Error).ToList();
        if (errors.Count == 0) return false;
        FindingsReport.Write(ReportFormat.Text, errors, output, notes: false);
        output.Complain($"{nothingDone}: the project has {(errors.Count == 1 ? "an error" : $"{errors.Count} errors")}.");
        return true;
    }

    private static UsageException Unknown(string what, string name, IEnumerable<string> known) =>
        new($"There is no {what} '{name}'.{(CloseWords.Nearest(name, known) is { } near ? $" Did you mean '{near}'?" : "")}");
}
