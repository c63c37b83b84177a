using System.Collections.Immutable;
using PcnMedOpt.Core;
using PcnMedOpt.Core.Semantics;

namespace PcnMedOpt.Ide.Starting;

/// <summary>A folder of protocols to begin from.</summary>
/// <param name="Compilation">Its protocols, code sets, code lists and examples.</param>
/// <param name="Beside">What is to go with its code lists: notices and sources, by their paths.</param>
public sealed record StarterPack(Compilation Compilation, ImmutableSortedDictionary<string, string> Beside)
{
    /// <summary>The files beside code lists that say whose they are.</summary>
    public static ImmutableArray<string> BesideLists { get; } = ["NOTICE.md", "SOURCES.csv"];

    /// <summary>The paths, beside the code lists of a folder, at which notices and sources are looked for.</summary>
    public static IEnumerable<string> PathsBeside(Compilation compilation) =>
        from folder in compilation.Lists.Keys.Select(FolderOf).Distinct(StringComparer.Ordinal)
        from name in BesideLists
        select folder + name;

    /// <summary>The protocols of the folder, in the order of their paths.</summary>
    public IEnumerable<SourceFile> Protocols => Compilation.Files.Values.Where(f => f.Protocol is not null);

    internal static string FolderOf(string path) => path[..(path.LastIndexOf('/') + 1)];
}

/// <summary>How much of a protocol a project has.</summary>
public enum Presence
{
    None,
    Partly,
    Whole,
}

/// <summary>A protocol to begin from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Title">Its title.</param>
/// <param name="Description">What stands before it, or before what it holds first; null where nothing does.</param>
/// <param name="Path">Its file in the folder.</param>
/// <param name="Version">Its version.</param>
/// <param name="Status">Its status.</param>
/// <param name="Holds">What it declares, in words: "3 cohorts".</param>
/// <param name="Needs">The titles of other protocols that come with it.</param>
/// <param name="Examples">How many examples can come with it.</param>
/// <param name="InProject">Whether the project has it.</param>
public sealed record StarterProtocol(
    string Name, string Title, string? Description, string Path, string? Version, ProtocolStatus Status, ImmutableArray<string> Holds, ImmutableArray<string> Needs, int Examples, Presence InProject);

/// <summary>What a folder of protocols offers to a project.</summary>
public static class StarterProtocols
{
    /// <param name="pack">The folder.</param>
    /// <param name="project">The project that one of them may be brought into; null for none.</param>
    public static ImmutableArray<StarterProtocol> Of(StarterPack pack, Compilation? project) => [.. pack.Protocols.Select(f => Of(pack, f, project))];

    private static StarterProtocol Of(StarterPack pack, SourceFile file, Compilation? project)
    {
        var header = file.Protocol ?? throw new ArgumentException("The file has no protocol.", nameof(file));
        var selection = Selection.Of(pack.Compilation, file, null, withExamples: true);
        return new StarterProtocol(
            header.Name,
            header.Title,
            file.Declarations.Where(d => d.Facts.Kind is not (DeclarationKind.Codes or DeclarationKind.Parameter)).Select(d => d.Facts.Description).FirstOrDefault(d => d is { Length: > 0 }),
            file.Path,
            header.Version,
            header.Status,
            [.. Counts(file)],
            [.. selection.Files.Where(f => f != file).Select(f => f.Protocol?.Title).OfType<string>()],
            selection.Taken.Count(d => d.Facts.Kind == DeclarationKind.Example),
            PresenceOf(file, project));
    }

    private static IEnumerable<string> Counts(SourceFile file) =>
        from declaration in file.Declarations
        where declaration.Facts.Kind is not (DeclarationKind.None or DeclarationKind.Protocol or DeclarationKind.Example)
        group declaration by declaration.Facts.Kind into kind
        orderby kind.Key
        select kind.Count() == 1 ? $"1 {kind.Key.Noun()}" : $"{Numbers.Shown((decimal)kind.Count())} {kind.Key.Noun()}s";

    internal static Presence PresenceOf(SourceFile file, Compilation? project)
    {
        if (project?.Names.Find(file.Protocol?.Name ?? "") is null) return Presence.None;
        var own = file.Declarations.Where(d => d.Facts.Kind is not (DeclarationKind.Parameter or DeclarationKind.Codes)).Select(d => d.Facts.Name).OfType<string>();
        return own.All(n => project.Names.Find(n) is not null) ? Presence.Whole : Presence.Partly;
    }
}
