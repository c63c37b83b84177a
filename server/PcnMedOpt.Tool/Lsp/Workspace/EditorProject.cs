using PcnMedOpt.Core;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Lsp.Workspace;

/// <summary>A project as the editor has it: read from the disk, with the texts of open documents in place of those of their files.</summary>
/// <param name="Loaded">The project.</param>
/// <param name="HasSettings">It has a medopt.json; else it is a folder of sources that is looked at as if it had an empty one.</param>
public sealed record EditorProject(LoadedProject Loaded, bool HasSettings)
{
    public ProjectFolder Folder => Loaded.Folder;

    public Compilation Compilation => Loaded.Compilation;

    /// <summary>The project with what a file holds now, or without it when there is none.</summary>
    /// <param name="path">The file, in the project.</param>
    /// <param name="open">The texts of open documents.</param>
    public EditorProject WithFileAsItIs(string path, Func<string, string?> open)
    {
        if (path == ProjectSettings.FileName || path == Compilation.Settings.EmisCodes) return this with { Loaded = Loaded.WithSettingsFrom(open) };
        var isSource = ProjectFolder.IsSource(path);
        if (!isSource && !Compilation.Lists.ContainsKey(path)) return this;
        var texts = new ProjectTexts(Folder, open);
        var text = texts.Text(path);
        var compilation = !isSource ? Compilation.WithLists(Compilation.Lists.SetItem(path, text))
            : text is null ? Compilation.WithoutFile(path)
            : Compilation.WithFile(path, text);
        return this with { Loaded = Loaded with { Compilation = WithWanted(compilation, path, texts), FileFindings = Loaded.FileFindings.Remove(path).SetItems(texts.Findings) } };
    }

    /// <summary>It knows sources or code lists in a folder.</summary>
    public bool HasFilesIn(string path) => Compilation.Files.Keys.Concat(Compilation.Lists.Keys).Any(f => f.StartsWith(path + "/", StringComparison.Ordinal));

    /// <summary>The project without the files of a folder that is gone.</summary>
    public EditorProject WithoutFolder(string path)
    {
        var gone = Compilation.Files.Keys.Where(f => f.StartsWith(path + "/", StringComparison.Ordinal)).ToList();
        var lists = Compilation.Lists.Keys.Where(f => f.StartsWith(path + "/", StringComparison.Ordinal)).ToList();
        var compilation = gone.Aggregate(Compilation, (c, file) => c.WithoutFile(file));
        if (lists.Count > 0) compilation = compilation.WithLists(lists.Aggregate(compilation.Lists, (l, file) => l.SetItem(file, null)));
        return this with { Loaded = Loaded with { Compilation = compilation, FileFindings = Loaded.FileFindings.RemoveRange(gone.Concat(lists)) } };
    }

    /// <summary>Reads the lists that a file has come to name.</summary>
    private static Compilation WithWanted(Compilation compilation, string path, ProjectTexts texts)
    {
        if (!compilation.Files.TryGetValue(path, out var file)) return compilation;
        var missing = file.Declarations.SelectMany(d => d.Facts.Codes?.Lists ?? []).Select(l => l.Path)
            .Where(p => Core.Semantics.Codes.ListPath.StaysInside(p) && !compilation.Lists.ContainsKey(p)).Distinct(StringComparer.Ordinal).ToList();
        return missing.Count == 0 ? compilation : compilation.WithLists(missing.Aggregate(compilation.Lists, (l, p) => l.SetItem(p, texts.Text(p))));
    }
}
