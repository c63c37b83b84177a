using PcnMedOpt.Core;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary>What <c>medopt test</c> does beside running the examples: coverage.</summary>
internal static class ProvingCommand
{
    /// <summary>Problems are found when something is not shown and a patient who shows it was found.</summary>
    public static int Run(ChosenProof chosen, LoadedProject project, Output output)
    {
        if (project.HasErrors)
        {
            output.Complain("The project has errors, so that nothing can be said about its criteria: medopt check lists them.");
            return CommandLine.ProblemsFound;
        }
        var proved = ProvedProjects.Of(project.Compilation);
        return Coverage(chosen, project, proved, output);
    }

    private static int Coverage(ChosenProof chosen, LoadedProject project, ProvedProject proved, Output output)
    {
        var coverage = CoverageRun.Of(proved);
        var missing = MissingPatients.Of(proved, coverage);
        if (chosen.AsJson) CoverageJson.Write(project.Compilation, coverage, missing, output.Data);
        else CoverageText.Write(coverage, missing, output);
        output.Say(CoverageText.Counted(coverage, missing));
        return missing.Missing.Any(m => m.Example is not null) ? CommandLine.ProblemsFound : CommandLine.Fine;
    }
}
