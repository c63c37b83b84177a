using System.Collections.Concurrent;
using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Terminology.Store;
using PcnMedOpt.Tool.Project;

namespace PcnMedOpt.Tool.Releases;

/// <summary>A store in the folder of stores.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Release">What it says of itself; null where it cannot be used.</param>
/// <param name="Fault">Why it cannot be used; null where it can.</param>
public sealed record StoreOnDisk(string Path, ReleaseInfo? Release, string? Fault)
{
    /// <summary>The name of its file without the ending, by which it may be called too.</summary>
    public string FileName => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>It holds SNOMED CT, and not only dm+d or lists.</summary>
    public bool HoldsSnomed => Release is { } release && release.Sources.Any(s => s.Kind == SourceKind.Rf2);
}

/// <summary>
/// The terminology stores of this user: a file for each release, side by side. The one that is used is the one that is named, else the one with the
/// latest date among those that hold SNOMED CT, else the latest. May be used by several threads.
/// </summary>
/// <param name="folder">The folder; it need not be there.</param>
public sealed class TerminologyStores(string folder)
{
    /// <summary>The environment variable that names another folder.</summary>
    public const string Variable = "MEDOPT_TERMINOLOGY";

    private const string Ending = ".store";

    /// <summary>A store stays open, and mapped, as long as the program runs: what was asked of it may still be in use.</summary>
    private readonly ConcurrentDictionary<(string Path, DateTime Written, long Length), Lazy<ReleaseStore>> open = [];

    public string Folder => folder;

    /// <summary>The stores of the folder that is named, else of the one in the environment, else of the user's data folder.</summary>
    public static TerminologyStores Of(string? folder) => new(Path.GetFullPath(
        folder
        ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : null)
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "pcnmedopt", "terminology")));

    /// <summary>All stores: those with SNOMED CT before those without, the latest first; those that cannot be used last.</summary>
    public ImmutableArray<StoreOnDisk> List() =>
    [
        .. (Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Ending) : []).Select(Look)
            .OrderBy(s => s.Release is null).ThenBy(s => !s.HoldsSnomed).ThenByDescending(s => s.Release?.Date ?? DateOnly.MinValue).ThenBy(s => s.FileName, StringComparer.Ordinal),
    ];

    /// <summary>The first that is wanted and can be used; null where none is.</summary>
    /// <param name="stores">As they are listed.</param>
    /// <param name="name">What the settings of a project or the user call it (its release or its file); null for the first.</param>
    public static StoreOnDisk? Used(IEnumerable<StoreOnDisk> stores, string? name) => stores.FirstOrDefault(s => s.Release is not null && IsWanted(s, name));

    /// <summary>The store that is used: the one that is named (by its release or its file), else the first of the list; null where there is none.</summary>
    /// <param name="name">What the settings of a project or the user call it; null for the latest.</param>
    /// <exception cref="StoreException">One that cannot be used might be the one that is wanted: another is not taken in its place.</exception>
    public StoreOnDisk? Choose(string? name)
    {
        var all = List();
        var chosen = Used(all, name);
        if ((name is null || chosen is null) && all.FirstOrDefault(s => s.Fault is not null && IsWanted(s, name)) is { Fault: { } fault } damaged)
            throw new StoreException($"{fault}{(all.Length > 1 ? $" To use another release, delete {damaged.Path} or name the one that is meant." : "")}");
        return chosen;
    }

    /// <summary>The release that is used, opened and checked; null where there is none.</summary>
    /// <inheritdoc cref="Choose"/>
    public ReleaseStore? Open(string? name) => Choose(name) is { } chosen ? Open(chosen) : null;

    public ReleaseStore Open(StoreOnDisk store)
    {
        var file = new FileInfo(store.Path);
        return open.GetOrAdd((store.Path, file.LastWriteTimeUtc, file.Length), key => new Lazy<ReleaseStore>(() => ReleaseStore.Open(key.Path))).Value;
    }

    /// <summary>Brings in a release: it is made beside the others, and takes the place of one with the same name when all went well.</summary>
    /// <param name="name">What it is to be called; null for the name of its topmost package.</param>
    /// <param name="paths">Folders, zips and files.</param>
    /// <param name="tell">Told how far it has come.</param>
    /// <param name="cancellation">Ends it, and leaves everything as it was.</param>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public (StoreOnDisk Store, PathImportReport Report) Import(string? name, IEnumerable<string> paths, Action<ImportProgress> tell, CancellationToken cancellation)
    {
        var made = Path.Combine(folder, "import");
        var report = PathImport.Run(made, name, paths, tell, cancellation);
        try
        {
            var path = Path.Combine(folder, FileNameOf(report.Report.Release.Name) + Ending);
            cancellation.ThrowIfCancellationRequested();
            StoreWriter.Place(made, path);
            return (new StoreOnDisk(path, report.Report.Release, null), report);
        }
        catch
        {
            File.Delete(made);
            throw;
        }
    }

    private static bool IsWanted(StoreOnDisk store, string? name) => name is null || store.Release?.Name == name || store.FileName == FileNameOf(name);

    private static StoreOnDisk Look(string path)
    {
        try
        {
            return new StoreOnDisk(path, ReleaseStore.InfoOf(path), null);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new StoreOnDisk(path, null, error.Message);
        }
    }

    private static string FileNameOf(string name)
    {
        var plain = new string([.. name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-' ? c : '-')]).Trim('.');
        return plain.Length > 0 ? plain : throw new UsageException($"'{name}' is no name for a release. Use letters and digits.");
    }
}
