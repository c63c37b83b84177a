using PcnMedOpt.Core;

namespace PcnMedOpt.Tool.Project;

/// <summary>The folder of a project on the disk.</summary>
public sealed record ProjectFolder(string Root)
{
    private static readonly string[] Passed = ["node_modules", "dist", "bin", "obj"];

    /// <summary>The folder that is named, or the nearest above the current one that holds medopt.json.</summary>
    /// <exception cref="UsageException">There is no such folder, or no project in or above it.</exception>
    public static ProjectFolder Find(string? path)
    {
        if (path is not null)
        {
            if (path.StartsWith("--", StringComparison.Ordinal)) throw new UsageException($"There is no option {path}.");
            var named = Path.GetFullPath(path);
            if (File.Exists(named) && Path.GetFileName(named) == ProjectSettings.FileName) return new ProjectFolder(Path.GetDirectoryName(named) ?? named);
            if (!Directory.Exists(named)) throw new UsageException($"There is no folder {path}.");
            if (!File.Exists(Path.Combine(named, ProjectSettings.FileName))) throw new UsageException($"{path} is no project: it holds no {ProjectSettings.FileName}. medopt new {path} makes one.");
            return new ProjectFolder(named);
        }
        for (var folder = Directory.GetCurrentDirectory(); folder is not null; folder = Path.GetDirectoryName(folder))
            if (File.Exists(Path.Combine(folder, ProjectSettings.FileName))) return new ProjectFolder(folder);
        throw new UsageException($"There is no {ProjectSettings.FileName} here or above. Name a project folder, or make one: medopt new FOLDER.");
    }

    /// <summary>The .medopt files below, as paths with forward slashes; folders that begin with a dot and those of builds are passed over.</summary>
    public IEnumerable<string> Sources()
    {
        var open = new Stack<string>();
        open.Push(Root);
        while (open.TryPop(out var folder))
        {
            foreach (var inner in Directory.EnumerateDirectories(folder))
                if (!IsPassedOver(Path.GetFileName(inner)) && !IsLink(inner)) open.Push(inner);
            foreach (var file in Directory.EnumerateFiles(folder, "*.medopt")) yield return Relative(file);
        }
    }

    /// <summary>A path of the project that <see cref="Sources"/> would give if it were on the disk.</summary>
    public static bool IsSource(string path) =>
        path.EndsWith(".medopt", StringComparison.Ordinal) && !path.Split('/')[..^1].Any(IsPassedOver);

    public string Full(string path) => Path.GetFullPath(Path.Combine(Root, path));

    /// <summary>The path lies in the project, also after links are followed.</summary>
    public bool Holds(string path)
    {
        var full = Full(path);
        if (!IsBelow(full, Root)) return false;
        return FileThere.Read(full, f => new FileInfo(f).ResolveLinkTarget(returnFinalTarget: true)) is not { } target || IsBelow(target.FullName, Root);
    }

    /// <summary>The path in the project of a file below its folder; null for any other.</summary>
    public string? PathOf(string full) => IsBelow(full, Root) ? Relative(full) : null;

    internal static bool IsPassedOver(string folder) => folder.StartsWith('.') || Passed.Contains(folder);

    private string Relative(string full) => Path.GetRelativePath(Root, full).Replace(Path.DirectorySeparatorChar, '/');

    private static bool IsLink(string folder) => new DirectoryInfo(folder).LinkTarget is not null;

    private static bool IsBelow(string full, string root) => full.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
