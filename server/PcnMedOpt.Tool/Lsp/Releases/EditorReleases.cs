using System.Collections.Concurrent;
using System.Collections.Immutable;
using PcnMedOpt.Core.Terminology;
using PcnMedOpt.Terminology.Building;
using PcnMedOpt.Tool.Project;
using PcnMedOpt.Tool.Releases;

namespace PcnMedOpt.Tool.Lsp.Releases;

/// <summary>
/// The terminology releases of this user, as an editor uses them: the one that a project's settings name, else the one that was chosen in the
/// editor, else the latest. One that is damaged is said once, and not used. May be used by several threads.
/// </summary>
/// <param name="stores">Where they are; null for none.</param>
/// <param name="isLockRequired">What the lock does not hold is an error.</param>
internal sealed class EditorReleases(TerminologyStores? stores, bool isLockRequired)
{
    private readonly ConcurrentDictionary<string, Lazy<ITerminology?>> opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> said = new(StringComparer.Ordinal);
    private readonly Lock importing = new();
    private volatile string? chosen;

    /// <summary>Tells the user why a release cannot be used.</summary>
    public Action<string> Complain { get; set; } = static _ => { };

    /// <summary>Tells whoever reads the log what they may want to know.</summary>
    public Action<string> Mention { get; set; } = static _ => { };

    /// <summary>The name that was chosen in the editor; null for the latest.</summary>
    public string? Chosen => chosen;

    /// <summary>Without any release, for the time until they are opened.</summary>
    public CodeSources WithoutRelease => CodeSources.None with { IsLockRequired = isLockRequired };

    /// <summary>With the releases: the first to be asked for one opens and checks it.</summary>
    public CodeSources Sources => new(Find, isLockRequired);

    public ImmutableArray<StoreOnDisk> List() => stores?.List() ?? [];

    /// <summary>Whether a release that a project names is not on this computer. One that is here and cannot be used is not lacking: that is said.</summary>
    public bool Lacks(string name)
    {
        try
        {
            return stores?.Choose(name) is null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or UsageException)
        {
            return false;
        }
    }

    /// <summary>Uses another one from now on; null for the latest.</summary>
    /// <returns>False where there is none of that name that can be used.</returns>
    public bool Choose(string? name)
    {
        if (name is not null && !List().Any(s => s.Release?.Name == name)) return false;
        chosen = name;
        opened.Clear();
        return true;
    }

    /// <summary>
    /// Brings in a release, which is used from then on; one without SNOMED CT only where no other holds it. One that is asked for while another is
    /// brought in waits for its end.
    /// </summary>
    /// <returns>What was taken, and the release that is used in its place, if another is.</returns>
    /// <exception cref="IOException">Something cannot be read or written.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; everything is as it was.</exception>
    public (PathImportReport Report, StoreOnDisk? UsedInstead) Import(IEnumerable<string> paths, Action<ImportProgress> tell, CancellationToken cancellation)
    {
        if (stores is null) throw new IOException("there is no folder for it");
        lock (importing)
        {
            var (store, report) = stores.Import(null, paths, tell, cancellation);
            var all = List();
            var isUsed = store.HoldsSnomed || !all.Any(s => s.HoldsSnomed);
            if (isUsed) chosen = store.Release?.Name;
            opened.Clear();
            return (report, isUsed ? null : TerminologyStores.Used(all, chosen));
        }
    }

    private ITerminology? Find(string? named)
    {
        var name = named ?? chosen;
        return opened.GetOrAdd(name ?? "", _ => new Lazy<ITerminology?>(() => Open(name))).Value;
    }

    private ITerminology? Open(string? name)
    {
        try
        {
            var found = stores?.Open(name);
            if (found is null && name is not null && said.TryAdd(name, true))
                Mention($"A project names the terminology release '{name}', which is not on this computer: its codes are known by its lock alone, if it has one. 'medopt terminology import' brings a release in.");
            return found;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or UsageException)
        {
            if (said.TryAdd(error.Message, true)) Complain($"Codes are not compared with a terminology release: {error.Message}");
            return null;
        }
    }
}
