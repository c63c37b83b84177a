using System.Collections.Immutable;
using PcnMedOpt.Ide.Starting;

namespace PcnMedOpt.Tool.Project;

/// <summary>The protocols to begin from, read from a folder.</summary>
internal static class StarterFolder
{
    /// <summary>Null where there is no such folder, or no protocol in it.</summary>
    public static StarterPack? Read(string path, DateOnly today)
    {
        if (!Directory.Exists(path)) return null;
        var loaded = LoadedProject.Load(new ProjectFolder(Path.GetFullPath(path)), today);
        var texts = new ProjectTexts(loaded.Folder, _ => null);
        var beside = StarterPack.PathsBeside(loaded.Compilation).Select(p => (Path: p, Text: texts.Text(p))).Where(p => p.Text is not null);
        var pack = new StarterPack(loaded.Compilation, beside.ToImmutableSortedDictionary(p => p.Path, p => p.Text ?? "", StringComparer.Ordinal));
        return pack.Protocols.Any() ? pack : null;
    }
}
