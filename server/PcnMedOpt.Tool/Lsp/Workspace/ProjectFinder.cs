using PcnMedOpt.Core;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>Where projects are: folders that hold medopt.json.</summary>
internal static class ProjectFinder
{
    /// <summary>The projects in a folder and below it.</summary>
    public static IEnumerable<string> Below(string folder)
    {
        if (!Directory.Exists(folder)) return [];
        var settings = new EnumerationOptions { IgnoreInaccessible = true, RecurseSubdirectories = false, AttributesToSkip = FileAttributes.ReparsePoint };
        var found = new List<string>();
        var open = new Stack<string>([folder]);
        while (open.TryPop(out var next))
        {
            if (File.Exists(Path.Combine(next, ProjectSettings.FileName))) found.Add(next);
            foreach (var inner in Directory.EnumerateDirectories(next, "*", settings))
                if (!ProjectFolder.IsPassedOver(Path.GetFileName(inner))) open.Push(inner);
        }
        return found;
    }

    /// <summary>The nearest project that a file or folder lies in; null when there is none.</summary>
    public static string? Above(string path)
    {
        for (var folder = path; folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, ProjectSettings.FileName))) return folder;
        return null;
    }
}
