using System.Text;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Proving;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit.Pages;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary>What <c>medopt test</c> does beside running the examples: coverage, boundary patients, mistakes that nobody would notice.</summary>
internal static class ProvingCommand
{
    /// <summary>Problems are found when something is not shown, or a mistake is not noticed, and a patient was found that somebody has to make an example of.</summary>
    public static int Run(ChosenProof chosen, LoadedProject project, Output output)
    {
        if (project.HasErrors)
        {
            output.Complain("The project has errors, so that nothing can be said about its criteria: medopt check lists them.");
            return CommandLine.ProblemsFound;
        }
        var proved = Narrowed(ProvedProjects.Of(project.Compilation), chosen.Cohort);
        var (code, page) = chosen.Kind switch
        {
            ProofKind.Boundaries => OfBoundaries(chosen, project, proved, output),
            ProofKind.Mutants => OfMutants(chosen, project, proved, output),
            _ => OfCoverage(chosen, project, proved, output),
        };
        if (chosen.Html is not { } file) return code;
        AtomicFile.Write(Path.GetFullPath(file), Encoding.UTF8.GetBytes(TestingPage.Html(page, project.Templates)));
        output.Say($"Wrote {file}.");
        return code;
    }

    private static (int Code, TestingView Page) OfCoverage(ChosenProof chosen, LoadedProject project, ProvedProject proved, Output output)
    {
        var coverage = CoverageRun.Of(proved);
        var missing = MissingPatients.Of(proved, coverage);
        if (chosen.AsJson) CoverageJson.Write(project.Compilation, coverage, missing, output.Data);
        else CoverageText.Write(coverage, missing, output);
        output.Say(CoverageText.Counted(coverage, missing));
        return (missing.Missing.Any(m => m.Example is not null) ? CommandLine.ProblemsFound : CommandLine.Fine, CoveragePage.View(Meta(project), coverage, missing));
    }

    private static (int Code, TestingView Page) OfBoundaries(ChosenProof chosen, LoadedProject project, ProvedProject proved, Output output)
    {
        var tables = Boundaries.Of(proved);
        if (chosen.AsJson) BoundariesReport.Json(tables, output.Data);
        else BoundariesReport.Text(tables, output);
        output.Say(BoundariesReport.Counted(tables));
        return (CommandLine.Fine, BoundariesPage.View(Meta(project), tables));
    }

    private static (int Code, TestingView Page) OfMutants(ChosenProof chosen, LoadedProject project, ProvedProject proved, Output output)
    {
        var tried = Mutants.Of(proved);
        if (chosen.AsJson) MutantsReport.Json(tried, output.Data);
        else MutantsReport.Text(tried, output);
        output.Say(MutantsPage.Counted(tried));
        return (tried.Any(t => t.Outcome == MutantOutcome.NotNoticed) ? CommandLine.ProblemsFound : CommandLine.Fine, MutantsPage.View(Meta(project), tried));
    }

    private static ProvedProject Narrowed(ProvedProject project, string? name)
    {
        if (name is null) return project;
        var narrowed = project with
        {
            Cohorts = [.. project.Cohorts.Where(c => c.Name == name)],
            Procedures = [.. project.Procedures.Where(p => p.Monitoring.Sop.Name == name)],
        };
        return narrowed.AllCohorts.Any() ? narrowed : throw new UsageException($"There is no cohort, and no procedure with a medicine, called {name}.");
    }

    private static TestingMeta Meta(LoadedProject project) => new(
        project.Compilation.Settings.Name ?? "Protocols",
        ContentHash.Of(string.Join('\n', project.Compilation.Files.Values.Select(f => f.Path + '\n' + f.Text))),
        ToolInfo.Version,
        ToolInfo.LanguageVersion,
        project.Compilation.Today);
}
