using System.CommandLine;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Commands;

/// <summary>The project that a command works on: a folder, default the nearest that holds medopt.json.</summary>
internal static class ProjectArgument
{
    public static Argument<string?> Make() => new("PATH") { Description = "The project's folder; default the nearest that holds medopt.json.", Arity = ArgumentArity.ZeroOrOne };

    /// <exception cref="UsageException">There is no such project, or its folder of templates is wrong: that is said whatever the command.</exception>
    public static LoadedProject Load(ParseResult parsed, Argument<string?> argument)
    {
        var project = LoadedProject.Load(ProjectFolder.Find(parsed.GetValue(argument)), CommandLine.TodayOf(parsed), ProjectSources.Here());
        _ = project.Templates;
        return project;
    }
}
