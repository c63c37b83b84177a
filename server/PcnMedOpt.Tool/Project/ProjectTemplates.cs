using PcnMedOpt.Core;
using PcnMedOpt.Core.Text;
using PcnMedOpt.Emit.Templating;

namespace PcnMedOpt.Tool.Project;

/// <summary>The templates that a project builds with.</summary>
internal static class ProjectTemplates
{
    /// <summary>The product's templates, and those of the project's folder in their place.</summary>
    /// <exception cref="UsageException">There is no such folder in the project, or it holds a template that is in no one's place.</exception>
    public static Templates Of(ProjectFolder project, ProjectSettings settings, Func<string, string?> text)
    {
        if (settings.Templates is not { } folder) return Templates.Standard;
        if (Path.IsPathRooted(folder) || !project.Holds(folder) || !Directory.Exists(project.Full(folder)))
            throw new UsageException($"medopt.json names the folder {folder} for templates, and there is no such folder in the project.");
        foreach (var file in Directory.EnumerateFiles(project.Full(folder)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal))
            if (Path.GetExtension(file) is ".hbs" or ".css" && !Templates.FileNames.Contains(file))
                throw new UsageException($"{folder}/{file} takes the place of no template. {(CloseWords.Nearest(file, Templates.FileNames) is { } near ? $"Did you mean {near}?" : $"They are {string.Join(", ", Templates.FileNames)}.")}");
        return new Templates(name => text($"{folder}/{name}"));
    }
}
