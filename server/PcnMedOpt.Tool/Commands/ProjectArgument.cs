using System.CommandLine;
using PcnMedOpt.Core;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Terminal;

namespace PcnMedOpt.Tool.Commands;

/// <summary>The project that a command works on: a folder, default the nearest that holds medopt.json.</summary>
internal static class ProjectArgument
{
    public static Argument<string?> Make() => new("PATH") { Description = "The project's folder; default the nearest that holds medopt.json.", Arity = ArgumentArity.ZeroOrOne };

    /// <exception cref="UsageException">There is no such project, or its folder of templates is wrong: that is said whatever the command.</exception>
    public static LoadedProject Load(ParseResult parsed, Argument<string?> argument, Output output)
    {
        var sources = ProjectSources.Here();
        var project = LoadedProject.Load(ProjectFolder.Find(parsed.GetValue(argument)), CommandLine.TodayOf(parsed), sources);
        _ = project.Templates;
        if (project.Compilation is { Settings.Terminology: { } named, Knowledge: { Release: null } knowledge } && !sources.IsLockRequired)
            output.Say($"The terminology release {named} that {ProjectSettings.FileName} names is not on this machine: {(knowledge.Lock is null ? "nothing is known of any code" : "codes are known by the lock alone")}. medopt terminology import brings it in.");
        return project;
    }
}
