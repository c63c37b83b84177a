using System.CommandLine;
using PcnMedOpt.Tool.Agreement;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Reports;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary><c>medopt test --agree N</c>: every form of every cohort is asked about the same patients.</summary>
internal static class AgreementCommand
{
    /// <summary>The same patients on every run; another number gives others.</summary>
    private const ulong Seed = 20261122;

    public static Option<int?> Option() => new("--agree")
    {
        Description = "Instead of the examples: make so many patients for each cohort and measure, and compare all its forms on them (rule list, EMIS XML, SystmOne joins).",
        HelpName = "PATIENTS",
    };

    /// <exception cref="UsageException">The number is not one of patients.</exception>
    public static int Run(int patients, bool asJson, LoadedProject project, Output output)
    {
        if (patients is < 1 or > 1_000_000) throw new UsageException("--agree takes a number of patients from 1 to 1000000.");
        if (project.HasErrors)
        {
            output.Complain("The project has errors, so that nothing can be said about its forms: medopt check lists them.");
            return CommandLine.ProblemsFound;
        }
        var asked = AgreementProject.Of(project.Compilation);
        var results = new AgreementRun(asked, AgreementForms.Of(asked), patients, Seed).All().OrderBy(r => r.Question.Name, StringComparer.Ordinal).ToList();
        if (asJson) AgreementReport.Json(results, output.Data);
        else AgreementReport.Text(results, output);
        output.Say(AgreementReport.Counted(results));
        return results.Any(r => r.Forms.Any(f => f.IsFault)) ? CommandLine.ProblemsFound : CommandLine.Fine;
    }
}
